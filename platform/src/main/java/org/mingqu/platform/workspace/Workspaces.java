package org.mingqu.platform.workspace;

import static java.util.Objects.requireNonNull;
import static org.mingqu.platform.workspace.Workspace.State.OPEN;
import static org.mingqu.platform.workspace.Workspace.State.SUSPENDED;
import static org.mingqu.platform.workspace.Workspace.State.TERMINATED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.agreements.AgreementExpired;
import org.mingqu.platform.agreements.AgreementUse;
import org.mingqu.platform.agreements.AgreementUse.UseStep;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standings;
import org.mingqu.warrant.EnclaveUnavailable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Workspaces: who sees and uses them, and what the authority says about them (art. 14, 21, 38).
@Service
class Workspaces {

    private final WorkspaceStore store;
    private final EnclaveKeeper keeper;
    private final AgreementUse use;
    private final Standings standings;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Workspaces(
            WorkspaceStore store,
            EnclaveKeeper keeper,
            AgreementUse use,
            Standings standings,
            Evidence evidence,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.keeper = keeper;
        this.use = use;
        this.standings = standings;
        this.evidence = evidence;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Workspace> visibleTo(Actor actor) {
        return store.all().stream().filter(it -> it.isVisibleTo(actor)).toList();
    }

    Workspace find(UUID id) {
        return store.find(id).orElseThrow(Refusals::noSuchWorkspace);
    }

    Workspace visible(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).orElseThrow(Refusals::noSuchWorkspace);
    }

    /// A workspace of the actor's own organisation. Those who only supervise it are told that its use is not theirs.
    Workspace used(UUID id, Actor actor) {
        var workspace = visible(id, actor);
        if (!workspace.isUsedBy(actor)) {
            throw Refusals.notYours("workspace-not-yours", "19");
        }
        return workspace;
    }

    /// A workspace that may be used now, or the refusal with article and reason.
    Workspace open(UUID id, Actor actor) {
        var workspace = used(id, actor);
        switch (workspace.state()) {
            case SUSPENDED -> throw Refusals.suspended(workspace);
            case TERMINATED ->
                throw workspace.isExpired() ? Refusals.expired(workspace) : Refusals.terminated(workspace);
            case OPEN, NONE -> {}
        }
        if (LocalDate.now(clock).isAfter(workspace.until())) {
            throw Refusals.expired(workspace);
        }
        standings.must(actor);
        if (!keeper.tell(id)) {
            throw new EnclaveUnavailable("the enclave is not told yet that the workspace is open");
        }
        return workspace;
    }

    /// Takes a step with a workspace, by the table of its agreement: a suspension stops what runs and refuses what
    /// comes, from now on; the end destroys the workspace's key.
    Workspace take(UUID id, UseStep step, String reason, Actor actor) {
        var after = change(id, step, "38", reason, actor);
        keeper.tell(id);
        return after;
    }

    /// Takes the step without telling the enclave, which is to be done once the transaction is through.
    ///
    /// @param by the article by which it is done
    Workspace change(UUID id, UseStep step, String by, String reason, Actor actor) {
        visible(id, actor);
        return requireNonNull(transaction.execute(_ -> {
            var before = store.hold(id).orElseThrow(Refusals::noSuchWorkspace);
            var article = use.take(before.agreement(), step, by, reason, actor);
            var changed = switch (step) {
                case SUSPEND -> before.in(SUSPENDED, reason.strip(), article);
                case RESUME -> before.in(OPEN, null, null);
                case TERMINATE -> before.in(TERMINATED, reason.strip(), article);
            };
            store.update(changed);
            ended(changed);
            return changed;
        }));
    }

    /// The term of the agreement is over: the workspace is closed in the same transaction, and the enclave is told to
    /// destroy its key as soon as it listens.
    @EventListener
    void on(AgreementExpired it) {
        store.ofAgreement(it.agreementId())
                .flatMap(store::hold)
                .filter(workspace -> workspace.state() != TERMINATED)
                .ifPresent(before -> {
                    var closed = before.in(TERMINATED, null, "19");
                    store.update(closed);
                    evidence.enter(
                            Actor.platform(closed.partner(), closed.partnerName(), Role.PARTNER),
                            "19",
                            "workspace-expired",
                            closed.caseId(),
                            Map.of("workspace", closed.id(), "agreement", closed.agreement()));
                    ended(closed);
                });
    }

    private void ended(Workspace it) {
        if (it.state() == TERMINATED) {
            events.publishEvent(new WorkspaceEnded(it.id(), it.agreement()));
        }
        if (it.state() == SUSPENDED) {
            events.publishEvent(new WorkspaceSuspended(it.id(), it.agreement()));
        }
    }
}
