package org.mingqu.platform.partners;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Partnerships that are not left go on with the successor, on either side.
@Component
class PartnershipSuccession {

    private final Handover handover;

    PartnershipSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "partnership", "partner", "partner_name", "exited_on is null");
        handover.hand(it, "partnership", "operator", "operator_name", "exited_on is null");
    }
}
