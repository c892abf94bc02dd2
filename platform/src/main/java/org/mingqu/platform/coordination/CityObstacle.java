package org.mingqu.platform.coordination;

import java.util.List;
import java.util.Map;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseFile;
import org.mingqu.platform.procedures.StepObstacle;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;

/// Nobody grants what the city has been asked about and has not answered (art. 18): it waits, or the request is
/// withdrawn. Nothing is kept from being refused.
@Component
class CityObstacle implements StepObstacle {

    /// The steps of an application that grant, and what stays open in place of each.
    private static final Map<String, List<String>> GRANTING =
            Map.of("ASSESS", List.of("RETURN", "REJECT"), "CONSENT", List.of("REFUSE"));

    private final CityRequestStore store;

    CityObstacle(CityRequestStore store) {
        this.store = store;
    }

    @Override
    public void check(CaseFile file, String step, Actor actor) {
        var instead = file.kind().equals("AUTHORISATION") ? GRANTING.get(step) : null;
        if (instead == null) {
            return;
        }
        store.of(file.id()).stream()
                .filter(it -> it.stage().isOpen() && isWaitedForBy(it, actor))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal.NotOpen("city-request-runs", "18", instead, Map.of("number", it.number()));
                });
    }

    /// A request for a department's part holds up that department; the authority's own holds up everybody.
    private static boolean isWaitedForBy(CityRequest it, Actor actor) {
        var department = it.department();
        return department == null || department.id().equals(actor.organisation());
    }
}
