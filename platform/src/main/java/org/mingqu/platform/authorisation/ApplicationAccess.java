package org.mingqu.platform.authorisation;

import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseAccess;
import org.springframework.stereotype.Component;

/// Who reads an application: whom its stage makes a reader, and of the operators the one to whom it was brought.
@Component
class ApplicationAccess {

    private final CaseAccess cases;

    ApplicationAccess(CaseAccess cases) {
        this.cases = cases;
    }

    boolean sees(Application it, Actor actor) {
        return it.isVisibleTo(actor)
                || (actor.is(Role.OPERATOR)
                        && it.stage() != Stage.DRAFT
                        && cases.isParty(it.caseId(), actor.organisation()));
    }
}
