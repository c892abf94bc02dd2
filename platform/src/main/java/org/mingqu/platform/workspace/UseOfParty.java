package org.mingqu.platform.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.agreements.AgreementUse.UseStep;
import org.mingqu.platform.parties.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What the authority says of all that one organisation uses (art. 38), in the transaction of the room that decides it.
/// The platform signs no warrant from that transaction on; the enclave is told as soon as it is through.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UseOfParty {

    private final WorkspaceStore store;
    private final Workspaces workspaces;
    private final EnclaveKeeper keeper;

    UseOfParty(WorkspaceStore store, Workspaces workspaces, EnclaveKeeper keeper) {
        this.store = store;
        this.workspaces = workspaces;
        this.keeper = keeper;
    }

    /// Suspends each open workspace of an organisation.
    ///
    /// @return the workspaces that were open
    public List<UUID> suspend(UUID partner, String reason, Actor actor) {
        return take(of(partner, Workspace.State.OPEN), UseStep.SUSPEND, reason, actor);
    }

    /// Opens those again that are still suspended.
    public void resume(List<UUID> suspended, String reason, Actor actor) {
        var still = suspended.stream()
                .filter(it -> store.find(it)
                        .filter(workspace -> workspace.state() == Workspace.State.SUSPENDED)
                        .isPresent())
                .toList();
        take(still, UseStep.RESUME, reason, actor);
    }

    /// Ends each workspace of an organisation, and with it its agreement.
    public void terminate(UUID partner, String reason, Actor actor) {
        var all = new ArrayList<>(of(partner, Workspace.State.OPEN));
        all.addAll(of(partner, Workspace.State.SUSPENDED));
        take(all, UseStep.TERMINATE, reason, actor);
    }

    private List<UUID> of(UUID partner, Workspace.State state) {
        return store.all().stream()
                .filter(it -> it.partner().equals(partner) && it.state() == state)
                .map(Workspace::id)
                .toList();
    }

    private List<UUID> take(List<UUID> ids, UseStep step, String reason, Actor actor) {
        ids.forEach(it -> workspaces.change(it, step, reason, actor));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("tell-enclave").start(() -> ids.forEach(keeper::tell));
            }
        });
        return ids;
    }
}
