package org.mingqu.platform.parties;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mingqu.platform.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// What stands before every request: CSRF, headers, and no way in for nobody but where the list below says so.
@Configuration
class SecurityConfiguration {

    private static final String[] OPEN_TO_ALL = {
        "/api/session",
        "/api/setup",
        "/api/catalogue",
        "/api/catalogue/**",
        "/api/demonstration/**",
        "/api/procedures/**",
        "/api/duty-rules",
        "/api/rules",
        "/api/measures",
        "/api/notices",
        "/api/product-catalogue",
        "/api/notices/**",
        "/api/disclosures",
        "/api/issued/**",
        "/api/task-calendars/*",
        "/api/disclosures/**",
        "/api/outside/*/words"
    };
    /// Systems call here, with a signature and without a session.
    private static final String[] CALLED_BY_SYSTEMS = {
        "/api/outside/*/words", "/api/demonstration/counterparts/*/messages"
    };
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

    SecurityConfiguration() {}

    /// The token's cookie is read by our own pages and sent by no other.
    private static CookieCsrfTokenRepository tokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Texts texts, JsonMapper json, LocaleResolver locales) {
        return http.csrf(csrf -> csrf.spa().csrfTokenRepository(tokens()).ignoringRequestMatchers(CALLED_BY_SYSTEMS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/partner-rules")
                        .permitAll()
                        .requestMatchers("/api/**", "/v3/**")
                        .access((_, context) -> new AuthorizationDecision(Sessions.isSignedIn(context.getRequest())))
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused -> refused.accessDeniedHandler(handler(texts, json, locales))
                        .authenticationEntryPoint((request, response, _) ->
                                write(response, 401, "not-signed-in", locales.resolveLocale(request), texts, json)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AccessDeniedHandler handler(Texts texts, JsonMapper json, LocaleResolver locales) {
        return (request, response, _) -> {
            var signedIn = Sessions.isSignedIn(request);
            write(
                    response,
                    signedIn ? 403 : 401,
                    signedIn ? "csrf" : "not-signed-in",
                    locales.resolveLocale(request),
                    texts,
                    json);
        };
    }

    private static void write(
            HttpServletResponse response, int status, String code, Locale locale, Texts texts, JsonMapper json)
            throws java.io.IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var problem = Map.of(
                "type",
                "https://mingqu.org/problems/" + code,
                "title",
                texts.of("status." + status, Map.of(), locale),
                "status",
                status,
                "detail",
                texts.of("problem." + code, Map.of(), locale));
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
