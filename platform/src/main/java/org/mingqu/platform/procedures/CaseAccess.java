package org.mingqu.platform.procedures;

import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;

/// Who may know of a case: its parties, and those who supervise all.
@Component
public class CaseAccess {

    private final CaseStore store;

    CaseAccess(CaseStore store) {
        this.store = store;
    }

    /// A case that the person may know of.
    ///
    /// @throws Refusal.NotFound if there is none, or the person may not know that there is
    public CaseFile visible(UUID id, Actor actor) {
        return store.find(id)
                .filter(_ -> seesAll(actor) || store.isParty(id, actor.organisation()))
                .orElseThrow(() -> new Refusal.NotFound("case"));
    }

    /// Whether an organisation takes part in a case.
    public boolean isParty(UUID id, UUID organisation) {
        return store.isParty(id, organisation);
    }

    static boolean seesAll(Actor actor) {
        return actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN);
    }
}
