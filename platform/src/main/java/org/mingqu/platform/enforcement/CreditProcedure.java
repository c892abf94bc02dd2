package org.mingqu.platform.enforcement;

import static org.mingqu.platform.enforcement.CreditRecord.CreditStage.DISPUTED;
import static org.mingqu.platform.enforcement.CreditRecord.CreditStage.PUBLISHED;
import static org.mingqu.platform.enforcement.CreditRecord.CreditStage.REPAIRED;
import static org.mingqu.platform.enforcement.CreditRecord.CreditStage.REPAIR_ASKED;
import static org.mingqu.platform.enforcement.CreditRecord.CreditStage.WITHDRAWN;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.enforcement.CreditRecord.CreditStage;
import org.mingqu.platform.enforcement.CreditRecord.CreditStep;
import org.mingqu.platform.procedures.Procedure;

/// Article 39 as a table, with objection and repair as the Shenzhen regulation on social credit has them (art. 50, 51,
/// 79,
/// 81, 82): a disputed record is marked at once, and both are decided within working days.
final class CreditProcedure {

    static final String OBJECTION = "credit-objection";
    static final String REPAIR = "credit-repair";
    static final String PUBLICITY = "credit-publicity-days";

    // spotless:off
    static final Procedure<CreditStage, CreditStep> RULES = new Procedure<>("CREDIT",
            List.of(PUBLISHED, DISPUTED, REPAIR_ASKED, REPAIRED, WITHDRAWN),
            List.of(
                move(PUBLISHED,    CreditStep.OBJECT,     DISPUTED,     PARTNER,   "39").withOpinion().within(OBJECTION),
                move(PUBLISHED,    CreditStep.OBJECT,     DISPUTED,     OPERATOR,  "39").withOpinion().within(OBJECTION),
                move(DISPUTED,     CreditStep.UPHOLD,     PUBLISHED,    AUTHORITY, "39").withOpinion(),
                move(DISPUTED,     CreditStep.CORRECT,    WITHDRAWN,    AUTHORITY, "39").withOpinion(),
                move(PUBLISHED,    CreditStep.ASK_REPAIR, REPAIR_ASKED, PARTNER,   "39").withOpinion().within(REPAIR),
                move(PUBLISHED,    CreditStep.ASK_REPAIR, REPAIR_ASKED, OPERATOR,  "39").withOpinion().within(REPAIR),
                move(REPAIR_ASKED, CreditStep.REPAIR,     REPAIRED,     AUTHORITY, "39").withOpinion(),
                move(REPAIR_ASKED, CreditStep.REFUSE,     PUBLISHED,    AUTHORITY, "39").withOpinion()));
    // spotless:on

    private CreditProcedure() {}
}
