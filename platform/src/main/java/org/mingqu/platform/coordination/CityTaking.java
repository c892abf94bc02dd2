package org.mingqu.platform.coordination;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of requests to the city is decided with an opinion alone.
@Configuration(proxyBeanMethods = false)
class CityTaking {

    CityTaking() {}

    @Bean
    CaseTaking citySteps(CityRequests requests, CityRequestStore store) {
        return TakenSteps.of(
                CityProcedure.RULES,
                Set.of(
                        CityRequest.Step.RECEIVE,
                        CityRequest.Step.ASK_MORE,
                        CityRequest.Step.GRANT,
                        CityRequest.Step.GRANT_PARTLY,
                        CityRequest.Step.REFUSE,
                        CityRequest.Step.SUPPLY,
                        CityRequest.Step.WITHDRAW),
                Map.of(),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("city-request"))
                            .version();
                    requests.move(id, new CityRequests.CityMove(version, step, opinion, null), actor);
                });
    }
}
