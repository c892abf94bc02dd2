package org.mingqu.platform.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.CallSignature;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Counterparts of the demonstration: they answer as the real ones would, over HTTP and with signatures, and can be
/// told to fail, to be late, to talk nonsense and to speak twice. What they know is in memory and gone after a restart.
@Component
@ConditionalOnBooleanProperty("mingqu.demo")
class DemonstrationCounterparts {

    private final CounterpartAddresses addresses;
    private final Environment settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Counterpart, Mood> moods = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();

    DemonstrationCounterparts(CounterpartAddresses addresses, Environment settings, JsonMapper json, Clock clock) {
        this.addresses = addresses;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /// How a counterpart behaves.
    enum Mood {
        NORMAL,
        /// Answers 503.
        FAIL,
        /// Takes the message, and answers too late.
        LATE,
        /// Answers what nobody understands.
        NONSENSE,
        /// Answers without a signature.
        UNSIGNED,
        /// Says each word twice.
        TWICE
    }

    /// What it answers.
    ///
    /// @param body empty for an answer without one
    record Said(int status, @Nullable String signature, String body) {}

    Mood mood(Counterpart it) {
        return moods.getOrDefault(it, Mood.NORMAL);
    }

    void set(Counterpart it, Mood mood) {
        moods.put(it, mood);
    }

    /// How many messages it has taken; one that came again counts once.
    long taken(Counterpart it) {
        return answers.keySet().stream()
                .filter(key -> key.startsWith(it.name()))
                .count();
    }

    /// Takes a message as the real counterpart would: checks the signature, and does the same message once.
    Said take(Counterpart it, @Nullable String signature, byte[] content) {
        var secret = addresses.secret(it).orElse("");
        if (!addresses.isDemonstration(it)
                || !CallSignature.holds(Objects.requireNonNullElse(signature, ""), secret, clock.instant(), content)) {
            return new Said(422, null, "");
        }
        var mood = mood(it);
        if (mood == Mood.FAIL) {
            return new Said(503, null, "");
        }
        var message = json.readTree(new String(content, StandardCharsets.UTF_8));
        var answer = answers.computeIfAbsent(
                it.name() + " " + message.path("message").asString(""), _ -> answer(it, message, content));
        if (mood == Mood.LATE) {
            sleepLonger();
        }
        if (mood == Mood.NONSENSE) {
            answer = Map.of("thanks", "for the fish");
        }
        var body = json.writeValueAsString(answer);
        var sealed = CallSignature.of(secret, clock.instant(), body.getBytes(StandardCharsets.UTF_8));
        return new Said(200, mood == Mood.UNSIGNED ? null : sealed, body);
    }

    private void sleepLonger() {
        var patience = settings.getProperty("mingqu.outside.patience", java.time.Duration.class);
        try {
            Thread.sleep((patience == null ? java.time.Duration.ofSeconds(10) : patience).plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> answer(Counterpart it, JsonNode message, byte[] content) {
        var answer = new LinkedHashMap<String, Object>();
        var sm3 = HashFunction.SM3.of(content).hex();
        var number = "DEMO-%s-%s".formatted(it.name(), sm3.substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        answer.put("demonstration", true);
        switch (it) {
            case CITY, CREDIT -> answer.put("state", "RECEIVED");
            case EXCHANGE ->
                answer.put("state", message.path("kind").asString("").equals("LISTING") ? "UNDER_REVIEW" : "WITHDRAWN");
            case WEBSITE -> {
                answer.put("state", "PUBLISHED");
                answer.put("url", "https://demonstration.invalid/" + number);
            }
        }
        answer.put("number", number);
        answer.put("receivedSm3", sm3);
        answer.put("at", clock.instant().toString());
        return Map.of("message", message.path("message").asString(""), "answer", answer);
    }

    /// Says something to the platform through its public door; as often as the mood says, with one id.
    ///
    /// @return whether it was taken, by the last of them
    boolean say(Counterpart it, String kind, UUID subject, Map<String, ?> body) {
        var secret = addresses.secret(it).orElseThrow(() -> new Refusal.NotFound("counterpart"));
        var word = json.writeValueAsBytes(
                Map.of("id", UUID.randomUUID().toString(), "kind", kind, "subject", subject.toString(), "body", body));
        var times = mood(it) == Mood.TWICE ? 2 : 1;
        var taken = false;
        for (var time = 0; time < times; time++) {
            taken = post(it, secret, word).orElse(false);
        }
        return taken;
    }

    private Optional<Boolean> post(Counterpart it, String secret, byte[] word) {
        var door = URI.create("http://127.0.0.1:%s/api/outside/%s/words"
                .formatted(settings.getProperty("local.server.port", "8080"), it.code()));
        var request = HttpRequest.newBuilder(door)
                .header("Content-Type", "application/json")
                .header(CallSignature.HEADER, CallSignature.of(secret, clock.instant(), word))
                .POST(BodyPublishers.ofByteArray(word))
                .build();
        try {
            var reply = http.send(request, BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200) {
                throw new Refusal.NotOpen(
                        "outside-word-refused",
                        Hearing.article(it),
                        java.util.List.of(),
                        Map.of("status", Integer.toString(reply.statusCode())));
            }
            return Optional.of(json.readTree(new String(reply.body(), StandardCharsets.UTF_8))
                    .path("taken")
                    .asBoolean(false));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
