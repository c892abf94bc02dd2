package org.mingqu.platform.demands;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Demands and objections that are open go on with the successor, of who brought them and of who answers them.
@Component
class DemandSuccession {

    private static final String OPEN = "stage in ('OPEN', 'WITH_SOURCE', 'TO_REGISTER')";
    private static final String DISPUTED = "stage in ('WITH_SOURCE', 'WITH_AUTHORITY')";

    /// Where the successor has objected to the same already, the older objection stays under its name.
    private static final String NOT_THERE = DISPUTED + """
             and (:before = :after or not exists (
                      select 1 from catalogue_objection o
                       where o.resource = catalogue_objection.resource and o.kind = catalogue_objection.kind
                         and o.objector = :after and o.stage in ('WITH_SOURCE', 'WITH_AUTHORITY')))""";

    private final Handover handover;

    DemandSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "data_demand", "poster", "poster_name", OPEN);
        handover.hand(it, "data_demand", "department", "department_name", OPEN);
        handover.hand(it, "catalogue_objection", "objector", "objector_name", NOT_THERE);
        handover.hand(it, "catalogue_objection", "department", "department_name", DISPUTED);
    }
}
