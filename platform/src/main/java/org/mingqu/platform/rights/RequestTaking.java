package org.mingqu.platform.rights;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rights.RequestsController.RequestMove;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of the requests of data subjects is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class RequestTaking {

    RequestTaking() {}

    @Bean
    CaseTaking copySteps(Requests requests, RequestStore store) {
        return TakenSteps.of(
                RequestProcedures.COPY,
                Set.of(RequestStep.ACCEPT, RequestStep.GRANT, RequestStep.REFUSE, RequestStep.EXTEND),
                Map.of(RequestStep.FETCH, TakenAlone.MATTER, RequestStep.WITHDRAW, TakenAlone.OWN),
                asItStands(requests, store));
    }

    @Bean
    CaseTaking objectionSteps(Requests requests, RequestStore store) {
        return TakenSteps.of(
                RequestProcedures.OBJECTION,
                Set.of(RequestStep.ACCEPT, RequestStep.UPHOLD, RequestStep.REFUSE, RequestStep.EXTEND),
                Map.of(RequestStep.CORRECT, TakenAlone.MATTER, RequestStep.WITHDRAW, TakenAlone.OWN),
                asItStands(requests, store));
    }

    @Bean
    CaseTaking complaintSteps(Requests requests, RequestStore store) {
        return TakenSteps.of(
                RequestProcedures.COMPLAINT,
                Set.of(RequestStep.ACCEPT, RequestStep.ANSWER, RequestStep.REFUSE, RequestStep.EXTEND),
                Map.of(RequestStep.WITHDRAW, TakenAlone.OWN),
                asItStands(requests, store));
    }

    /// A step on the request in the version it now has.
    private static TakenSteps.Act<RequestStep> asItStands(Requests requests, RequestStore store) {
        return (id, step, opinion, actor) -> {
            var version = store.find(id)
                    .orElseThrow(() -> new Refusal.NotFound("rights-request"))
                    .version();
            requests.move(id, new RequestMove(version, step, opinion), actor);
        };
    }
}
