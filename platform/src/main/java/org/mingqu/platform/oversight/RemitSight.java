package org.mingqu.platform.oversight;

import java.util.HashSet;
import java.util.Optional;
import org.mingqu.platform.evidence.EvidenceSight;
import org.mingqu.platform.oversight.RemitScopes.Sort;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseRegister;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;

/// A regulator reads the evidence of the cases that its remit names, as it takes them away: nothing of others.
@Component
class RemitSight implements EvidenceSight {

    private final RemitScopes scopes;
    private final CaseRegister cases;
    private final Looks looks;

    RemitSight(RemitScopes scopes, CaseRegister cases, Looks looks) {
        this.scopes = scopes;
        this.cases = cases;
        this.looks = looks;
    }

    @Override
    public Optional<Limits> of(Actor actor) {
        if (!RemitScopes.isRegulator(actor)) {
            return Optional.empty();
        }
        var all = scopes.of(actor.organisation());
        var seen = new HashSet<>(cases.idsOfKinds(RemitScopes.kinds(all, false), null));
        seen.addAll(cases.idsOfKinds(RemitScopes.kinds(all, true), actor.organisation()));
        return Optional.of(new Limits(seen, all.stream().anyMatch(it -> it.sort() == Sort.ACCOUNTS)));
    }

    @Override
    public Refusal refused(Actor actor, String what) {
        return looks.refused(actor, what);
    }
}
