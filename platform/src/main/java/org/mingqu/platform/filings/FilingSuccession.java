package org.mingqu.platform.filings;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Filings and registrations that hold or are under way go on with the successor.
@Component
class FilingSuccession {

    private final Handover handover;

    FilingSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "filing", "owner", "owner_name", "state = 'VALID'");
        handover.hand(
                it, "national_record", "holder", "holder_name", "stage not in ('REFUSED', 'EXPIRED', 'CANCELLED')");
    }
}
