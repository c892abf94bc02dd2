package org.mingqu.platform.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mingqu.platform.parties.OperatingTimes;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standing;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;

/// An operator acts by an agreement in force, and by nothing else (art. 12).
@Component
class OperatorStanding implements Standing, OperatingTimes {

    private final MandateStore store;
    private final Clock clock;

    OperatorStanding(MandateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.OPERATOR;
    }

    @Override
    public void check(UUID organisation, LocalDate day) {
        var all = store.ofOperator(organisation);
        if (all.stream().anyMatch(it -> isGood(it, day))) {
            return;
        }
        var drafted = all.stream()
                .filter(it -> !MandateProcedure.RULES.ends(it.stage()))
                .findFirst();
        if (drafted.isPresent()) {
            throw new Refusal.NotOpen("operator-not-signed", "12", List.of(MandateStep.SIGN.name()));
        }
        throw new Refusal.NotOpen(all.isEmpty() ? "operator-without-agreement" : "operator-ended", "12", List.of());
    }

    private static boolean isGood(Mandate it, LocalDate day) {
        return it.stage().isGood()
                && it.until() != null
                && !day.isAfter(it.until())
                && it.from() != null
                && !day.isBefore(it.from());
    }

    @Override
    public List<UUID> operators(UUID organisation) {
        return List.of(organisation);
    }

    @Override
    public Set<UUID> during(LocalDate from, LocalDate until) {
        return store.operatorsDuring(from, until, clock.getZone());
    }
}
