package org.mingqu.platform.supervision;

import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.MARKET_REGULATOR;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.SECURITY_REGULATOR;
import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.supervision.DutyStage.ACCEPTED;
import static org.mingqu.platform.supervision.DutyStage.OPEN;
import static org.mingqu.platform.supervision.DutyStage.RECORDED;
import static org.mingqu.platform.supervision.DutyStage.RETURNED;
import static org.mingqu.platform.supervision.DutyStage.SUBMITTED;

import java.util.List;
import org.mingqu.platform.procedures.Procedure;

/// How a duty is fulfilled, as a table. Each act goes by the article of its own duty; the articles here are the general
/// ones: 29 (the authority supervises that responsibilities are met) and 26 (with finance; circulated to security).
final class DutyProcedure {

    static final String ACCEPTANCE = "duty-acceptance";
    static final String SUPPLEMENT = "duty-supplement";

    // spotless:off
    static final Procedure<DutyStage, DutyStep> RULES = new Procedure<>("DUTY",
            List.of(OPEN, RETURNED, SUBMITTED, ACCEPTED, RECORDED),
            List.of(
                move(OPEN,      DutyStep.SUBMIT, SUBMITTED, OPERATOR,           "29").within(ACCEPTANCE),
                move(OPEN,      DutyStep.SUBMIT, SUBMITTED, AUTHORITY,          "26").within(ACCEPTANCE),
                move(OPEN,      DutyStep.RECORD, RECORDED,  AUTHORITY,          "29"),
                move(RETURNED,  DutyStep.SUBMIT, SUBMITTED, OPERATOR,           "29").within(ACCEPTANCE),
                move(RETURNED,  DutyStep.SUBMIT, SUBMITTED, AUTHORITY,          "26").within(ACCEPTANCE),
                move(SUBMITTED, DutyStep.ACCEPT, ACCEPTED,  AUTHORITY,          "29"),
                move(SUBMITTED, DutyStep.ACCEPT, ACCEPTED,  MARKET_REGULATOR,   "26"),
                move(SUBMITTED, DutyStep.ACCEPT, ACCEPTED,  SECURITY_REGULATOR, "26"),
                move(SUBMITTED, DutyStep.RETURN, RETURNED,  AUTHORITY,          "29").withOpinion().within(SUPPLEMENT),
                move(SUBMITTED, DutyStep.RETURN, RETURNED,  MARKET_REGULATOR,   "26").withOpinion().within(SUPPLEMENT)));
    // spotless:on

    private DutyProcedure() {}
}
