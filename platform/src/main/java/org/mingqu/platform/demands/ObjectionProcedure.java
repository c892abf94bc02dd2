package org.mingqu.platform.demands;

import static org.mingqu.platform.demands.Objection.Stage.*;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.parties.Role.SOURCE;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.demands.Objection.Stage;
import org.mingqu.platform.demands.Objection.Step;
import org.mingqu.platform.procedures.Procedure;

/// Article 5 (3) as a table: the department answers an objection; whoever is not content goes to the authority.
final class ObjectionProcedure {

    static final String ANSWER = "objection-answer";
    static final String REVIEW = "objection-review";
    static final String CORRECTION = "objection-correction";

    // spotless:off
    static final Procedure<Stage, Step> RULES = new Procedure<>("CATALOGUE_OBJECTION",
            List.of(WITH_SOURCE, WITH_AUTHORITY, UPHELD, CORRECTED, REJECTED, CONFIRMED, WITHDRAWN),
            List.of(
                move(WITH_SOURCE,    Step.UPHOLD,   UPHELD,         SOURCE,    "6").withOpinion().within(CORRECTION),
                move(WITH_SOURCE,    Step.REJECT,   REJECTED,       SOURCE,    "6").withOpinion(),
                move(WITH_SOURCE,    Step.WITHDRAW, WITHDRAWN,      PARTNER,   "5"),
                move(WITH_SOURCE,    Step.WITHDRAW, WITHDRAWN,      OPERATOR,  "5"),
                move(REJECTED,       Step.APPEAL,   WITH_AUTHORITY, PARTNER,   "5").withOpinion().within(REVIEW),
                move(REJECTED,       Step.APPEAL,   WITH_AUTHORITY, OPERATOR,  "5").withOpinion().within(REVIEW),
                move(WITH_AUTHORITY, Step.UPHOLD,   UPHELD,         AUTHORITY, "5").withOpinion().within(CORRECTION),
                move(WITH_AUTHORITY, Step.KEEP,  CONFIRMED,      AUTHORITY, "5").withOpinion(),
                move(UPHELD,         Step.CORRECT,  CORRECTED,      SOURCE,    "6").withOpinion()));
    // spotless:on

    private ObjectionProcedure() {}
}
