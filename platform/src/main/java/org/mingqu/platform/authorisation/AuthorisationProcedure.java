package org.mingqu.platform.authorisation;

import static org.mingqu.platform.authorisation.Stage.*;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.parties.Role.SOURCE;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.procedures.Procedure;

/// Article 18 as a table.
final class AuthorisationProcedure {

    static final String REVIEW = "operator-review";
    static final String ASSESSMENT = "authority-assessment";
    static final String OPINION = "source-opinion";
    static final String SUPPLEMENT = "applicant-supplement";

    // spotless:off
    static final Procedure<Stage, Step> RULES = new Procedure<>("AUTHORISATION",
            List.of(DRAFT, WITH_OPERATOR, RETURNED, WITH_AUTHORITY, WITH_SOURCE, GRANTED, REFUSED, REJECTED, WITHDRAWN),
            List.of(
                move(DRAFT,          Step.SUBMIT,   WITH_OPERATOR,  PARTNER,   "18").within(REVIEW),
                move(DRAFT,          Step.SUBMIT,   WITH_AUTHORITY, OPERATOR,  "18").within(ASSESSMENT),
                move(DRAFT,          Step.WITHDRAW, WITHDRAWN,      PARTNER,   "18"),
                move(DRAFT,          Step.WITHDRAW, WITHDRAWN,      OPERATOR,  "18"),
                move(WITH_OPERATOR,  Step.FORWARD,  WITH_AUTHORITY, OPERATOR,  "18").withOpinion().within(ASSESSMENT),
                move(WITH_OPERATOR,  Step.RETURN,   RETURNED,       OPERATOR,  "18").withOpinion().within(SUPPLEMENT),
                move(WITH_OPERATOR,  Step.REJECT,   REJECTED,       OPERATOR,  "18").withOpinion(),
                move(WITH_OPERATOR,  Step.WITHDRAW, WITHDRAWN,      PARTNER,   "18"),
                move(WITH_AUTHORITY, Step.ASSESS,   WITH_SOURCE,    AUTHORITY, "18").withOpinion().within(OPINION),
                move(WITH_AUTHORITY, Step.RETURN,   RETURNED,       AUTHORITY, "18").withOpinion().within(SUPPLEMENT),
                move(WITH_AUTHORITY, Step.REJECT,   REJECTED,       AUTHORITY, "18").withOpinion(),
                move(WITH_AUTHORITY, Step.WITHDRAW, WITHDRAWN,      PARTNER,   "18"),
                move(WITH_SOURCE,    Step.CONSENT,  GRANTED,        SOURCE,    "18"),
                move(WITH_SOURCE,    Step.REFUSE,   REFUSED,        SOURCE,    "18").withOpinion(),
                move(WITH_SOURCE,    Step.WITHDRAW, WITHDRAWN,      PARTNER,   "18"),
                move(RETURNED,       Step.RESUBMIT, WITH_OPERATOR,  PARTNER,   "18").within(REVIEW),
                move(RETURNED,       Step.RESUBMIT, WITH_AUTHORITY, OPERATOR,  "18").within(ASSESSMENT),
                move(RETURNED,       Step.WITHDRAW, WITHDRAWN,      PARTNER,   "18"),
                move(RETURNED,       Step.WITHDRAW, WITHDRAWN,      OPERATOR,  "18")));
    // spotless:on

    private AuthorisationProcedure() {}
}
