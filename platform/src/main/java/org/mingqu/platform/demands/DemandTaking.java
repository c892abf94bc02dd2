package org.mingqu.platform.demands;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of demands and of objections to the catalogue is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class DemandTaking {

    DemandTaking() {}

    @Bean
    CaseTaking demandSteps(Demands demands, DemandStore store) {
        return TakenSteps.of(
                DemandProcedure.RULES,
                Set.of(Demand.Step.OFFER, Demand.Step.CANNOT, Demand.Step.PASS),
                Map.of(
                        Demand.Step.ASSIGN,
                        TakenAlone.FORM,
                        Demand.Step.LINK,
                        TakenAlone.FORM,
                        Demand.Step.WITHDRAW,
                        TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("demand"))
                            .version();
                    demands.move(id, new Demands.DemandMove(version, step, opinion, null, null), actor);
                });
    }

    @Bean
    CaseTaking catalogueObjectionSteps(Objections objections, ObjectionStore store) {
        return TakenSteps.of(
                ObjectionProcedure.RULES,
                Set.of(Objection.Step.UPHOLD, Objection.Step.REJECT, Objection.Step.KEEP, Objection.Step.CORRECT),
                Map.of(Objection.Step.APPEAL, TakenAlone.OWN, Objection.Step.WITHDRAW, TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("objection"))
                            .version();
                    objections.move(id, new Objections.ObjectionMove(version, step, opinion), actor);
                });
    }
}
