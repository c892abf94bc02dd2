package org.mingqu.platform.selection;

import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.GOVERNMENT;
import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.selection.CallStage.ANNOUNCED;
import static org.mingqu.platform.selection.CallStage.CHECKING;
import static org.mingqu.platform.selection.CallStage.DECIDED;
import static org.mingqu.platform.selection.CallStage.DRAFT;
import static org.mingqu.platform.selection.CallStage.ENDED;
import static org.mingqu.platform.selection.CallStage.OPEN;
import static org.mingqu.platform.selection.CallStage.REVIEWING;
import static org.mingqu.platform.selection.CallStage.WITH_GOVERNMENT;

import java.util.List;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Procedure;

/// Articles 9 and 11 as a table: from the notice to the result.
final class SelectionProcedure {

    static final String DECISION = "selection-decision";

    // spotless:off
    static final Procedure<CallStage, CallStep> RULES = new Procedure<>("SELECTION",
            List.of(DRAFT, OPEN, CHECKING, REVIEWING, WITH_GOVERNMENT, DECIDED, ANNOUNCED, ENDED),
            List.of(
                move(DRAFT,           CallStep.PUBLISH,  OPEN,            AUTHORITY,  "9"),
                move(DRAFT,           CallStep.CANCEL,   ENDED,           AUTHORITY,  "9"),
                move(OPEN,            CallStep.CANCEL,   ENDED,           AUTHORITY,  "9").withOpinion(),
                move(CHECKING,        CallStep.DRAW,     REVIEWING,       AUTHORITY,  "11"),
                move(CHECKING,        CallStep.CANCEL,   ENDED,           AUTHORITY,  "9").withOpinion(),
                move(REVIEWING,       CallStep.SUBMIT,   WITH_GOVERNMENT, AUTHORITY,  "11").withOpinion().within(DECISION),
                move(REVIEWING,       CallStep.CANCEL,   ENDED,           AUTHORITY,  "9").withOpinion(),
                move(WITH_GOVERNMENT, CallStep.APPROVE,  DECIDED,         GOVERNMENT, "11").withOpinion(),
                move(WITH_GOVERNMENT, CallStep.RETURN,   REVIEWING,       GOVERNMENT, "11").withOpinion(),
                move(WITH_GOVERNMENT, CallStep.REJECT,   ENDED,           GOVERNMENT, "11").withOpinion(),
                move(DECIDED,         CallStep.ANNOUNCE, ANNOUNCED,       AUTHORITY,  "9")),
            List.of(new Lapse<>(OPEN, CallStep.CLOSE, CHECKING, "10")));
    // spotless:on

    private SelectionProcedure() {}
}
