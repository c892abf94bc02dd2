package org.mingqu.platform.demands;

import static org.mingqu.platform.demands.Demand.Stage.*;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.parties.Role.SOURCE;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.demands.Demand.Stage;
import org.mingqu.platform.demands.Demand.Step;
import org.mingqu.platform.procedures.Procedure;

/// Articles 5 (3) and 6 (2) as a table: a demand finds its department, which answers and, if it can, registers the
/// data.
final class DemandProcedure {

    static final String ASSIGN = "demand-assign";
    static final String ANSWER = "demand-answer";
    static final String REGISTRATION = "demand-registration";

    // spotless:off
    static final Procedure<Stage, Step> RULES = new Procedure<>("DEMAND",
            List.of(OPEN, WITH_SOURCE, TO_REGISTER, SUPPLIED, DECLINED, WITHDRAWN),
            List.of(
                move(OPEN,        Step.ASSIGN,   WITH_SOURCE, AUTHORITY, "5").within(ANSWER),
                move(OPEN,        Step.CANNOT,  DECLINED,    AUTHORITY, "5").withOpinion(),
                move(OPEN,        Step.WITHDRAW, WITHDRAWN,   PARTNER,   "5"),
                move(OPEN,        Step.WITHDRAW, WITHDRAWN,   OPERATOR,  "5"),
                move(WITH_SOURCE, Step.OFFER,    TO_REGISTER, SOURCE,    "6").withOpinion().within(REGISTRATION),
                move(WITH_SOURCE, Step.CANNOT,  DECLINED,    SOURCE,    "6").withOpinion(),
                move(WITH_SOURCE, Step.PASS,     OPEN,        SOURCE,    "6").withOpinion().within(ASSIGN),
                move(WITH_SOURCE, Step.WITHDRAW, WITHDRAWN,   PARTNER,   "5"),
                move(WITH_SOURCE, Step.WITHDRAW, WITHDRAWN,   OPERATOR,  "5"),
                move(TO_REGISTER, Step.LINK, SUPPLIED,    SOURCE,    "6")));
    // spotless:on

    private DemandProcedure() {}
}
