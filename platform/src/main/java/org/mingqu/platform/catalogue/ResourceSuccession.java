package org.mingqu.platform.catalogue;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The resources of a department go on with its successor.
@Component
class ResourceSuccession {

    private final Handover handover;

    ResourceSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "catalogue_resource", "department", "department_name", "true");
    }
}
