package org.mingqu.platform.listing;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Listings that are neither refused nor withdrawn go on with the successor.
@Component
class ListingSuccession {

    private final Handover handover;

    ListingSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "listing", "owner", "owner_name", "stage not in ('REFUSED', 'WITHDRAWN')");
    }
}
