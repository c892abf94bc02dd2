package org.mingqu.platform.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ModelSpec;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.RunState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Queries in a workspace: judged, run, followed, cancelled, listed.
///
/// The entry of a use is durable before the enclave is asked; its rows are read from the enclave when they
/// are shown and are not kept here.
@Service
class Runs {

    private static final int LONGEST_TEXT = 100_000;
    private static final double LARGEST_EPSILON = 10;

    private final Workspaces workspaces;
    private final RunStore runs;
    private final ReleaseStore releases;
    private final GrantMaker grants;
    private final SubjectRule subjects;
    private final Domain domain;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Runs(
            Workspaces workspaces,
            RunStore runs,
            ReleaseStore releases,
            GrantMaker grants,
            SubjectRule subjects,
            Domain domain,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.workspaces = workspaces;
        this.runs = runs;
        this.releases = releases;
        this.grants = grants;
        this.subjects = subjects;
        this.domain = domain;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What the guard would say, without running it.
    VerdictView judge(UUID id, Question question, Actor actor) {
        check(question);
        var workspace = workspaces.open(id, actor);
        var order = new Order.Judge(
                id.toString(),
                question.lane(),
                question.sql(),
                grants.grant(workspace, today(), question.audience()),
                question.epsilonMilli());
        return VerdictView.of(domain.order(use(workspace, actor), order, Answer.Judgement.class));
    }

    /// Runs a query. It is done when this returns, or RUNNING and to be followed.
    RunView run(UUID id, Question question, Actor actor) {
        check(question);
        var workspace = workspaces.open(id, actor);
        var run = requireNonNull(transaction.execute(_ -> begun(workspace, question, actor)));
        var order = new Order.Run(
                id.toString(),
                run.id().toString(),
                question.lane(),
                question.sql(),
                grants.grant(workspace, today(), question.audience()),
                question.epsilonMilli(),
                question.adjusted(),
                question.model());
        try {
            return shown(run, domain.order(use(workspace, actor), order, Answer.RunStatus.class), actor);
        } catch (EnclaveRefused refused) {
            runs.end(run.ended(RunState.REFUSED, null, null, refused.refusal()), List.of());
            if (refused.refusal().type().equals("subjects-behind")) {
                subjects.lost(workspace.id());
            }
            throw refused;
        } catch (EnclaveUnavailable lost) {
            runs.end(run.ended(RunState.FAILED, null, null, Lost.REFUSAL), List.of());
            throw lost;
        }
    }

    private Run begun(Workspace workspace, Question question, Actor actor) {
        var facts = new HashMap<String, Object>();
        facts.put("workspace", workspace.id());
        facts.put("agreement", workspace.agreement());
        facts.put("scenario", workspace.scenario());
        facts.put("lane", question.lane().name());
        facts.put("sql", question.sql());
        if (question.lane() == Lane.DATASET) {
            facts.put("sharing", question.audience().name());
        }
        var model = question.model();
        if (model != null) {
            facts.put("model", model.kind().name());
            facts.put("target", model.target());
            facts.put("ridgeMilli", model.ridgeMilli());
        }
        facts.put(
                "resources",
                workspace.tables().stream().map(Workspace.Table::resource).toList());
        var id = UUID.randomUUID();
        facts.put("run", id);
        var entry = evidence.enter(actor, "4", "query-run", workspace.caseId(), facts);
        var run = new Run(
                id,
                workspace.id(),
                actor.person(),
                actor.personName(),
                actor.organisation(),
                question.lane(),
                question.sql(),
                question.epsilonMilli(),
                RunState.RUNNING,
                clock.instant(),
                null,
                null,
                null,
                entry);
        runs.add(run);
        return run;
    }

    /// A run as it stands now, with its rows where they may be shown.
    RunView get(UUID id, Actor actor) {
        var run = visible(id, actor);
        if (run.state() != RunState.RUNNING && run.state() != RunState.DONE) {
            return RunView.of(run, null, release(run));
        }
        var order = new Order.ReadRun(id.toString());
        try {
            return shown(run, domain.order(Use.by(actor), order, Answer.RunStatus.class), actor);
        } catch (EnclaveRefused refused) {
            if (run.state() == RunState.DONE || !refused.refusal().type().equals("run-unknown")) {
                throw refused;
            }
            var lost = run.ended(RunState.FAILED, null, null, Lost.REFUSAL);
            runs.end(lost, List.of());
            return RunView.of(lost, null, null);
        }
    }

    private RunView shown(Run run, Answer.RunStatus status, Actor actor) {
        var now = run;
        if (run.state() == RunState.RUNNING && status.state() != RunState.RUNNING) {
            now = run.ended(status.state(), status.millis(), status.judgement(), status.problem());
            runs.end(now, granted(run, status.resources()));
        }
        var table = status.result();
        var rows = status.rows();
        var mayBeShown = table != null && run.organisation().equals(actor.organisation());
        return RunView.of(
                now,
                mayBeShown ? RunView.RunResult.of(requireNonNull(table), rows == null ? -1 : rows) : null,
                release(now));
    }

    /// What the partner brought along is nobody's resource.
    private List<String> granted(Run run, List<String> resources) {
        var tables = workspaces.find(run.workspace()).tables().stream()
                .map(it -> it.resource().toString())
                .toList();
        return resources.stream().filter(tables::contains).toList();
    }

    /// Ends a running query; one that has ended is left as it is.
    void cancel(UUID id, Actor actor) {
        var run = visible(id, actor);
        workspaces.used(run.workspace(), actor);
        if (run.state() != RunState.RUNNING) {
            return;
        }
        transaction.executeWithoutResult(_ -> evidence.enter(
                actor,
                "4",
                "query-cancelled",
                workspaces.find(run.workspace()).caseId(),
                Map.of("run", id, "workspace", run.workspace())));
        var status = domain.order(Use.by(actor), new Order.CancelRun(id.toString()), Answer.RunStatus.class);
        if (status.state() != RunState.RUNNING) {
            runs.end(
                    run.ended(status.state(), status.millis(), status.judgement(), status.problem()),
                    granted(run, status.resources()));
        }
    }

    /// Who asked what, latest first; without rows. The departments whose data are used may read it too (art.
    /// 4).
    Page<RunView> history(UUID id, int page, int size, Actor actor) {
        workspaces.visible(id, actor);
        var paging = new Paging(page, size);
        var items = runs.history(id, paging).stream()
                .map(it -> RunView.of(it, null, release(it)))
                .toList();
        return paging.of(items, runs.count(id));
    }

    Run visible(UUID id, Actor actor) {
        return runs.find(id)
                .filter(it -> workspaces.find(it.workspace()).isVisibleTo(actor))
                .orElseThrow(Refusals::noSuchRun);
    }

    private @Nullable UUID release(Run it) {
        return releases.ofRun(it.id()).map(Release::id).orElse(null);
    }

    static Use use(Workspace workspace, Actor actor) {
        return Use.by(actor, workspace.agreement(), workspace.scenario());
    }

    private static void check(Question question) {
        if (question.sql().isBlank()) {
            throw Refusals.invalid(Map.of("sql", "field-empty"));
        }
        if (question.sql().length() > LONGEST_TEXT) {
            throw Refusals.invalid(Map.of("sql", "field-too-long"));
        }
        var model = question.model();
        if ((question.lane() == Lane.MODEL) != (model != null)) {
            throw Refusals.invalid(Map.of("model", "model-missing"));
        }
        if (model != null && (model.ridgeMilli() < 0 || model.ridgeMilli() > ModelSpec.LARGEST_RIDGE)) {
            throw Refusals.invalid(Map.of("ridge", "model-ridge"));
        }
        var epsilon = question.epsilon();
        if (epsilon != null && !(epsilon > 0 && epsilon <= LARGEST_EPSILON)) {
            throw Refusals.invalid(Map.of("epsilon", "epsilon-range"));
        }
    }

    /// The highest grade of a column that the workspace may use today.
    int grade(Workspace workspace) {
        return grants.grade(workspace, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
