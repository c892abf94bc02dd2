package org.mingqu.platform.workspace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.agreements.AgreementInForce;
import org.mingqu.platform.agreements.Agreements;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.warrant.Mask;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// An agreement in force opens its workspace, and nothing else does (art. 19).
@Component
class WorkspaceOpening {

    private final WorkspaceStore store;
    private final Agreements agreements;
    private final Evidence evidence;
    private final Clock clock;

    WorkspaceOpening(WorkspaceStore store, Agreements agreements, Evidence evidence, Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Told twice, it opens once; told after the term has ended, not at all.
    @ApplicationModuleListener
    void on(AgreementInForce it) {
        if (LocalDate.now(clock).isAfter(it.until())) {
            return;
        }
        var workspace = new Workspace(
                UUID.randomUUID(),
                it.agreementId(),
                it.caseId(),
                it.partner().id(),
                it.partner().name(),
                it.scenario(),
                it.scenario(),
                Workspace.State.OPEN,
                Workspace.State.NONE,
                it.until(),
                null,
                null,
                clock.instant(),
                1,
                it.tables().stream().map(WorkspaceOpening::table).toList());
        if (store.add(workspace)) {
            agreements.workspace(it.agreementId(), workspace.id());
            evidence.enter(
                    platform(workspace),
                    "19",
                    "workspace-opened",
                    it.caseId(),
                    Map.of("workspace", workspace.id(), "agreement", it.agreementId()));
        }
    }

    private static Workspace.Table table(AgreementInForce.AgreedTable it) {
        return new Workspace.Table(
                it.resource(),
                it.department(),
                it.columns().stream()
                        .map(column -> new Workspace.Column(column, it.masks().getOrDefault(column, Mask.NONE)))
                        .toList());
    }

    /// What follows by itself is entered for the organisation to whose use it leads.
    private static Actor platform(Workspace it) {
        return Actor.platform(it.partner(), it.partnerName(), Role.PARTNER);
    }
}
