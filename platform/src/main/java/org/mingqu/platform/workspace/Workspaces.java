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
import org.mingqu.platform.agreements.Agreements;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.warrant.EnclaveUnavailable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Workspaces: who sees and uses them, and what the authority says about them (art. 14, 21, 38).
@Service
class Workspaces {

    private static final int LONGEST_REASON = 500;

    private final WorkspaceStore store;
    private final EnclaveKeeper keeper;
    private final Agreements agreements;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Workspaces(
            WorkspaceStore store,
            EnclaveKeeper keeper,
            Agreements agreements,
            Evidence evidence,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.keeper = keeper;
        this.agreements = agreements;
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
            case TERMINATED -> throw Refusals.terminated(workspace);
            case OPEN, NONE -> {}
        }
        if (LocalDate.now(clock).isAfter(workspace.until())) {
            throw Refusals.expired(workspace);
        }
        if (!keeper.tell(id)) {
            throw new EnclaveUnavailable("the enclave is not told yet that the workspace is open");
        }
        return workspace;
    }

    /// Stops what runs in the workspace and refuses what comes, from now on.
    Workspace suspend(UUID id, String reason, Actor actor) {
        return change(id, SUSPENDED, "38", "workspace-suspended", reason, actor, List.of(OPEN));
    }

    Workspace resume(UUID id, String reason, Actor actor) {
        return change(id, OPEN, "38", "workspace-resumed", reason, actor, List.of(SUSPENDED));
    }

    /// Ends the workspace for good: the enclave destroys its key.
    Workspace terminate(UUID id, String reason, Actor actor) {
        return change(id, TERMINATED, "38", "workspace-terminated", reason, actor, List.of(OPEN, SUSPENDED));
    }

    private Workspace change(
            UUID id,
            Workspace.State to,
            String article,
            String act,
            String reason,
            Actor actor,
            List<Workspace.State> from) {
        visible(id, actor);
        actor.must(Role.AUTHORITY);
        if (reason.isBlank()) {
            throw Refusals.invalid(Map.of("reason", "field-empty"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusals.invalid(Map.of("reason", "field-too-long"));
        }
        var after = requireNonNull(transaction.execute(_ -> {
            var before = store.hold(id).orElseThrow(Refusals::noSuchWorkspace);
            if (!from.contains(before.state())) {
                throw Refusals.notOpen("workspace-state", article, openSteps(before));
            }
            var changed = before.in(to, to == OPEN ? null : reason.strip(), to == OPEN ? null : article);
            store.update(changed);
            evidence.enter(
                    actor,
                    article,
                    act,
                    changed.caseId(),
                    Map.of("workspace", id, "agreement", changed.agreement(), "reason", reason.strip()));
            publish(changed);
            return changed;
        }));
        keeper.tell(id);
        return after;
    }

    private void publish(Workspace changed) {
        agreements.is(
                changed.agreement(),
                switch (changed.state()) {
                    case SUSPENDED -> "SUSPENDED";
                    case TERMINATED -> "TERMINATED";
                    case OPEN, NONE -> "IN_FORCE";
                });
        if (changed.state() == TERMINATED) {
            events.publishEvent(new WorkspaceEnded(changed.id(), changed.agreement()));
        }
    }

    private static List<String> openSteps(Workspace it) {
        return switch (it.state()) {
            case OPEN -> List.of("SUSPEND", "TERMINATE");
            case SUSPENDED -> List.of("RESUME", "TERMINATE");
            case TERMINATED, NONE -> List.of();
        };
    }
}
