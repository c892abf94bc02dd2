package org.mingqu.platform.opinions;

import static org.mingqu.platform.opinions.ScenarioOpinion.Stage.ASKED;
import static org.mingqu.platform.opinions.ScenarioOpinion.Stage.CLOSED;
import static org.mingqu.platform.opinions.ScenarioOpinion.Stage.GIVEN;
import static org.mingqu.platform.procedures.Move.move;

import java.util.List;
import org.mingqu.platform.opinions.ScenarioOpinion.Stage;
import org.mingqu.platform.opinions.ScenarioOpinion.Step;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.Procedure;

/// Article 5 (4) as a table: experts answer, or stand back; the last answer opens all.
final class OpinionProcedure {

    static final String TERM = "scenario-opinion";
    static final String EXPERTS = "scenario-experts";

    // spotless:off
    static final Procedure<Stage, Step> RULES = new Procedure<>("SCENARIO_OPINION",
            List.of(ASKED, GIVEN, CLOSED),
            List.of(
                move(ASKED, Step.GIVE,   GIVEN,  Role.EXPERT,    "5").withOpinion(),
                move(ASKED, Step.RECUSE, ASKED,  Role.EXPERT,    "5").withOpinion(),
                move(ASKED, Step.END_ASKING,  CLOSED, Role.AUTHORITY, "5").withOpinion()));
    // spotless:on

    private OpinionProcedure() {}
}
