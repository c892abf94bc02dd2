package org.mingqu.platform.products;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Products that are not ended, and approvals to use products, go on with the successor.
@Component
class ProductSuccession {

    /// A successor that may use the product already keeps its own approval.
    private static final String NOT_THERE = """
            :before = :after or not exists (select 1 from product_customer c
                                             where c.product = product_customer.product and c.organisation = :after)""";

    private final Handover handover;

    ProductSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "product", "owner", "owner_name", "stage not in ('REFUSED', 'WITHDRAWN', 'REVOKED')");
        handover.hand(it, "product_customer", "organisation", "organisation_name", NOT_THERE);
    }
}
