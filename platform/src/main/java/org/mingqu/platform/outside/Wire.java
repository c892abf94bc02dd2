package org.mingqu.platform.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mingqu.platform.web.CallSignature;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One try to bring a message to a counterpart: a signed POST, whose answer is signed as well and names the message.
@Component
class Wire {

    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final CounterpartAddresses addresses;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;

    Wire(
            CounterpartAddresses addresses,
            JsonMapper json,
            Clock clock,
            @Value("${mingqu.outside.patience:PT10S}") Duration patience) {
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// What came of a try.
    sealed interface Reply {

        /// The counterpart has taken it.
        record Taken(JsonNode answer) implements Reply {}

        /// It has not arrived, or nothing that can be understood came back.
        ///
        /// @param fault stable code of the class of the error
        record Fault(String fault) implements Reply {}
    }

    Reply bring(OutsideMessage it) {
        var url = addresses.url(it.to());
        var secret = addresses.secret(it.to());
        if (url.isEmpty() || secret.isEmpty()) {
            return new Reply.Fault("not-connected");
        }
        var body = json.writeValueAsBytes(envelope(it));
        var request = HttpRequest.newBuilder(URI.create(url.get()))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", it.id().toString())
                .header(CallSignature.HEADER, CallSignature.of(secret.get(), clock.instant(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofByteArray()), secret.get(), it);
        } catch (HttpTimeoutException _) {
            return new Reply.Fault("timeout");
        } catch (IOException _) {
            return new Reply.Fault("unreachable");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Fault("unreachable");
        }
    }

    private Map<String, Object> envelope(OutsideMessage it) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("message", it.id());
        envelope.put("kind", it.kind());
        envelope.put("subject", it.subject());
        envelope.put("article", it.article());
        envelope.put("body", json.readTree(it.body()));
        return envelope;
    }

    private Reply read(HttpResponse<byte[]> reply, String secret, OutsideMessage it) {
        if (reply.statusCode() < OK || reply.statusCode() >= REDIRECT) {
            return new Reply.Fault("status-" + reply.statusCode());
        }
        var signature = reply.headers().firstValue(CallSignature.HEADER).orElse("");
        if (!CallSignature.holds(signature, secret, clock.instant(), reply.body())) {
            return new Reply.Fault("answer-unsigned");
        }
        try {
            var said = json.readTree(new String(reply.body(), StandardCharsets.UTF_8));
            return said.path("message").asString("").equals(it.id().toString())
                            && said.path("answer").isObject()
                    ? new Reply.Taken(said.path("answer"))
                    : new Reply.Fault("answer-nonsense");
        } catch (JacksonException _) {
            return new Reply.Fault("answer-nonsense");
        }
    }
}
