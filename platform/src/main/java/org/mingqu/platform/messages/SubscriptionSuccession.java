package org.mingqu.platform.messages;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Systems that are called go on being called, for the successor.
@Component
class SubscriptionSuccession {

    private final Handover handover;

    SubscriptionSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "message_subscription", "organisation", "ended_at is null");
    }
}
