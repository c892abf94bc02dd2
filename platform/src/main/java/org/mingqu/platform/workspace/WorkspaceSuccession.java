package org.mingqu.platform.workspace;

import org.mingqu.platform.parties.Handover;
import org.mingqu.platform.parties.OrganisationSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Workspaces that are not ended, and the tables in them, go on with the successor.
@Component
class WorkspaceSuccession {

    private final Handover handover;

    WorkspaceSuccession(Handover handover) {
        this.handover = handover;
    }

    @EventListener
    void on(OrganisationSucceeded it) {
        handover.hand(it, "workspace", "partner", "partner_name", "state <> 'TERMINATED'");
        handover.hand(it, "workspace_table", "department", "true");
    }
}
