package org.mingqu.platform.filings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.filings.Filing.State;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.products.ProductCalled;
import org.mingqu.platform.products.ProductEnded;
import org.mingqu.platform.products.ProductFiled;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Filings (art. 22): made when a product is filed, corrected and renewed by the authority, cancelled with the product,
/// and run out with their last day.
@Service
@Transactional
class FilingDesk {

    static final String VALID = "filing-valid-days";
    static final String WARN = "filing-warn-days";
    static final String RENEW = "RENEW";
    private static final int LONGEST = 1_000;
    /// The scenario is not among them: another one is another product.
    private static final Set<String> CORRECTABLE = Set.of("audience", "wayOfUse", "limits", "priceBasis");

    private final FilingStore store;
    private final Products products;
    private final CaseFiles cases;
    private final Parties parties;
    private final Evidence evidence;
    private final Rules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FilingDesk(
            FilingStore store,
            Products products,
            CaseFiles cases,
            Parties parties,
            Evidence evidence,
            Rules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.products = products;
        this.cases = cases;
        this.parties = parties;
        this.evidence = evidence;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /// A correction.
    record CorrectionRequest(
            int version,
            @Nullable String field,
            @Nullable String text,
            @Nullable String reason) {}

    /// A renewal.
    record RenewalRequest(int version) {}

    @EventListener
    void on(ProductFiled it) {
        var product = products.find(it.product()).orElseThrow();
        var today = LocalDate.now(clock);
        var content = new LinkedHashMap<String, String>();
        content.put("scenario", product.scenario());
        content.put("audience", product.audience());
        content.put("wayOfUse", product.wayOfUse());
        content.put("limits", product.limits());
        content.put("priceBasis", product.priceBasis());
        store.add(new Filing(
                UUID.randomUUID(),
                product.id(),
                product.caseId(),
                1,
                Objects.requireNonNull(product.filingNo()),
                product.name(),
                product.owner(),
                State.VALID,
                today,
                today.plusDays(rules.number(VALID, today)),
                false,
                content,
                List.of(),
                null));
    }

    @EventListener
    void on(ProductEnded it) {
        store.of(it.product())
                .flatMap(found -> store.hold(found.id()))
                .filter(filing -> filing.state() != State.CANCELLED)
                .ifPresent(filing -> {
                    store.update(filing.cancelled(it.reason()));
                    events.publishEvent(new FilingLapsed(it.product(), "filing-cancelled"));
                });
    }

    /// A use after the last day is refused, with the use itself.
    @EventListener
    void on(ProductCalled it) {
        store.of(it.product())
                .filter(filing -> !filing.holdsOn(LocalDate.now(clock)))
                .ifPresent(filing -> {
                    throw new Refusal.NotOpen(
                            "filing-expired",
                            "22",
                            List.of(),
                            Map.of("until", filing.validUntil().toString()));
                });
    }

    Filing correct(UUID id, CorrectionRequest it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var before = held(id, it.version());
        mustHold(before);
        var field = Objects.requireNonNullElse(it.field(), "");
        var text = Objects.requireNonNullElse(it.text(), "").strip();
        var reason = Objects.requireNonNullElse(it.reason(), "").strip();
        var wrong = new LinkedHashMap<String, String>();
        if (!CORRECTABLE.contains(field)) {
            wrong.put("field", field.equals("scenario") ? "filing-scenario" : "filing-field");
        }
        check(wrong, "text", text);
        check(wrong, "reason", reason);
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        var old = Objects.requireNonNullElse(before.content().get(field), "");
        var entry = evidence.enter(
                actor,
                "22",
                "filing-corrected",
                before.caseId(),
                Map.of("filing", before.filingNo(), "field", field, "before", old, "after", text, "reason", reason));
        var after = before.corrected(
                new Filing.Correction(field, old, text, reason, actor.personName(), clock.instant(), entry));
        store.update(after);
        cases.notice(before.caseId(), "CORRECT", "22", entry, actor, reason);
        return after;
    }

    private static void check(Map<String, String> wrong, String field, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            wrong.put(field, text.isEmpty() ? "field-empty" : "field-too-long");
        }
    }

    /// Lets a filing hold for another term: within the last days of the old one, or when it has run out.
    Filing renew(UUID id, RenewalRequest it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var before = held(id, it.version());
        if (before.state() == State.CANCELLED) {
            mustHold(before);
        }
        var today = LocalDate.now(clock);
        var from = before.validUntil().minusDays(rules.number(WARN, today));
        if (today.isBefore(from)) {
            throw new Refusal.NotOpen("filing-renewal-early", "22", List.of(), Map.of("from", from.toString()));
        }
        var begin = today.isAfter(before.validUntil()) ? today : before.validUntil();
        var after = before.renewed(today, begin.plusDays(rules.number(VALID, today)));
        store.update(after);
        var entry = evidence.enter(
                actor,
                "22",
                "filing-renewed",
                before.caseId(),
                Map.of("filing", before.filingNo(), "until", after.validUntil().toString()));
        cases.notice(before.caseId(), RENEW, "22", entry, actor);
        cases.settle(before.caseId());
        return after;
    }

    private Filing held(UUID id, int version) {
        var it = store.hold(id).orElseThrow(() -> new Refusal.NotFound("filing"));
        if (it.version() != version) {
            throw new Refusal.ChangedMeanwhile();
        }
        return it;
    }

    private static void mustHold(Filing it) {
        if (it.state() != State.VALID) {
            throw new Refusal.NotOpen("filing-not-valid", "22", List.of());
        }
    }

    /// Warns of what ends soon, once, and ends what is over. Doing it again on the same day changes nothing.
    void look(LocalDate today) {
        for (var it : store.ending(today.plusDays(rules.number(WARN, today)))) {
            var platform = Actor.platform(
                    it.owner().id(), it.owner().name(), Role.valueOf(it.owner().kind()));
            if (today.isAfter(it.validUntil())) {
                store.update(it.expired());
                var entry =
                        evidence.enter(platform, "22", "filing-expired", it.caseId(), Map.of("filing", it.filingNo()));
                cases.notice(it.caseId(), "EXPIRE", "22", entry, platform);
                events.publishEvent(new FilingLapsed(it.product(), "filing-expired"));
            } else if (!it.warned()) {
                store.update(it.warnedOfItsEnd());
                var entry = evidence.enter(
                        platform,
                        "22",
                        "filing-ends-soon",
                        it.caseId(),
                        Map.of("filing", it.filingNo(), "until", it.validUntil().toString()));
                cases.notice(it.caseId(), "WARN", "22", entry, platform);
                parties.withRole(Role.AUTHORITY)
                        .forEach(authority -> cases.task(
                                it.caseId(),
                                "FILED",
                                RENEW,
                                authority.party(),
                                Role.AUTHORITY,
                                today,
                                new Deadline(it.validUntil(), false),
                                "22"));
            }
        }
    }
}
