package org.mingqu.platform.workspace;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.DoorTicket;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.workspace.OwnTable.State;
import org.mingqu.platform.workspace.OwnTableController.OwnConfirmation;
import org.mingqu.platform.workspace.OwnTableController.OwnTableRequest;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Tables that a partner brings along for one workspace, to be joined with granted data in the domain (art.
/// 16). The file goes from the browser to the domain's door; here is what it is, and by what right it is
/// there.
@Service
class OwnTables {

    private final Workspaces workspaces;
    private final OwnTableStore store;
    private final OwnTableViews views;
    private final GrantMaker grants;
    private final Domain domain;
    private final Rules rules;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnTables(
            Workspaces workspaces,
            OwnTableStore store,
            OwnTableViews views,
            GrantMaker grants,
            Domain domain,
            Rules rules,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.workspaces = workspaces;
        this.store = store;
        this.views = views;
        this.grants = grants;
        this.domain = domain;
        this.rules = rules;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Leave to bring one table to the domain's door.
    record Brought(UUID id, DoorTicket ticket) {}

    Brought bring(UUID of, OwnTableRequest request, Actor actor) {
        OwnTableForm.check(request);
        var workspace = workspaces.open(of, actor);
        var today = LocalDate.now(clock);
        if (grants.granted(workspace, today).stream()
                .anyMatch(it ->
                        it.resource().name().equalsIgnoreCase(request.name().strip()))) {
            throw Refusals.invalid(Map.of("name", "own-table-name-taken"));
        }
        var there = store.of(of).stream().filter(it -> !it.state().isOver()).toList();
        if (there.size() >= rules.number("own-table-count", today)) {
            throw Refusals.notOpen("own-table-count", "16", List.of());
        }
        var id = UUID.randomUUID();
        var load = UUID.randomUUID();
        var order = new Order.ReceiveFile(
                load.toString(),
                id.toString(),
                request.format(),
                rules.number("own-table-bytes", today),
                request.fileName().strip(),
                of.toString());
        var ticket = domain.ticket(Runs.use(workspace, actor), order);
        try {
            transaction.executeWithoutResult(_ -> opened(workspace, id, load, request, ticket, actor));
        } catch (DuplicateKeyException taken) {
            throw Refusals.invalid(Map.of("name", "own-table-name-taken"));
        }
        return new Brought(id, ticket);
    }

    private void opened(
            Workspace workspace, UUID id, UUID load, OwnTableRequest request, DoorTicket ticket, Actor actor) {
        var entry = evidence.enter(
                actor,
                "16",
                "own-table-opened",
                workspace.caseId(),
                Map.of(
                        "workspace", workspace.id(),
                        "table", id,
                        "name", request.name().strip(),
                        "title", request.title().strip(),
                        "basis", request.basis().name(),
                        "statement", request.statement().strip()));
        store.add(new OwnTable(
                id,
                workspace.id(),
                load,
                request.name().strip(),
                request.title().strip(),
                request.basis(),
                request.statement().strip(),
                request.fileName().strip(),
                State.WAITING,
                null,
                "",
                0,
                0,
                List.of(),
                List.of(),
                null,
                actor.person(),
                actor.personName(),
                clock.instant(),
                ticket.expiresAt(),
                entry));
    }

    /// Those that take part, and for the owner those on their way too.
    List<OwnTableView> list(UUID of, Actor actor) {
        var workspace = workspaces.visible(of, actor);
        var mine = workspace.isUsedBy(actor);
        return store.of(of).stream()
                .map(it -> mine ? follow(it) : it)
                .filter(it -> it.state() == State.LANDED
                        || it.state() == State.DESTROYED
                        || (mine && it.state() != State.DISCARDED))
                .map(it -> views.of(it, mine))
                .toList();
    }

    OwnTableView get(UUID of, UUID id, Actor actor) {
        return views.of(follow(own(of, id, actor)), true);
    }

    OwnTableView confirm(UUID of, UUID id, OwnConfirmation request, Actor actor) {
        var workspace = workspaces.open(of, actor);
        follow(own(of, id, actor));
        transaction.executeWithoutResult(_ -> {
            var held = store.hold(id).orElseThrow(Refusals::noSuchOwnTable);
            if (held.state() != State.STAGED) {
                throw Refusals.notOpen("own-table-not-staged", "16", List.of());
            }
            var columns = OwnTableForm.columns(request, held);
            var kind = request.subject() == null ? "" : requireNonNullElse(request.subjectKind(), "");
            evidence.enter(
                    actor,
                    "16",
                    "own-table-confirmed",
                    workspace.caseId(),
                    Map.of(
                            "workspace", of,
                            "table", id,
                            "subjectKind", kind,
                            "columns",
                                    columns.stream()
                                            .map(it -> Map.of(
                                                    "name",
                                                    it.name(),
                                                    "columnClass",
                                                    it.columnClass().name()))
                                            .toList()));
            store.update(held.confirmed(request.subject(), kind, columns));
        });
        return views.of(follow(requireNonNull(store.find(id).orElse(null))), true);
    }

    /// The table as it stands in the domain now; one that was confirmed is ordered to land until it is.
    OwnTable follow(OwnTable it) {
        if (!it.state().isUnderWay()) {
            return it;
        }
        var status = domain.order(Use.PLATFORM, new Order.ReadLoad(it.load().toString()), Answer.LoadStatus.class);
        if (it.state() == State.LANDING) {
            return switch (status.state()) {
                case STAGED -> ordered(it);
                case LANDED -> landed(it);
                case FAILED -> kept(it.in(State.STAGED, it.rows(), it.detected(), status.problem()));
                default -> it;
            };
        }
        var gone = status.state() == LoadState.WAITING && clock.instant().isAfter(it.expiresAt());
        var state = gone ? State.DISCARDED : State.valueOf(status.state().name());
        return state == it.state() ? it : kept(it.in(state, status.rows(), status.columns(), status.problem()));
    }

    private OwnTable ordered(OwnTable it) {
        var order = new Order.LandLoad(
                it.load().toString(),
                it.id().toString(),
                1,
                it.columns(),
                it.subject(),
                it.subjectKind(),
                QualityRules.NONE,
                it.workspace().toString());
        try {
            domain.order(Use.PLATFORM, order, Answer.LoadStatus.class);
            return it;
        } catch (EnclaveRefused refused) {
            return kept(it.in(State.STAGED, it.rows(), it.detected(), refused.refusal()));
        }
    }

    private OwnTable landed(OwnTable it) {
        var found = domain.order(
                Use.PLATFORM, new Order.DescribeVersion(it.id().toString(), 1), Answer.VersionDescription.class);
        return kept(it.landed(found.rows(), found.maxRowsPerSubject()));
    }

    private OwnTable kept(OwnTable now) {
        return requireNonNull(transaction.execute(_ -> {
            var held = store.hold(now.id()).orElseThrow(Refusals::noSuchOwnTable);
            if (!held.state().isUnderWay()) {
                return held;
            }
            store.update(now);
            return now;
        }));
    }

    void destroy(UUID of, UUID id, Actor actor) {
        var workspace = workspaces.used(of, actor);
        var before = own(of, id, actor);
        if (before.state().isOver()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            var held = store.hold(id).orElseThrow(Refusals::noSuchOwnTable);
            evidence.enter(
                    actor, "16", "own-table-destroyed", workspace.caseId(), Map.of("workspace", of, "table", id));
            store.update(held.in(
                    held.state() == State.LANDED ? State.DESTROYED : State.DISCARDED,
                    held.rows(),
                    held.detected(),
                    null));
        });
        forget(before, actor);
    }

    private void forget(OwnTable it, Actor actor) {
        var order = it.state() == State.LANDED
                ? new Order.DestroyVersion(it.id().toString(), 1)
                : new Order.DiscardLoad(it.load().toString());
        try {
            domain.order(Use.by(actor), order, Answer.class);
        } catch (EnclaveRefused refused) {
            if (!refused.refusal().type().equals("load-unknown")) {
                throw refused;
            }
        }
    }

    /// The domain destroys them with their workspace.
    @EventListener
    void on(WorkspaceEnded ended) {
        store.of(ended.workspace()).stream()
                .filter(it -> !it.state().isOver())
                .forEach(it -> store.update(it.in(
                        it.state() == State.LANDED ? State.DESTROYED : State.DISCARDED,
                        it.rows(),
                        it.detected(),
                        null)));
    }

    private OwnTable own(UUID of, UUID id, Actor actor) {
        workspaces.used(of, actor);
        return store.find(id).filter(it -> it.workspace().equals(of)).orElseThrow(Refusals::noSuchOwnTable);
    }
}
