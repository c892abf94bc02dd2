package org.mingqu.platform.agreements;

import static org.mingqu.platform.agreements.Agreement.Stage.*;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.parties.Role.SOURCE;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.agreements.Agreement.Stage;
import org.mingqu.platform.agreements.Agreement.Step;
import org.mingqu.platform.procedures.Lapse;
import org.mingqu.platform.procedures.Procedure;

/// Article 19 as a table, with what articles 14 and 38 do to an agreement in force, and its term.
final class AgreementProcedure {

    // spotless:off
    static final Procedure<Stage, Step> RULES = new Procedure<>("AGREEMENT",
            List.of(DRAFT, SIGNING, IN_FORCE, SUSPENDED, EXPIRED, TERMINATED),
            List.of(
                move(DRAFT,     Step.FILL,      DRAFT,      OPERATOR,  "19"),
                move(DRAFT,     Step.FILL,      DRAFT,      PARTNER,   "19"),
                move(DRAFT,     Step.FILL,      DRAFT,      AUTHORITY, "19"),
                move(DRAFT,     Step.SIGN,      SIGNING,    AUTHORITY, "19"),
                move(DRAFT,     Step.SIGN,      SIGNING,    SOURCE,    "19"),
                move(DRAFT,     Step.SIGN,      SIGNING,    OPERATOR,  "19"),
                move(DRAFT,     Step.SIGN,      SIGNING,    PARTNER,   "19"),
                move(SIGNING,   Step.SIGN,      IN_FORCE,   AUTHORITY, "19"),
                move(SIGNING,   Step.SIGN,      IN_FORCE,   SOURCE,    "19"),
                move(SIGNING,   Step.SIGN,      IN_FORCE,   OPERATOR,  "19"),
                move(SIGNING,   Step.SIGN,      IN_FORCE,   PARTNER,   "19"),
                move(IN_FORCE,  Step.SUSPEND,   SUSPENDED,  AUTHORITY, "38").withOpinion(),
                move(IN_FORCE,  Step.TERMINATE, TERMINATED, AUTHORITY, "38").withOpinion(),
                move(SUSPENDED, Step.RESUME,    IN_FORCE,   AUTHORITY, "38").withOpinion(),
                move(SUSPENDED, Step.TERMINATE, TERMINATED, AUTHORITY, "38").withOpinion()),
            List.of(
                new Lapse<>(DRAFT,     Step.EXPIRE, EXPIRED, "19"),
                new Lapse<>(SIGNING,   Step.EXPIRE, EXPIRED, "19"),
                new Lapse<>(IN_FORCE,  Step.EXPIRE, EXPIRED, "19"),
                new Lapse<>(SUSPENDED, Step.EXPIRE, EXPIRED, "19")));
    // spotless:on

    private AgreementProcedure() {}
}
