package org.mingqu.platform.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.ledger.Entry;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Signature;
import org.mingqu.platform.parties.Signatures;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The yearly disclosure (notice of the National Data Administration of 10 February 2026): what both disclosers make
/// public, frozen and signed in the act of submitting it. A correction is a further version beside the first.
@Component
class Disclosures {

    private final DisclosureStore store;
    private final Parties parties;
    private final Signatures signatures;
    private final Evidence evidence;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Disclosures(
            DisclosureStore store,
            Parties parties,
            Signatures signatures,
            Evidence evidence,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.parties = parties;
        this.signatures = signatures;
        this.evidence = evidence;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /// A disclosure as it was signed.
    ///
    /// @param content canonical JSON
    /// @param sm3 of the content, lower-case hex
    record Disclosure(
            UUID id,
            UUID duty,
            int year,
            int version,
            Party discloser,
            String content,
            String sm3,
            Signature signature,
            UUID evidence,
            java.time.Instant at) {

        /// Whether the signature is good, and for this very content.
        boolean holds() {
            var signed = Entry.of(signature.text().getBytes(StandardCharsets.UTF_8))
                    .json()
                    .path("sm3")
                    .asString("");
            var now = HashFunction.SM3
                    .of(content.getBytes(StandardCharsets.UTF_8))
                    .hex();
            return signature.holds() && signed.equals(sm3) && now.equals(sm3);
        }
    }

    List<Disclosure> all() {
        return store.all();
    }

    /// Publishes what a duty's form and figures say.
    void publish(Duty it, Actor actor) {
        var id = UUID.randomUUID();
        var year = it.period().from().getYear();
        var content = Entry.of(json.<JsonNode>valueToTree(content(it))).bytes();
        var sm3 = HashFunction.SM3.of(content).hex();
        var version = store.lastVersion(year, it.owner().id()) + 1;
        var at = clock.instant();
        var signature = signatures.sign(
                actor.organisation(),
                Map.of(
                        "disclosure", id.toString(),
                        "year", Integer.toString(year),
                        "version", Integer.toString(version),
                        "sm3", sm3,
                        "organisation", it.owner().id().toString(),
                        "person", actor.personName(),
                        "at", at.toString()));
        var entry = evidence.enter(
                actor,
                it.article(),
                "disclosure-published",
                it.caseId(),
                Map.of("disclosure", id, "year", year, "version", version, "sm3", sm3, "signature", signature.value()));
        store.add(new Disclosure(
                id,
                it.id(),
                year,
                version,
                it.owner(),
                new String(content, StandardCharsets.UTF_8),
                sm3,
                signature,
                entry,
                at));
        events.publishEvent(new DisclosurePublished(
                id, year, version, it.owner().name(), new String(content, StandardCharsets.UTF_8), sm3));
    }

    private Map<String, Object> content(Duty it) {
        var content = new LinkedHashMap<String, Object>();
        var home = parties.organisation(it.owner().id()).orElseThrow();
        content.put("year", it.period().from().getYear());
        content.put("discloser", home.name());
        content.put("creditCode", home.creditCode() == null ? "" : home.creditCode());
        content.put("role", it.role().name());
        content.put("form", it.form());
        content.put("facts", it.facts() == null ? Map.of() : it.facts());
        return content;
    }
}
