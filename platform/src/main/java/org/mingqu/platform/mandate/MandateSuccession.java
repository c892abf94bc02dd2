package org.mingqu.platform.mandate;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Authorisation agreements that are running go on with the successor; what was signed keeps the old name.
@Component
class MandateSuccession {

    private final Handover handover;

    MandateSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "mandate", "operator", "operator_name", "stage not in ('EXPIRED', 'TERMINATED', 'REVOKED')");
        handover.hand(it, "closing", "operator", "operator_name", "stage = 'OPEN'");
    }
}
