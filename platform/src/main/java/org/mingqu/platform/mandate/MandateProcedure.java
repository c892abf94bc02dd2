package org.mingqu.platform.mandate;

import static org.mingqu.platform.mandate.MandateStage.AMENDING;
import static org.mingqu.platform.mandate.MandateStage.DRAFT;
import static org.mingqu.platform.mandate.MandateStage.ENDING;
import static org.mingqu.platform.mandate.MandateStage.EXPIRED;
import static org.mingqu.platform.mandate.MandateStage.IN_FORCE;
import static org.mingqu.platform.mandate.MandateStage.REVOKED;
import static org.mingqu.platform.mandate.MandateStage.SIGNING;
import static org.mingqu.platform.mandate.MandateStage.TERMINATED;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.procedures.Move.move;

import java.util.ArrayList;
import java.util.List;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.Procedure;

/// Articles 12 to 14 as a table. Who was selected signs before it is an operator, so its people may still be those of a
/// partner.
final class MandateProcedure {

    static final Procedure<MandateStage, MandateStep> RULES = new Procedure<>(
            "MANDATE",
            List.of(DRAFT, SIGNING, IN_FORCE, AMENDING, ENDING, EXPIRED, TERMINATED, REVOKED),
            moves(),
            List.of(
                    new Lapse<>(IN_FORCE, MandateStep.EXPIRE, EXPIRED, "14"),
                    new Lapse<>(AMENDING, MandateStep.EXPIRE, EXPIRED, "14"),
                    new Lapse<>(ENDING, MandateStep.EXPIRE, EXPIRED, "14")));

    private MandateProcedure() {}

    private static List<Move<MandateStage, MandateStep>> moves() {
        var moves = new ArrayList<Move<MandateStage, MandateStep>>();
        for (var by : List.of(AUTHORITY, OPERATOR, PARTNER)) {
            drafting(moves, by);
        }
        // spotless:off
        for (var by : List.of(OPERATOR, PARTNER)) {
            moves.add(move(IN_FORCE, MandateStep.PROPOSE_END, ENDING, by, "14").withOpinion());
        }
        moves.add(move(ENDING,   MandateStep.AGREE_END,   TERMINATED, AUTHORITY, "14"));
        moves.add(move(ENDING,   MandateStep.DECLINE_END, IN_FORCE,   AUTHORITY, "14").withOpinion());
        moves.add(move(IN_FORCE, MandateStep.REVOKE,      REVOKED,    AUTHORITY, "14").withOpinion());
        moves.add(move(AMENDING, MandateStep.REVOKE,      REVOKED,    AUTHORITY, "14").withOpinion());
        moves.add(move(ENDING,   MandateStep.REVOKE,      REVOKED,    AUTHORITY, "14").withOpinion());
        // spotless:on
        return moves;
    }

    private static void drafting(List<Move<MandateStage, MandateStep>> moves, Role by) {
        // spotless:off
        moves.add(move(DRAFT,    MandateStep.FILL,    DRAFT,    by, "13"));
        moves.add(move(DRAFT,    MandateStep.SIGN,    SIGNING,  by, "12"));
        moves.add(move(SIGNING,  MandateStep.SIGN,    IN_FORCE, by, "12"));
        moves.add(move(SIGNING,  MandateStep.REOPEN,  DRAFT,    by, "13"));
        moves.add(move(IN_FORCE, MandateStep.AMEND,   AMENDING, by, "13").withOpinion());
        moves.add(move(IN_FORCE, MandateStep.RENEW,   IN_FORCE, by, "13"));
        moves.add(move(AMENDING, MandateStep.FILL,    AMENDING, by, "13"));
        moves.add(move(AMENDING, MandateStep.SIGN,    IN_FORCE, by, "12"));
        moves.add(move(AMENDING, MandateStep.DISCARD, IN_FORCE, by, "13"));
        // spotless:on
    }
}
