package org.mingqu.platform.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.partners.PartnerRegister;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.workspace.UseOfParty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the end of an agreement does at once (art. 14): the operator and those who act with it use nothing
/// any more, and the closing begins.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Ending {

    private final MandateStore store;
    private final Closings closings;
    private final PartnerRegister partners;
    private final Standings standings;
    private final UseOfParty use;
    private final CaseFiles cases;
    private final Clock clock;

    Ending(
            MandateStore store,
            Closings closings,
            PartnerRegister partners,
            Standings standings,
            UseOfParty use,
            CaseFiles cases,
            Clock clock) {
        this.store = store;
        this.closings = closings;
        this.partners = partners;
        this.standings = standings;
        this.use = use;
        this.cases = cases;
        this.clock = clock;
    }

    /// Closes every access of the operator and its partners, unless another agreement of the operator is in force.
    public void end(Mandate ended, String reason, Actor actor) {
        cases.close(ended.caseId());
        var today = LocalDate.now(clock);
        var goesOn = store.ofOperator(ended.operator().id()).stream()
                .anyMatch(it -> !it.id().equals(ended.id())
                        && it.stage().isGood()
                        && it.from() != null
                        && !it.from().isAfter(today.plusDays(1)));
        if (goesOn) {
            return;
        }
        var platform = Actor.platform(ended.authority().id(), ended.authority().name(), Role.AUTHORITY);
        var with = partners.of(ended.operator().id());
        var closed = new ArrayList<UUID>(use.terminate(ended.operator().id(), "14", reason, platform));
        for (var partner : with) {
            if (!actsWithAnother(partner, ended)) {
                closed.addAll(use.terminate(partner.id(), "14", reason, platform));
            }
        }
        closings.begin(ended, with, closed, actor);
    }

    private boolean actsWithAnother(Party partner, Mandate ended) {
        List<UUID> operators = standings.operators(partner.id(), Role.PARTNER);
        return operators.stream()
                .anyMatch(it -> !it.equals(ended.operator().id()) && standings.stands(it, Role.OPERATOR));
    }
}
