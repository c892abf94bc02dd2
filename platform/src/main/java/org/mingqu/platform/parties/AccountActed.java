package org.mingqu.platform.parties;

import java.util.Map;

/// Something was done to an account, or to who takes part. Published in the transaction of the change; the evidence
/// enters it there.
///
/// @param article by which
/// @param act stable code of the act
/// @param facts what was changed; never a password, a secret or a code
/// @param own whether it is about the actor's own account, and so for auditors and the actor alone
public record AccountActed(Actor actor, String article, String act, Map<String, Object> facts, boolean own) {

    /// By an administrator, about others (art. 30).
    static AccountActed byAdministrator(Actor actor, String act, Map<String, Object> facts) {
        return new AccountActed(actor, "30", act, facts, false);
    }

    /// About the actor's own account (art. 31: who came in, and who tried to).
    static AccountActed own(Actor actor, String act, Map<String, Object> facts) {
        return new AccountActed(actor, "31", act, facts, true);
    }
}
