package org.mingqu.platform.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standing;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;

/// A partner acts once its admission is filed (art. 17), and as long as its operator may (art. 14).
@Component
class PartnerStanding implements Standing {

    private static final Set<PartnershipStage> GONE = Set.of(
            PartnershipStage.EXITING,
            PartnershipStage.EXIT_FILING,
            PartnershipStage.EXITED,
            PartnershipStage.DECLINED,
            PartnershipStage.WITHDRAWN);

    private final PartnerStore store;
    private final Standings standings;

    PartnerStanding(PartnerStore store, Standings standings) {
        this.store = store;
        this.standings = standings;
    }

    @Override
    public Role role() {
        return Role.PARTNER;
    }

    @Override
    public void check(UUID organisation, LocalDate day) {
        var all = store.ofPartner(organisation);
        var filed = all.stream().filter(it -> isGood(it, day)).toList();
        if (filed.stream().anyMatch(it -> standings.stands(it.operator().id(), Role.OPERATOR))) {
            return;
        }
        if (!filed.isEmpty()) {
            throw new Refusal.NotOpen("partner-operator-ended", "14", List.of());
        }
        var latest = all.stream().filter(it -> !GONE.contains(it.stage())).findFirst();
        if (latest.isEmpty()) {
            throw Refusals.notOpen(all.isEmpty() ? "partner-not-admitted" : "partner-gone", List.of("APPLY"));
        }
        throw new Refusal.NotOpen(
                "partner-not-filed",
                "17",
                PartnershipProcedure.RULES.moves().stream()
                        .filter(it -> it.from() == latest.get().stage())
                        .map(it -> it.step().name())
                        .distinct()
                        .toList(),
                Map.of("number", latest.get().number()));
    }

    private static boolean isGood(Partnership it, LocalDate day) {
        return it.stage() == PartnershipStage.FILED && (it.until() == null || !day.isAfter(it.until()));
    }

    @Override
    public List<UUID> operators(UUID organisation) {
        return store.ofPartner(organisation).stream()
                .filter(it -> it.stage() == PartnershipStage.FILED)
                .map(it -> it.operator().id())
                .toList();
    }
}
