package org.mingqu.platform.workspace;

import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.workspace.ReleaseStage.APPROVED;
import static org.mingqu.platform.workspace.ReleaseStage.HANDED_OVER;
import static org.mingqu.platform.workspace.ReleaseStage.REFUSED;
import static org.mingqu.platform.workspace.ReleaseStage.WITHDRAWN;
import static org.mingqu.platform.workspace.ReleaseStage.WITH_AUTHORITY;
import static org.mingqu.platform.workspace.ReleaseStage.WITH_OPERATOR;
import static org.mingqu.platform.workspace.ReleaseStage.WITH_SECOND;

import java.util.List;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.Procedure;

/// How an exact result leaves, as a table (art. 20, 32).
final class ReleaseProcedure {

    static final String OPERATOR_TERM = "release-operator";
    static final String AUTHORITY_TERM = "release-authority";

    // spotless:off
    static final Procedure<ReleaseStage, ReleaseStep> RULES = new Procedure<>("RELEASE",
            List.of(WITH_OPERATOR, WITH_AUTHORITY, WITH_SECOND, APPROVED, HANDED_OVER, REFUSED, WITHDRAWN),
            List.of(
                move(WITH_OPERATOR,  ReleaseStep.FORWARD,       WITH_AUTHORITY, Role.OPERATOR,  "20").withOpinion().within(AUTHORITY_TERM),
                move(WITH_OPERATOR,  ReleaseStep.REFUSE,        REFUSED,        Role.OPERATOR,  "20").withOpinion(),
                move(WITH_OPERATOR,  ReleaseStep.WITHDRAW,      WITHDRAWN,      Role.PARTNER,   "20"),
                move(WITH_AUTHORITY, ReleaseStep.APPROVE,       APPROVED,       Role.AUTHORITY, "20").withOpinion(),
                move(WITH_AUTHORITY, ReleaseStep.APPROVE_FIRST, WITH_SECOND,    Role.AUTHORITY, "20").withOpinion().within(AUTHORITY_TERM),
                move(WITH_AUTHORITY, ReleaseStep.REFUSE,        REFUSED,        Role.AUTHORITY, "20").withOpinion(),
                move(WITH_AUTHORITY, ReleaseStep.WITHDRAW,      WITHDRAWN,      Role.PARTNER,   "20"),
                move(WITH_SECOND,    ReleaseStep.APPROVE,       APPROVED,       Role.AUTHORITY, "20").withOpinion(),
                move(WITH_SECOND,    ReleaseStep.REFUSE,        REFUSED,        Role.AUTHORITY, "20").withOpinion(),
                move(WITH_SECOND,    ReleaseStep.WITHDRAW,      WITHDRAWN,      Role.PARTNER,   "20"),
                move(APPROVED,       ReleaseStep.HAND_OVER,     HANDED_OVER,    Role.PARTNER,   "20"),
                move(APPROVED,       ReleaseStep.HAND_OVER,     HANDED_OVER,    Role.OPERATOR,  "20")));
    // spotless:on

    /// From this grade on two persons of the authority decide.
    private static final int TWO_PERSONS = 3;

    private ReleaseProcedure() {}

    /// Whether a line of the table is for data of that grade: the first of two decisions, or the only one.
    static boolean isFor(int grade, Move<ReleaseStage, ReleaseStep> move) {
        if (move.from() != WITH_AUTHORITY) {
            return true;
        }
        return switch (move.step()) {
            case APPROVE -> grade < TWO_PERSONS;
            case APPROVE_FIRST -> grade >= TWO_PERSONS;
            default -> true;
        };
    }
}
