package org.mingqu.platform.incidents;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Incidents that are not closed go on with the successor.
@Component
class IncidentSuccession {

    private final Handover handover;

    IncidentSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "incident", "reporter", "reporter_name", "stage <> 'CLOSED'");
        handover.hand(it, "incident", "target", "target_name", "stage <> 'CLOSED'");
    }
}
