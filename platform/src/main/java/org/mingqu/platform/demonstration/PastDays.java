package org.mingqu.platform.demonstration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.mingqu.platform.web.DemonstrationClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets the play, and nobody else, live a request on an earlier day: the header carries a key that is made at each
/// start
/// and never leaves this process.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty("mingqu.demo")
class PastDays extends OncePerRequestFilter {

    static final String HEADER = "X-Demonstration-Days-Back";

    private final String key;

    PastDays() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = HexFormat.of().formatHex(bytes);
    }

    /// The header's value for a request so many days ago.
    String header(int days) {
        return "%s %d".formatted(key, days);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HEADER);
        var parts = header == null ? new String[0] : header.split(" ", 2);
        if (parts.length != 2 || !isKey(parts[0])) {
            chain.doFilter(request, response);
            return;
        }
        try {
            DemonstrationClock.earlier(Duration.ofDays(Integer.parseInt(parts[1])), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // the clock lends itself to any callable, this one throws none but those above
            throw new ServletException(e);
        }
    }

    private boolean isKey(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), key.getBytes(StandardCharsets.US_ASCII));
    }
}
