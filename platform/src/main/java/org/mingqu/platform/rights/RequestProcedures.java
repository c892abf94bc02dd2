package org.mingqu.platform.rights;

import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.rights.RequestStage.ANSWERED;
import static org.mingqu.platform.rights.RequestStage.CORRECTED;
import static org.mingqu.platform.rights.RequestStage.CORRECTING;
import static org.mingqu.platform.rights.RequestStage.EXAMINING;
import static org.mingqu.platform.rights.RequestStage.EXTENDED;
import static org.mingqu.platform.rights.RequestStage.FETCHED;
import static org.mingqu.platform.rights.RequestStage.GRANTED;
import static org.mingqu.platform.rights.RequestStage.REFUSED;
import static org.mingqu.platform.rights.RequestStage.SUBMITTED;
import static org.mingqu.platform.rights.RequestStage.WITHDRAWN;

import java.util.List;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Procedure;

/// The three procedures of art. 37 as tables: a copy and an objection are for the source department to
/// decide, a complaint about it is for the authority.
final class RequestProcedures {

    static final String ACKNOWLEDGE = "rights-acknowledge";
    static final String COMPLAINT_ACCEPT = "complaint-accept";

    private static final String ANSWER = "rights-answer";
    private static final String EXTENSION = "rights-extension";
    private static final String CORRECTION = "rights-correction";
    private static final String COMPLAINT_ANSWER = "complaint-answer";
    private static final String COMPLAINT_EXTENSION = "complaint-extension";

    // spotless:off
    static final Procedure<RequestStage, RequestStep> COPY = new Procedure<>("COPY",
            List.of(SUBMITTED, EXAMINING, EXTENDED, GRANTED, FETCHED, REFUSED, WITHDRAWN),
            List.of(
                move(SUBMITTED, RequestStep.ACCEPT,   EXAMINING, Role.SOURCE,  "37").within(ANSWER),
                move(SUBMITTED, RequestStep.GRANT,    GRANTED,   Role.SOURCE,  "37").withOpinion(),
                move(SUBMITTED, RequestStep.REFUSE,   REFUSED,   Role.SOURCE,  "37").withOpinion(),
                move(SUBMITTED, RequestStep.WITHDRAW, WITHDRAWN, Role.SUBJECT, "37"),
                move(EXAMINING, RequestStep.GRANT,    GRANTED,   Role.SOURCE,  "37").withOpinion(),
                move(EXAMINING, RequestStep.REFUSE,   REFUSED,   Role.SOURCE,  "37").withOpinion(),
                move(EXAMINING, RequestStep.EXTEND,   EXTENDED,  Role.SOURCE,  "37").withOpinion().within(EXTENSION),
                move(EXAMINING, RequestStep.WITHDRAW, WITHDRAWN, Role.SUBJECT, "37"),
                move(EXTENDED,  RequestStep.GRANT,    GRANTED,   Role.SOURCE,  "37").withOpinion(),
                move(EXTENDED,  RequestStep.REFUSE,   REFUSED,   Role.SOURCE,  "37").withOpinion(),
                move(EXTENDED,  RequestStep.WITHDRAW, WITHDRAWN, Role.SUBJECT, "37"),
                move(GRANTED,   RequestStep.FETCH,    FETCHED,   Role.SUBJECT, "37")));

    static final Procedure<RequestStage, RequestStep> OBJECTION = new Procedure<>("OBJECTION",
            List.of(SUBMITTED, EXAMINING, EXTENDED, CORRECTING, CORRECTED, REFUSED, WITHDRAWN),
            List.of(
                move(SUBMITTED,  RequestStep.ACCEPT,   EXAMINING,  Role.SOURCE,  "37").within(ANSWER),
                move(SUBMITTED,  RequestStep.UPHOLD,   CORRECTING, Role.SOURCE,  "37").withOpinion().within(CORRECTION),
                move(SUBMITTED,  RequestStep.REFUSE,   REFUSED,    Role.SOURCE,  "37").withOpinion(),
                move(SUBMITTED,  RequestStep.WITHDRAW, WITHDRAWN,  Role.SUBJECT, "37"),
                move(EXAMINING,  RequestStep.UPHOLD,   CORRECTING, Role.SOURCE,  "37").withOpinion().within(CORRECTION),
                move(EXAMINING,  RequestStep.REFUSE,   REFUSED,    Role.SOURCE,  "37").withOpinion(),
                move(EXAMINING,  RequestStep.EXTEND,   EXTENDED,   Role.SOURCE,  "37").withOpinion().within(EXTENSION),
                move(EXAMINING,  RequestStep.WITHDRAW, WITHDRAWN,  Role.SUBJECT, "37"),
                move(EXTENDED,   RequestStep.UPHOLD,   CORRECTING, Role.SOURCE,  "37").withOpinion().within(CORRECTION),
                move(EXTENDED,   RequestStep.REFUSE,   REFUSED,    Role.SOURCE,  "37").withOpinion(),
                move(EXTENDED,   RequestStep.WITHDRAW, WITHDRAWN,  Role.SUBJECT, "37"),
                move(CORRECTING, RequestStep.CORRECT,  CORRECTED,  Role.SOURCE,  "37").withOpinion()));

    static final Procedure<RequestStage, RequestStep> COMPLAINT = new Procedure<>("COMPLAINT",
            List.of(SUBMITTED, EXAMINING, EXTENDED, ANSWERED, REFUSED, WITHDRAWN),
            List.of(
                move(SUBMITTED, RequestStep.ACCEPT,   EXAMINING, Role.AUTHORITY, "37").within(COMPLAINT_ANSWER),
                move(SUBMITTED, RequestStep.REFUSE,   REFUSED,   Role.AUTHORITY, "37").withOpinion(),
                move(SUBMITTED, RequestStep.WITHDRAW, WITHDRAWN, Role.SUBJECT,   "37"),
                move(EXAMINING, RequestStep.ANSWER,   ANSWERED,  Role.AUTHORITY, "37").withOpinion(),
                move(EXAMINING, RequestStep.EXTEND,   EXTENDED,  Role.AUTHORITY, "37").withOpinion().within(COMPLAINT_EXTENSION),
                move(EXAMINING, RequestStep.WITHDRAW, WITHDRAWN, Role.SUBJECT,   "37"),
                move(EXTENDED,  RequestStep.ANSWER,   ANSWERED,  Role.AUTHORITY, "37").withOpinion(),
                move(EXTENDED,  RequestStep.WITHDRAW, WITHDRAWN, Role.SUBJECT,   "37")));
    // spotless:on

    private RequestProcedures() {}

    static Procedure<RequestStage, RequestStep> of(RequestKind kind) {
        return switch (kind) {
            case COPY -> COPY;
            case OBJECTION -> OBJECTION;
            case COMPLAINT -> COMPLAINT;
        };
    }
}
