package org.mingqu.platform.oversight;

import java.util.Map;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters what regulators look at, before they see it, and what they are refused. In a transaction of its own: a look
/// that fails afterwards was tried all the same.
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Looks {

    private final Evidence evidence;

    Looks(Evidence evidence) {
        this.evidence = evidence;
    }

    void looked(Actor actor, String what) {
        evidence.enter(actor, "7", "regulator-looked", null, Map.of("what", what));
    }

    /// Enters it, and gives the refusal to be thrown.
    Refusal refused(Actor actor, String what) {
        evidence.enter(actor, "7", "regulator-refused", null, Map.of("what", what));
        return new Refusal.NotYours("outside-remit", "7");
    }
}
