package org.mingqu.platform.coordination;

import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.outside.CityAnswers;
import org.mingqu.platform.outside.CityDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Brings requests to the city's own system, and its answers back. A person of the city may answer here as well:
/// whichever comes first is taken.
@Component
class CityWire implements CityAnswers {

    private final CityDesk desk;
    private final CityRequests requests;

    CityWire(CityDesk desk, CityRequests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CityRequestSent it) {
        desk.ask(new CityDesk.CityRequest(
                it.request().toString(),
                it.reach(),
                it.what(),
                Map.of(
                        "number", it.number(),
                        "title", it.title(),
                        "why", it.why(),
                        "supplement", it.supplement(),
                        "due", it.due().toString())));
    }

    /// What is about no request of this room is somebody else's to hear.
    @Override
    public void answered(CityAnswers.CityAnswer it) {
        if (requests.isKnown(it.reference())) {
            requests.receive(UUID.fromString(it.reference()), it.word(), it.kind(), it.text());
        }
    }
}
