package org.mingqu.platform.incidents;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// An incident needs an account at each step, and nothing else.
@Configuration(proxyBeanMethods = false)
class IncidentTaking {

    IncidentTaking() {}

    @Bean
    CaseTaking incidentSteps(Incidents incidents, IncidentStore store) {
        return TakenSteps.of(
                IncidentProcedure.RULES,
                Set.of(
                        Incident.Step.REPORT,
                        Incident.Step.CONTAIN,
                        Incident.Step.RESOLVE,
                        Incident.Step.SUMMARISE,
                        Incident.Step.ACCEPT,
                        Incident.Step.RETURN,
                        Incident.Step.RESUME,
                        Incident.Step.NOTE),
                Map.of(),
                (id, step, opinion, actor) -> {
                    var version = store.find(id)
                            .orElseThrow(() -> new Refusal.NotFound("incident"))
                            .version();
                    incidents.move(id, new Incidents.IncidentMove(version, step, opinion), actor);
                });
    }
}
