package org.mingqu.platform.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        terminate(partner, "38", reason, actor);
    }

    /// The same by another article.
    ///
    /// @return the workspaces that were not ended before
    public List<UUID> terminate(UUID partner, String article, String reason, Actor actor) {
        var all = new ArrayList<>(of(partner, Workspace.State.OPEN));
        all.addAll(of(partner, Workspace.State.SUSPENDED));
        return take(all, UseStep.TERMINATE, article, reason, actor);
    }

    /// A workspace of an organisation, as others keep it on record.
    ///
    /// @param keyDestroyed whether the enclave has confirmed that its key is gone
    /// @param toldAt when the enclave last confirmed how it stands; null before
    public record PartyWorkspace(
            UUID id,
            UUID caseId,
            String title,
            String state,
            LocalDate until,
            boolean keyDestroyed,
            @Nullable Instant toldAt) {}

    /// The workspaces that an organisation has or had.
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<PartyWorkspace> workspaces(UUID partner) {
        return store.all().stream()
                .filter(it -> it.partner().equals(partner))
                .map(it -> new PartyWorkspace(
                        it.id(),
                        it.caseId(),
                        it.title(),
                        it.state().name(),
                        it.until(),
                        it.inEnclave() == Workspace.State.TERMINATED,
                        store.toldAt(it.id())))
                .toList();
    }

    private List<UUID> of(UUID partner, Workspace.State state) {
        return store.all().stream()
                .filter(it -> it.partner().equals(partner) && it.state() == state)
                .map(Workspace::id)
                .toList();
    }

    private List<UUID> take(List<UUID> ids, UseStep step, String reason, Actor actor) {
        return take(ids, step, "38", reason, actor);
    }

    private List<UUID> take(List<UUID> ids, UseStep step, String article, String reason, Actor actor) {
        ids.forEach(it -> workspaces.change(it, step, article, reason, actor));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("tell-enclave").start(() -> ids.forEach(keeper::tell));
            }
        });
        return ids;
    }
}
