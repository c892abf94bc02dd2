package org.mingqu.platform.mandate;

import static org.mingqu.platform.mandate.Closing.Stage.CLOSED;
import static org.mingqu.platform.mandate.Closing.Stage.OPEN;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.mandate.Closing.ClosingStep;
import org.mingqu.platform.mandate.Closing.Stage;
import org.mingqu.platform.procedures.Procedure;

/// Article 14 after the access is closed: each item of the list is evidenced by whose it is, then the authority closes.
final class ClosingProcedure {

    // spotless:off
    static final Procedure<Stage, ClosingStep> RULES = new Procedure<>("CLOSING",
            List.of(OPEN, CLOSED),
            List.of(
                move(OPEN, ClosingStep.CLOSE, CLOSED, AUTHORITY, "14"),
                move(OPEN, ClosingStep.PROVE, OPEN,   AUTHORITY, "14"),
                move(OPEN, ClosingStep.PROVE, OPEN,   OPERATOR,  "14"),
                move(OPEN, ClosingStep.PROVE, OPEN,   PARTNER,   "14")));
    // spotless:on

    private ClosingProcedure() {}
}
