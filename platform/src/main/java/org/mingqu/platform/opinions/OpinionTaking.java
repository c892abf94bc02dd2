package org.mingqu.platform.opinions;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// An expert says what they advise; the authority may ask no more.
@Configuration(proxyBeanMethods = false)
class OpinionTaking {

    OpinionTaking() {}

    @Bean
    CaseTaking scenarioOpinionSteps(Opinions opinions) {
        return TakenSteps.of(
                OpinionProcedure.RULES,
                Set.of(ScenarioOpinion.Step.END_ASKING),
                Map.of(ScenarioOpinion.Step.GIVE, TakenAlone.FORM, ScenarioOpinion.Step.RECUSE, TakenAlone.OWN),
                (id, step, opinion, actor) -> opinions.move(id, new Opinions.OpinionMove(step, null, opinion), actor));
    }
}
