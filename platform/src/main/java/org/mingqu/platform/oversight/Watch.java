package org.mingqu.platform.oversight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingqu.platform.oversight.RemitScopes.Sort;
import org.mingqu.platform.parties.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before what regulators read beside their own page: what is outside the remit is refused and entered, every
/// other look is entered before it is answered.
@Configuration
class Watch implements HandlerInterceptor, WebMvcConfigurer {

    /// What is shared out by remits.
    private static final Map<String, String> BY_REMIT = byRemit();
    /// What every regulator may read as far as its own room shows it.
    private static final List<String> LOOKED_AT = List.of(
            "/api/evidence",
            "/api/incidents",
            "/api/leaks",
            "/api/rectifications",
            "/api/credit-records",
            "/api/quality-tickets",
            "/api/cases",
            "/api/documents",
            "/api/releases");

    private final SignedIn signedIn;
    private final RemitScopes scopes;
    private final Looks looks;

    Watch(SignedIn signedIn, RemitScopes scopes, Looks looks) {
        this.signedIn = signedIn;
        this.scopes = scopes;
        this.looks = looks;
    }

    private static Map<String, String> byRemit() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("/api/products", "PRODUCT");
        kinds.put("/api/filings", "PRODUCT");
        kinds.put("/api/listings", "LISTING");
        kinds.put("/api/pricing", "");
        return kinds;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What was matched, and not what was asked: an address can be spelt in more than one way.
        var path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var kind = BY_REMIT.entrySet().stream()
                .filter(it -> isUnder(path, it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (kind.isEmpty() && LOOKED_AT.stream().noneMatch(it -> isUnder(path, it))) {
            return true;
        }
        signedIn.actor(request).filter(RemitScopes::isRegulator).ifPresent(actor -> {
            var what = request.getMethod() + " " + request.getRequestURI();
            if (kind.isPresent() && !sees(actor.organisation(), kind.get())) {
                throw looks.refused(actor, what);
            }
            looks.looked(actor, what);
        });
        return true;
    }

    private boolean sees(java.util.UUID organisation, String kind) {
        return kind.isEmpty()
                ? scopes.sees(organisation, Sort.INCOME, "ALL")
                : scopes.sees(organisation, Sort.CASE, kind);
    }

    private static boolean isUnder(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
