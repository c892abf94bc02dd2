package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Periods of pricing, which the authority sets: what an operator may take in comes from its ledger (art. 24).
@Service
@Transactional
class Periods {

    private static final String MARGIN = "pricing-margin-bp";
    private static final String LENGTH = "pricing-period-months";
    private static final int HIGHEST_YIELD = 2_000;

    private final PricingStore store;
    private final UseStore uses;
    private final Parties parties;
    private final Rules rules;
    private final Evidence evidence;
    private final Clock clock;

    Periods(PricingStore store, UseStore uses, Parties parties, Rules rules, Evidence evidence, Clock clock) {
        this.store = store;
        this.uses = uses;
        this.parties = parties;
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A period to set. Its costs come from the ledger, what is carried over from the bills of the period before.
    record PeriodRequest(LocalDate from, LocalDate until, int yieldBp, int marginBp, BigDecimal tax, UUID operator) {}

    Period set(PeriodRequest it, Actor actor) {
        actor.must(Role.AUTHORITY);
        var operatorName = checked(it);
        var before = store.periods().stream()
                .filter(found -> found.operator().equals(it.operator()))
                .findFirst();
        if (before.isPresent() && !before.get().until().isBefore(it.from())) {
            throw new Refusal.NotOpen("period-overlaps", "24", List.of());
        }
        var period = counted(it, operatorName, before);
        store.add(period);
        entered(period, actor);
        return period;
    }

    /// The operator's name, if all that was filled in holds.
    private String checked(PeriodRequest it) {
        var operator = parties.withRole(Role.OPERATOR).stream()
                .filter(found -> found.id().equals(it.operator()))
                .findFirst();
        var wrong = new LinkedHashMap<String, String>();
        if (operator.isEmpty()) {
            wrong.put("operator", "no-such-operator");
        }
        if (!it.until().isAfter(it.from())
                || it.until().isAfter(it.from().plusMonths(rules.number(LENGTH, LocalDate.now(clock))))) {
            wrong.put("until", "period-form");
        }
        if (it.yieldBp() < 0 || it.yieldBp() > HIGHEST_YIELD) {
            wrong.put("yieldBp", "share-form");
        }
        if (it.marginBp() < 0 || it.marginBp() > rules.number(MARGIN, LocalDate.now(clock))) {
            wrong.put("marginBp", "margin-too-high");
        }
        if (it.tax().signum() < 0 || it.tax().scale() > 2) {
            wrong.put("tax", "money-form");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        return operator.orElseThrow().name();
    }

    private void entered(Period period, Actor actor) {
        var permitted = period.permitted();
        evidence.enter(
                actor,
                "24",
                "pricing-period-set",
                null,
                Map.of(
                        "period",
                        period.id(),
                        "cost",
                        permitted.cost().toPlainString(),
                        "profit",
                        permitted.profit().toPlainString(),
                        "tax",
                        period.tax().toPlainString(),
                        "most",
                        permitted.most().toPlainString(),
                        "carryOver",
                        period.carryOver().toPlainString(),
                        "ledgerUntil",
                        period.ledgerUntil()));
    }

    private Period counted(PeriodRequest it, String operatorName, Optional<Period> before) {
        var after = before.map(Period::ledgerUntil).orElse(0L);
        var until = store.lastPlace(it.operator());
        var entries = store.costs(it.operator(), after, until);
        var carried = before.map(last -> last.permitted().carriedFrom(uses.revenue(last.from(), last.until())))
                .orElse(BigDecimal.ZERO);
        return new Period(
                UUID.randomUUID(),
                it.from(),
                it.until(),
                it.yieldBp(),
                it.marginBp(),
                PermittedRevenue.money(it.tax()),
                carried,
                Recomputation.costs(entries),
                Recomputation.subsidy(entries),
                after,
                until,
                it.operator(),
                operatorName);
    }
}
