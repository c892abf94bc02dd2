package org.mingqu.platform.outside;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.CallSignature;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes what counterparts say of their own accord: signed, and each word once.
@Service
class Hearing {

    private static final int LONGEST = 200;

    private final OutsideStore store;
    private final CounterpartAddresses addresses;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Hearing(
            OutsideStore store,
            CounterpartAddresses addresses,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.parties = parties;
        this.evidence = evidence;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /// Takes a word.
    ///
    /// @return false if it was taken before
    @Transactional
    public boolean hear(Counterpart from, @Nullable String signature, byte[] content) {
        var secret = addresses.secret(from).orElse("");
        if (secret.isEmpty()
                || !CallSignature.holds(Objects.requireNonNullElse(signature, ""), secret, clock.instant(), content)) {
            throw new Refusal.Invalid(Map.of("signature", "outside-signature"));
        }
        var said = read(content);
        var id = text(said, "id");
        var kind = text(said, "kind");
        var subject = subject(said);
        var body = said.path("body");
        if (!store.hear(from, id, kind, subject, body.toString(), clock.instant())) {
            return false;
        }
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        evidence.enter(
                Actor.platform(authority.id(), authority.name(), Role.AUTHORITY),
                article(from),
                "outside-heard",
                null,
                Map.of("counterpart", from.name(), "id", id, "kind", kind, "subject", subject, "body", body));
        events.publishEvent(new Heard(from, id, kind, subject, body));
        return true;
    }

    private JsonNode read(byte[] content) {
        try {
            return json.readTree(new String(content, StandardCharsets.UTF_8));
        } catch (JacksonException _) {
            throw new Refusal.Invalid(Map.of("body", "outside-form"));
        }
    }

    private static String text(JsonNode said, String field) {
        var text = said.path(field).asString("");
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of(field, "outside-form"));
        }
        return text;
    }

    private static UUID subject(JsonNode said) {
        try {
            return UUID.fromString(said.path("subject").asString(""));
        } catch (IllegalArgumentException _) {
            throw new Refusal.Invalid(Map.of("subject", "outside-form"));
        }
    }

    /// By which article the platform deals with it.
    static String article(Counterpart it) {
        return switch (it) {
            case CITY -> "5";
            case EXCHANGE -> "23";
            case CREDIT -> "39";
            case WEBSITE -> "9";
        };
    }
}
