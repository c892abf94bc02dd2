package org.mingqu.platform.supervision;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of duties is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class DutyTaking {

    DutyTaking() {}

    @Bean
    CaseTaking dutySteps(Duties duties, DutyStore store) {
        return TakenSteps.of(
                DutyProcedure.RULES,
                Set.of(DutyStep.ACCEPT, DutyStep.RETURN),
                Map.of(DutyStep.SUBMIT, TakenAlone.FORM, DutyStep.RECORD, TakenAlone.FORM),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("duty"))
                            .version();
                    duties.move(id, new Duties.DutyMove(version, step, opinion, null), actor);
                });
    }
}
