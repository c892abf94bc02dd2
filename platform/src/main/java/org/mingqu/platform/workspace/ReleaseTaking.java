package org.mingqu.platform.workspace;

import java.util.Map;
import java.util.Set;
import org.mingqu.platform.procedures.CaseTaking;
import org.mingqu.platform.procedures.TakenAlone;
import org.mingqu.platform.procedures.TakenSteps;
import org.mingqu.platform.workspace.ReleaseController.ReleaseMove;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of releases is decided with an opinion alone: who approves one has looked at its file.
@Configuration(proxyBeanMethods = false)
class ReleaseTaking {

    ReleaseTaking() {}

    @Bean
    CaseTaking releaseSteps(Releases releases, ReleaseStore store) {
        return TakenSteps.of(
                ReleaseProcedure.RULES,
                Set.of(ReleaseStep.FORWARD, ReleaseStep.REFUSE),
                Map.of(
                        ReleaseStep.APPROVE_FIRST,
                        TakenAlone.MATTER,
                        ReleaseStep.APPROVE,
                        TakenAlone.MATTER,
                        ReleaseStep.WITHDRAW,
                        TakenAlone.OWN,
                        ReleaseStep.HAND_OVER,
                        TakenAlone.MATTER),
                (id, step, opinion, actor) -> {
                    var version =
                            store.find(id).orElseThrow(Refusals::noSuchRelease).version();
                    releases.move(id, new ReleaseMove(version, step, opinion), actor);
                });
    }
}
