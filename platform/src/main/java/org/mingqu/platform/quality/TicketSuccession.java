package org.mingqu.platform.quality;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tickets and leaks that are open go on with the successor.
@Component
class TicketSuccession {

    private final Handover handover;

    TicketSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "quality_ticket", "department", "department_name", "stage <> 'CLOSED'");
        handover.hand(it, "quality_ticket", "reporter", "reporter_name", "stage <> 'CLOSED'");
        handover.hand(it, "leak", "suspect", "suspect_name", "stage not in ('RESUMED', 'ENDED', 'DISMISSED')");
        handover.hand(it, "leak", "reporter", "reporter_name", "stage not in ('RESUMED', 'ENDED', 'DISMISSED')");
    }
}
