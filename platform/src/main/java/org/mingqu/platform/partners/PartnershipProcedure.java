package org.mingqu.platform.partners;

import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.partners.PartnershipStage.ADMITTED;
import static org.mingqu.platform.partners.PartnershipStage.APPLIED;
import static org.mingqu.platform.partners.PartnershipStage.DECLINED;
import static org.mingqu.platform.partners.PartnershipStage.EXITED;
import static org.mingqu.platform.partners.PartnershipStage.EXITING;
import static org.mingqu.platform.partners.PartnershipStage.EXIT_FILING;
import static org.mingqu.platform.partners.PartnershipStage.FILED;
import static org.mingqu.platform.partners.PartnershipStage.FILING;
import static org.mingqu.platform.partners.PartnershipStage.OBJECTED;
import static org.mingqu.platform.partners.PartnershipStage.WITHDRAWN;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Procedure;

/// Article 17 as a table: in by the operator's decision and the filing, out by either side or by time, and filed again.
final class PartnershipProcedure {

    static final String DECISION = "partner-decision";
    static final String FILE = "partner-filing";
    static final String ANSWER = "partner-acknowledgement";
    static final String FILE_EXIT = "partner-exit-filing";

    // spotless:off
    static final Procedure<PartnershipStage, PartnershipStep> RULES = new Procedure<>("PARTNERSHIP",
            List.of(APPLIED, ADMITTED, FILING, FILED, EXITING, EXIT_FILING, EXITED, OBJECTED, DECLINED, WITHDRAWN),
            List.of(
                move(APPLIED,     PartnershipStep.ADMIT,            ADMITTED,    OPERATOR,  "17").within(FILE),
                move(APPLIED,     PartnershipStep.DECLINE,          DECLINED,    OPERATOR,  "17").withOpinion(),
                move(APPLIED,     PartnershipStep.WITHDRAW,         WITHDRAWN,   PARTNER,   "17"),
                move(ADMITTED,    PartnershipStep.FILE,             FILING,      OPERATOR,  "17").within(ANSWER),
                move(ADMITTED,    PartnershipStep.WITHDRAW,         WITHDRAWN,   PARTNER,   "17"),
                move(FILING,      PartnershipStep.ACKNOWLEDGE,      FILED,       AUTHORITY, "17"),
                move(FILING,      PartnershipStep.OBJECT,           OBJECTED,    AUTHORITY, "17").withOpinion().within(FILE),
                move(OBJECTED,    PartnershipStep.FILE,             FILING,      OPERATOR,  "17").withOpinion().within(ANSWER),
                move(OBJECTED,    PartnershipStep.DECLINE,          DECLINED,    OPERATOR,  "17").withOpinion(),
                move(FILED,       PartnershipStep.LEAVE,            EXITING,     PARTNER,   "17").withOpinion().within(FILE_EXIT),
                move(FILED,       PartnershipStep.REMOVE,           EXITING,     OPERATOR,  "17").withOpinion().within(FILE_EXIT),
                move(EXITING,     PartnershipStep.CERTIFY,          EXITING,     PARTNER,   "17").withOpinion(),
                move(EXITING,     PartnershipStep.FILE_EXIT,        EXIT_FILING, OPERATOR,  "17").within(ANSWER),
                move(EXIT_FILING, PartnershipStep.ACKNOWLEDGE_EXIT, EXITED,      AUTHORITY, "17")),
            List.of(new Lapse<>(FILED, PartnershipStep.EXPIRE, EXITING, "17")));
    // spotless:on

    private PartnershipProcedure() {}
}
