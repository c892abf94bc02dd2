package org.mingqu.platform.enforcement;

import static org.mingqu.platform.enforcement.Rectification.Stage.ACCEPTED;
import static org.mingqu.platform.enforcement.Rectification.Stage.DISMISSED;
import static org.mingqu.platform.enforcement.Rectification.Stage.ORDERED;
import static org.mingqu.platform.enforcement.Rectification.Stage.REPORTED;
import static org.mingqu.platform.enforcement.Rectification.Stage.SUBMITTED;
import static org.mingqu.platform.enforcement.Rectification.Stage.TERMINATED;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.MARKET_REGULATOR;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.parties.Role.SECURITY_REGULATOR;
import static org.mingqu.platform.parties.Role.SOURCE;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import java.util.Map;
import org.mingqu.platform.enforcement.Rectification.RectificationStep;
import org.mingqu.platform.enforcement.Rectification.Stage;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Procedure;

/// Articles 33 and 38 as a table. Who is put right has access again only after acceptance; an order that nothing was
/// submitted to by its last day ends the agreements, by time alone: the article leaves no choice.
final class RectificationProcedure {

    static final String DECISION = "finding-decision";
    static final String ACCEPTANCE = "rectification-acceptance";

    /// Who may report a finding, and by which article.
    static final Map<Role, String> REPORTERS = Map.of(
            SOURCE, "33",
            AUTHORITY, "27",
            OPERATOR, "28",
            SECURITY_REGULATOR, "7",
            MARKET_REGULATOR, "7");

    // spotless:off
    static final Procedure<Stage, RectificationStep> RULES = new Procedure<>("RECTIFICATION",
            List.of(REPORTED, ORDERED, SUBMITTED, ACCEPTED, TERMINATED, DISMISSED),
            List.of(
                move(REPORTED,  RectificationStep.ORDER,     ORDERED,    AUTHORITY,          "38").withOpinion(),
                move(REPORTED,  RectificationStep.DISMISS,   DISMISSED,  AUTHORITY,          "33").withOpinion(),
                move(REPORTED,  RectificationStep.REFER,     REPORTED,   AUTHORITY,          "39").withOpinion(),
                move(ORDERED,   RectificationStep.SUBMIT,    SUBMITTED,  PARTNER,            "38").withOpinion().within(ACCEPTANCE),
                move(ORDERED,   RectificationStep.SUBMIT,    SUBMITTED,  OPERATOR,           "38").withOpinion().within(ACCEPTANCE),
                move(ORDERED,   RectificationStep.REFER,     ORDERED,    AUTHORITY,          "39").withOpinion(),
                move(ORDERED,   RectificationStep.RECEIVE,   ORDERED,    SECURITY_REGULATOR, "39"),
                move(ORDERED,   RectificationStep.RECEIVE,   ORDERED,    MARKET_REGULATOR,   "39"),
                move(REPORTED,  RectificationStep.RECEIVE,   REPORTED,   SECURITY_REGULATOR, "39"),
                move(REPORTED,  RectificationStep.RECEIVE,   REPORTED,   MARKET_REGULATOR,   "39"),
                move(SUBMITTED, RectificationStep.RECEIVE,   SUBMITTED,  SECURITY_REGULATOR, "39"),
                move(SUBMITTED, RectificationStep.RECEIVE,   SUBMITTED,  MARKET_REGULATOR,   "39"),
                move(SUBMITTED, RectificationStep.ACCEPT,    ACCEPTED,   AUTHORITY,          "38").withOpinion(),
                move(SUBMITTED, RectificationStep.RETURN,    ORDERED,    AUTHORITY,          "38").withOpinion(),
                move(SUBMITTED, RectificationStep.REFER,     SUBMITTED,  AUTHORITY,          "39").withOpinion()),
            List.of(
                new Lapse<>(ORDERED, RectificationStep.TERMINATE, TERMINATED, "38")));
    // spotless:on

    private RectificationProcedure() {}
}
