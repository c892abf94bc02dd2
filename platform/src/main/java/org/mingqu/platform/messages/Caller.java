package org.mingqu.platform.messages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.mingqu.platform.web.CallSignature;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Calls an organisation's own system: a POST of JSON, signed by HMAC-SM3 over time and body with the secret that the
/// organisation was shown once. The receiver answers 2xx; what was already received comes again with the same id.
@Component
class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int IPV6 = 16;

    private final Subscriptions subscriptions;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean anywhere;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Caller(
            Subscriptions subscriptions,
            JsonMapper json,
            Clock clock,
            @Value("${mingqu.calls.anywhere}") boolean anywhere) {
        this.subscriptions = subscriptions;
        this.json = json;
        this.clock = clock;
        this.anywhere = anywhere;
    }

    /// What is wrong with an address, as a code; nothing when it may be called. Without `mingqu.calls.anywhere` it has
    /// to be https and outside this network, so that nobody has the platform knock on doors inside.
    Optional<String> fault(String url) {
        return fault(url, anywhere);
    }

    static Optional<String> fault(String url, boolean anywhere) {
        try {
            var uri = URI.create(url);
            if (uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.of("call-address");
            }
            if (anywhere) {
                return uri.getScheme().matches("https?") ? Optional.empty() : Optional.of("call-address");
            }
            return "https".equals(uri.getScheme()) ? inside(uri.getHost()) : Optional.of("call-https");
        } catch (IllegalArgumentException _) {
            return Optional.of("call-address");
        }
    }

    private static Optional<String> inside(String host) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (address.isLoopbackAddress()
                        || address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress()
                        || isLocalByPrefix(address.getAddress())) {
                    return Optional.of("call-inside");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException _) {
            return Optional.of("call-unknown-host");
        }
    }

    /// What the JDK does not call local: unique local addresses (RFC 4193, fc00::/7), IPv4 inside IPv6 (RFC 6052,
    /// 64:ff9b::/96; RFC 3056, 2002::/16), this network (0.0.0.0/8), the shared space of carriers (RFC 6598,
    /// 100.64.0.0/10) and of tests of devices (RFC 2544, 198.18.0.0/15).
    private static boolean isLocalByPrefix(byte[] address) {
        var first = Byte.toUnsignedInt(address[0]);
        var second = Byte.toUnsignedInt(address[1]);
        return address.length == IPV6
                ? (first & 0xFE) == 0xFC || (first == 0x20 && second == 0x02) || (first == 0 && second == 0x64)
                : first == 0 || (first == 100 && (second & 0xC0) == 0x40) || (first == 198 && (second & 0xFE) == 18);
    }

    /// Makes a call. It goes where was looked: the JVM keeps for half a minute what a name resolved to
    /// (`networkaddress.cache.ttl`), and a redirection is not followed.
    ///
    /// @return the code of what went wrong; empty if it arrived
    Optional<String> call(Subscriptions.Subscription to, DeliveryStore.Delivery it) {
        var wrong = fault(to.url());
        if (wrong.isPresent()) {
            return wrong;
        }
        var body = body(it).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(to.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Mingqu-Delivery", it.id().toString())
                .header(CallSignature.HEADER, CallSignature.of(subscriptions.secret(to.id()), clock.instant(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status >= OK && status < REDIRECT ? Optional.empty() : Optional.of("call-status-" + status);
        } catch (IOException _) {
            return Optional.of("call-unreachable");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("call-unreachable");
        }
    }

    private String body(DeliveryStore.Delivery it) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", it.id());
        body.put("kind", it.kind());
        body.put("case", it.caseId());
        body.put("caseKind", it.caseKind());
        body.put("number", it.number());
        body.put("stage", it.stage());
        body.put("due", it.due());
        body.put("article", it.article());
        return json.writeValueAsString(body);
    }
}
