package org.mingqu.platform.enforcement;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Findings that are open, and credit records, go on with the successor: a merger ends no sanction.
@Component
class FindingSuccession {

    private final Handover handover;

    FindingSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(
                it, "rectification", "target", "target_name", "stage not in ('ACCEPTED', 'TERMINATED', 'DISMISSED')");
        handover.hand(
                it,
                "rectification",
                "reporter",
                "reporter_name",
                "stage not in ('ACCEPTED', 'TERMINATED', 'DISMISSED')");
        handover.hand(it, "credit_record", "subject", "subject_name", "stage not in ('REPAIRED', 'WITHDRAWN')");
    }
}
