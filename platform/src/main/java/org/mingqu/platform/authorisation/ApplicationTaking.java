package org.mingqu.platform.authorisation;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.authorisation.ApplicationsController.ApplicationMove;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of applications is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class ApplicationTaking {

    ApplicationTaking() {}

    @Bean
    CaseTaking applicationSteps(Applications applications, ApplicationStore store) {
        return TakenSteps.of(
                AuthorisationProcedure.RULES,
                Set.of(Step.FORWARD, Step.RETURN, Step.REJECT, Step.ASSESS, Step.CONSENT, Step.REFUSE),
                Map.of(Step.SUBMIT, TakenAlone.OWN, Step.RESUBMIT, TakenAlone.OWN, Step.WITHDRAW, TakenAlone.OWN),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("application"))
                            .version();
                    applications.move(id, new ApplicationMove(version, step, opinion, null), actor);
                });
    }
}
