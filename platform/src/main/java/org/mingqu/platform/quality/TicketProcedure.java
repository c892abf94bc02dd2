package org.mingqu.platform.quality;

import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.parties.Role.SOURCE;
import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.quality.Ticket.Stage.CLOSED;
import static org.mingqu.platform.quality.Ticket.Stage.CONTESTED;
import static org.mingqu.platform.quality.Ticket.Stage.FIXED;
import static org.mingqu.platform.quality.Ticket.Stage.FIXING;
import static org.mingqu.platform.quality.Ticket.Stage.REJECTED;
import static org.mingqu.platform.quality.Ticket.Stage.REPORTED;

import java.util.List;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.quality.Ticket.Stage;
import org.mingqu.platform.quality.Ticket.TicketStep;

/// Article 25, quality: the department replies, then corrects by a new version of its data; who is not content with
/// its reply goes to the authority. Silence settles nothing: it is made known to the authority, which urges.
final class TicketProcedure {

    static final String REPLY = "quality-reply";
    static final String FIX = "quality-fix";
    static final String DECISION = "quality-decision";

    // spotless:off
    static final Procedure<Stage, TicketStep> RULES = new Procedure<>("QUALITY",
            List.of(REPORTED, FIXING, FIXED, REJECTED, CONTESTED, CLOSED),
            List.of(
                move(REPORTED,  TicketStep.CONFIRM, FIXING,    SOURCE,    "25").withOpinion().within(FIX),
                move(REPORTED,  TicketStep.EXPLAIN,  REJECTED,  SOURCE,    "25").withOpinion(),
                move(REPORTED,  TicketStep.URGE,    REPORTED,  AUTHORITY, "25").withOpinion(),
                move(FIXING,    TicketStep.FIX,     FIXED,     SOURCE,    "25").withOpinion(),
                move(FIXING,    TicketStep.URGE,    FIXING,    AUTHORITY, "25").withOpinion(),
                move(REJECTED,  TicketStep.CONTEST, CONTESTED, PARTNER,   "25").withOpinion().within(DECISION),
                move(REJECTED,  TicketStep.CONTEST, CONTESTED, OPERATOR,  "25").withOpinion().within(DECISION),
                move(REJECTED,  TicketStep.SETTLE,   CLOSED,    PARTNER,   "25"),
                move(REJECTED,  TicketStep.SETTLE,   CLOSED,    OPERATOR,  "25"),
                move(CONTESTED, TicketStep.ORDER_FIX,   FIXING,    AUTHORITY, "25").withOpinion().within(FIX),
                move(CONTESTED, TicketStep.SETTLE,   CLOSED,    AUTHORITY, "25").withOpinion()));
    // spotless:on

    private TicketProcedure() {}
}
