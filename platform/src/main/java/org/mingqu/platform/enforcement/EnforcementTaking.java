package org.mingqu.platform.enforcement;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.enforcement.CreditRecord.CreditStep;
import org.mingqu.platform.enforcement.Rectification.RectificationStep;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of rectifications and of records of violations is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class EnforcementTaking {

    EnforcementTaking() {}

    @Bean
    CaseTaking rectificationSteps(Rectifications rectifications, RectificationStore store) {
        return TakenSteps.of(
                RectificationProcedure.RULES,
                Set.of(RectificationStep.ACCEPT, RectificationStep.DISMISS, RectificationStep.RECEIVE),
                Map.of(
                        RectificationStep.ORDER,
                        TakenAlone.FORM,
                        RectificationStep.RETURN,
                        TakenAlone.FORM,
                        RectificationStep.REFER,
                        TakenAlone.FORM,
                        RectificationStep.SUBMIT,
                        TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("rectification"))
                            .version();
                    rectifications.move(
                            id, new Rectifications.RectificationMove(version, step, opinion, null, null), actor);
                });
    }

    @Bean
    CaseTaking creditSteps(CreditRecords records, CreditStore store) {
        return TakenSteps.of(
                CreditProcedure.RULES,
                Set.of(CreditStep.UPHOLD, CreditStep.CORRECT, CreditStep.REPAIR, CreditStep.REFUSE),
                Map.of(CreditStep.OBJECT, TakenAlone.OWN, CreditStep.ASK_REPAIR, TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("credit"))
                            .version();
                    records.move(id, new CreditRecords.CreditMove(version, step, opinion), actor);
                });
    }
}
