package org.mingqu.platform.mandate;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.mandate.Closing.ClosingStep;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of agreements of operators is decided with an opinion alone; a closing goes by its list.
@Configuration(proxyBeanMethods = false)
class MandateTaking {

    MandateTaking() {}

    @Bean
    CaseTaking mandateSteps(Mandates mandates, MandateStore store) {
        return TakenSteps.of(
                MandateProcedure.RULES,
                Set.of(MandateStep.PROPOSE_END, MandateStep.AGREE_END, MandateStep.DECLINE_END, MandateStep.REVOKE),
                Map.of(
                        MandateStep.FILL,
                        TakenAlone.FORM,
                        MandateStep.SIGN,
                        TakenAlone.SIGNATURE,
                        MandateStep.REOPEN,
                        TakenAlone.MATTER,
                        MandateStep.AMEND,
                        TakenAlone.MATTER,
                        MandateStep.DISCARD,
                        TakenAlone.MATTER,
                        MandateStep.RENEW,
                        TakenAlone.MATTER),
                (id, step, opinion, actor) -> {
                    var version =
                            store.find(id).orElseThrow(Refusals::noSuchMandate).version();
                    mandates.move(id, version, step, opinion, actor);
                });
    }

    @Bean
    CaseTaking closingSteps() {
        return TakenSteps.none(
                ClosingProcedure.RULES,
                Map.of(ClosingStep.PROVE, TakenAlone.MATTER, ClosingStep.CLOSE, TakenAlone.MATTER));
    }
}
