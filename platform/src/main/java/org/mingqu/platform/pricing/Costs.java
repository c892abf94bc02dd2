package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The ledger of costs (art. 24): each with its proof, none ever changed.
@Service
@Transactional
class Costs {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final int LONGEST = 200;
    private static final int WHOLE = 10_000;

    private final PricingStore store;
    private final Parties parties;
    private final Evidence evidence;
    private final Clock clock;

    Costs(PricingStore store, Parties parties, Evidence evidence, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A cost to enter.
    ///
    /// @param industryShareBp how much of it is for industry use, in basis points
    record CostRequest(LocalDate day, CostEntry.Line line, BigDecimal amount, int industryShareBp, String proof) {}

    @Transactional(readOnly = true)
    List<CostEntry> visibleTo(Actor actor) {
        if (actor.is(Role.OPERATOR)) {
            return store.costs(actor.organisation());
        }
        actor.must(Role.AUTHORITY, Role.MARKET_REGULATOR, Role.AUDIT_ADMIN);
        return parties.withRole(Role.OPERATOR).stream()
                .flatMap(it -> store.costs(it.id()).stream())
                .toList();
    }

    CostEntry enter(CostRequest it, Actor actor) {
        actor.must(Role.OPERATOR);
        check(it);
        var id = UUID.randomUUID();
        var entry = evidence.enter(
                actor,
                "24",
                "cost-entered",
                null,
                Map.of(
                        "cost",
                        id,
                        "line",
                        it.line().name(),
                        "amount",
                        it.amount().toPlainString(),
                        "industryShareBp",
                        it.industryShareBp(),
                        "proof",
                        it.proof().strip()));
        var cost = new CostEntry(
                id,
                actor.organisation(),
                it.day(),
                it.line(),
                PermittedRevenue.money(it.amount()),
                it.industryShareBp(),
                it.proof().strip(),
                null,
                actor.personName(),
                entry);
        store.add(cost);
        return cost;
    }

    private void check(CostRequest it) {
        var wrong = new LinkedHashMap<String, String>();
        if (it.day().isAfter(LocalDate.now(clock))) {
            wrong.put("day", "day-ahead");
        }
        if (it.amount().signum() <= 0
                || it.amount().compareTo(MOST) >= 0
                || it.amount().scale() > 2) {
            wrong.put("amount", "money-form");
        }
        if (it.industryShareBp() < 0 || it.industryShareBp() > WHOLE) {
            wrong.put("industryShareBp", "share-form");
        }
        if (it.proof().isBlank() || it.proof().length() > LONGEST) {
            wrong.put("proof", it.proof().isBlank() ? "field-empty" : "field-too-long");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    /// Takes an entry back by its reversal; both stay to be seen.
    CostEntry reverse(UUID id, Actor actor) {
        actor.must(Role.OPERATOR);
        var all = store.costs(actor.organisation());
        var wrong = all.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("cost"));
        if (wrong.reverses() != null || all.stream().anyMatch(it -> id.equals(it.reverses()))) {
            throw new Refusal.NotOpen("cost-reversed", "24", List.of());
        }
        var entry = evidence.enter(actor, "24", "cost-reversed", null, Map.of("cost", id));
        var cost = new CostEntry(
                UUID.randomUUID(),
                actor.organisation(),
                LocalDate.now(clock),
                wrong.line(),
                wrong.amount(),
                wrong.industryShareBp(),
                wrong.proof(),
                id,
                actor.personName(),
                entry);
        store.add(cost);
        return cost;
    }
}
