package org.mingqu.platform.parties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Acts of the authority about organisations: a new name, or the merger into another, each with the document that it
/// rests on and the day from which it holds.
@Service
@Transactional
class Successions {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 500;
    private static final int LARGEST = 5 << 20;

    private final SuccessionStore store;
    private final PartyStore parties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Successions(SuccessionStore store, PartyStore parties, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    /// What happens to an organisation.
    enum SuccessionKind {
        RENAME,
        MERGE
    }

    /// An act to be entered.
    ///
    /// @param name the new one; for a new name
    /// @param successor who goes on; for a merger
    /// @param basis the number of the document that it rests on
    /// @param document its bytes in base64
    record SuccessionRequest(
            @Nullable SuccessionKind kind,
            @Nullable String name,
            @Nullable UUID successor,
            @Nullable String basis,
            @Nullable LocalDate day,
            @Nullable String documentName,
            @Nullable String document) {}

    /// An act as it is kept.
    record OrganisationAct(
            long place,
            SuccessionKind kind,
            String oldName,
            String newName,
            @Nullable UUID successor,
            String basis,
            String documentName,
            String documentSm3,
            LocalDate day,
            String by,
            Instant at) {}

    /// An organisation with all that happened to it.
    ///
    /// @param mergedInto who goes on for it; null while it is there itself
    record OrganisationHistory(
            Organisation organisation, @Nullable Organisation mergedInto, List<OrganisationAct> acts, boolean may) {}

    @Transactional(readOnly = true)
    OrganisationHistory history(UUID id, Actor actor) {
        mustRead(id, actor);
        var organisation = parties.organisation(id).orElseThrow(() -> new Refusal.NotFound("organisation"));
        var successor = store.mergedInto(id).flatMap(parties::organisation).orElse(null);
        return new OrganisationHistory(
                organisation, successor, store.acts(id), actor.is(Role.AUTHORITY) && successor == null);
    }

    @Transactional(readOnly = true)
    byte[] document(UUID id, long place, Actor actor) {
        mustRead(id, actor);
        return store.document(id, place).orElseThrow(() -> new Refusal.NotFound("document"));
    }

    /// Those who supervise or administer, the organisation itself, and who goes on for it.
    private void mustRead(UUID id, Actor actor) {
        var may = actor.is(
                        Role.AUTHORITY,
                        Role.SYSTEM_ADMIN,
                        Role.SECURITY_ADMIN,
                        Role.AUDIT_ADMIN,
                        Role.SECURITY_REGULATOR,
                        Role.MARKET_REGULATOR)
                || id.equals(actor.organisation())
                || store.mergedInto(id).filter(actor.organisation()::equals).isPresent();
        if (!may) {
            throw new Refusal.NotFound("organisation");
        }
    }

    OrganisationHistory act(UUID id, SuccessionRequest it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var before = store.hold(id).orElseThrow(() -> new Refusal.NotFound("organisation"));
        if (store.mergedInto(id).isPresent()) {
            throw new Refusal.NotOpen("organisation-merged", "", List.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        var basis = text("basis", it.basis(), LONGEST, wrong);
        var documentName = text("documentName", it.documentName(), LONGEST_NAME, wrong);
        var document = document(it, wrong);
        var day = it.day() == null ? LocalDate.now(clock) : it.day();
        if (day.isAfter(LocalDate.now(clock))) {
            wrong.put("day", "day-future");
        }
        if (it.kind() == null) {
            wrong.put("kind", "field-empty");
        }
        var after =
                it.kind() == SuccessionKind.MERGE ? successor(before, it, actor, wrong) : renamed(before, it, wrong);
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        var kind = Objects.requireNonNull(it.kind());
        var sm3 = HashFunction.SM3.of(document).hex();
        var entered = new OrganisationAct(
                0,
                kind,
                before.name(),
                after.name(),
                kind == SuccessionKind.MERGE ? after.id() : null,
                basis,
                documentName,
                sm3,
                day,
                actor.personName(),
                clock.instant());
        store.add(id, entered, document);
        change(id, entered);
        events.publishEvent(new OrganisationSucceeded(id, after.party()));
        events.publishEvent(told(id, entered, actor));
        return history(id, actor);
    }

    private void change(UUID id, OrganisationAct it) {
        var successor = it.successor();
        if (successor == null) {
            store.rename(id, it.newName());
        } else {
            store.merge(id, successor, it.day());
        }
    }

    private static AccountActed told(UUID id, OrganisationAct it, Actor actor) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("organisation", id.toString());
        facts.put("oldName", it.oldName());
        facts.put("newName", it.newName());
        facts.put("successor", String.valueOf(it.successor()));
        facts.put("basis", it.basis());
        facts.put("documentSm3", it.documentSm3());
        facts.put("day", it.day().toString());
        var act = it.kind() == SuccessionKind.MERGE ? "organisation-merged" : "organisation-renamed";
        return new AccountActed(actor, "3", act, facts, false);
    }

    private Organisation renamed(Organisation before, SuccessionRequest it, Map<String, String> wrong) {
        var name = text("name", it.name(), LONGEST_NAME, wrong);
        if (parties.organisations().stream().anyMatch(other -> other.name().equals(name))) {
            wrong.put("name", "organisation-name-taken");
        }
        return new Organisation(before.id(), name, before.kind(), before.creditCode());
    }

    private Organisation successor(Organisation before, SuccessionRequest it, Actor actor, Map<String, String> wrong) {
        var found = parties.organisations().stream()
                .filter(other -> other.id().equals(it.successor()))
                .filter(other -> !other.id().equals(before.id())
                        && store.mergedInto(other.id()).isEmpty())
                .findFirst();
        if (found.isEmpty()) {
            wrong.put("successor", "no-such-successor");
        }
        if (before.id().equals(actor.organisation())) {
            wrong.put("successor", "merge-self");
        }
        return found.orElse(before);
    }

    private static byte[] document(SuccessionRequest it, Map<String, String> wrong) {
        try {
            var bytes = Base64.getDecoder().decode(Objects.requireNonNullElse(it.document(), ""));
            if (bytes.length == 0 || bytes.length > LARGEST) {
                wrong.put("document", bytes.length == 0 ? "field-empty" : "file-size");
            }
            return bytes;
        } catch (IllegalArgumentException _) {
            wrong.put("document", "field-empty");
            return new byte[0];
        }
    }

    private static String text(String field, @Nullable String given, int longest, Map<String, String> wrong) {
        var text = Objects.requireNonNullElse(given, "").strip();
        if (text.isEmpty() || text.length() > longest) {
            wrong.put(field, text.isEmpty() ? "field-empty" : "field-too-long");
        }
        return text;
    }
}
