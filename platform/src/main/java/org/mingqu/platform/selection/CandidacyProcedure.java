package org.mingqu.platform.selection;

import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.selection.CandidacyStage.COMPLETE;
import static org.mingqu.platform.selection.CandidacyStage.DRAFT;
import static org.mingqu.platform.selection.CandidacyStage.FILED;
import static org.mingqu.platform.selection.CandidacyStage.INCOMPLETE;
import static org.mingqu.platform.selection.CandidacyStage.LAPSED;
import static org.mingqu.platform.selection.CandidacyStage.NOT_ADMITTED;
import static org.mingqu.platform.selection.CandidacyStage.NOT_SELECTED;
import static org.mingqu.platform.selection.CandidacyStage.SELECTED;
import static org.mingqu.platform.selection.CandidacyStage.WITHDRAWN;

import java.util.List;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Procedure;

/// Article 10 as a table: an application to become operator. It is sent back once at most, with all defects.
final class CandidacyProcedure {

    static final String CHECK = "candidacy-check";
    static final String SUPPLEMENT = "candidacy-supplement";

    // spotless:off
    static final Procedure<CandidacyStage, CandidacyStep> RULES = new Procedure<>("CANDIDACY",
            List.of(DRAFT, FILED, INCOMPLETE, COMPLETE, SELECTED, NOT_SELECTED, NOT_ADMITTED, WITHDRAWN, LAPSED),
            List.of(
                move(DRAFT,      CandidacyStep.FILE,            FILED,        PARTNER,   "10").within(CHECK),
                move(DRAFT,      CandidacyStep.FILE,            FILED,        OPERATOR,  "10").within(CHECK),
                move(DRAFT,      CandidacyStep.WITHDRAW,        WITHDRAWN,    PARTNER,   "10"),
                move(DRAFT,      CandidacyStep.WITHDRAW,        WITHDRAWN,    OPERATOR,  "10"),
                move(FILED,      CandidacyStep.FIND_COMPLETE,   COMPLETE,     AUTHORITY, "10"),
                move(FILED,      CandidacyStep.FIND_INCOMPLETE, INCOMPLETE,   AUTHORITY, "10").within(SUPPLEMENT),
                move(FILED,      CandidacyStep.NOT_ADMIT,       NOT_ADMITTED, AUTHORITY, "9").withOpinion(),
                move(FILED,      CandidacyStep.WITHDRAW,        WITHDRAWN,    PARTNER,   "10"),
                move(FILED,      CandidacyStep.WITHDRAW,        WITHDRAWN,    OPERATOR,  "10"),
                move(INCOMPLETE, CandidacyStep.FILE,            FILED,        PARTNER,   "10").within(CHECK),
                move(INCOMPLETE, CandidacyStep.FILE,            FILED,        OPERATOR,  "10").within(CHECK),
                move(INCOMPLETE, CandidacyStep.NOT_ADMIT,       NOT_ADMITTED, AUTHORITY, "9").withOpinion(),
                move(INCOMPLETE, CandidacyStep.WITHDRAW,        WITHDRAWN,    PARTNER,   "10"),
                move(INCOMPLETE, CandidacyStep.WITHDRAW,        WITHDRAWN,    OPERATOR,  "10"),
                move(COMPLETE,   CandidacyStep.WITHDRAW,        WITHDRAWN,    PARTNER,   "10"),
                move(COMPLETE,   CandidacyStep.WITHDRAW,        WITHDRAWN,    OPERATOR,  "10"),
                move(COMPLETE,   CandidacyStep.SELECT,          SELECTED,     AUTHORITY, "11"),
                move(COMPLETE,   CandidacyStep.PASS_OVER,       NOT_SELECTED, AUTHORITY, "11")),
            List.of(new Lapse<>(DRAFT, CandidacyStep.LAPSE, LAPSED, "10")));
    // spotless:on

    private CandidacyProcedure() {}
}
