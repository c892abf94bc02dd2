package org.mingqu.platform.supervision;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Duties that are not closed go on with the successor; their last days stay.
@Component
class DutySuccession {

    /// What the successor owes for the same period already, it owes once: its own report speaks for both.
    private static final String OWN = """
            closed_on is null and (:before = :after or not exists (
                select 1 from duty d where d.code = duty.code and d.organisation = :after
                   and d.about is not distinct from duty.about and d.period_from = duty.period_from))""";

    private static final String ABOUT = """
            closed_on is null and (:before = :after or not exists (
                select 1 from duty d where d.code = duty.code and d.organisation = duty.organisation
                   and d.about = :after and d.period_from = duty.period_from))""";

    private final Handover handover;

    DutySuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "duty", "organisation", "organisation_name", OWN);
        handover.hand(it, "duty", "about", "about_name", ABOUT);
    }
}
