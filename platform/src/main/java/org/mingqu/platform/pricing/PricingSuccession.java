package org.mingqu.platform.pricing;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Uses that no bill has taken in yet, and the pricing period that runs, go on with the successor; bills that were
/// issued stay as they are.
@Component
class PricingSuccession {

    /// A request that both have made under one number was made by each.
    private static final String UNBILLED = """
            bill is null and (:before = :after or not exists (
                select 1 from pricing_use u
                 where u.product = pricing_use.product and u.customer = :after and u.request = pricing_use.request))""";

    /// Who has a period of its own keeps it. The last day of a period belongs to it.
    private static final String RUNNING = """
            until_day >= :today and (:before = :after or not exists (
                select 1 from pricing_period p
                 where p.operator = :after and p.from_day <= pricing_period.until_day
                   and p.until_day >= pricing_period.from_day))""";

    private final Handover handover;

    PricingSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "pricing_use", "owner", "bill is null");
        handover.hand(it, "pricing_use", "customer", "customer_name", UNBILLED);
        handover.hand(it, "pricing_period", "operator", "operator_name", RUNNING);
    }
}
