package org.mingqu.platform.coordination;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What the city was asked for a department goes on with its successor.
@Component
class CitySuccession {

    private final Handover handover;

    CitySuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(
                it, "city_request", "department", "department_name", "stage in ('SENT', 'RECEIVED', 'MORE_ASKED')");
    }
}
