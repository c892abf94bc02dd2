package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.intake.Fault;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.release.Histories;
import org.mingqu.enclave.release.ReleaseKeys;
import org.mingqu.enclave.release.Units;
import org.mingqu.enclave.subject.SubjectLists;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Plan;
import org.mingqu.privacy.Epsilon;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.ResultTable;
import org.mingqu.warrant.RunState;
import org.mingqu.warrant.WorkspaceState;

/// The runs of all workspaces: judged, executed in their lane, stopped when their workspace is.
public final class Runs implements AutoCloseable {

    private static final long FIRST_WAIT_MILLIS = 1500;
    private static final int AT_ONCE = 4;

    private final Versions versions;
    private final Workspaces workspaces;
    private final SubjectLists subjects;
    private final Spaces spaces;
    private final Histories histories;
    private final RunStore store;
    private final Judging judging;
    private final Lanes lanes;
    private final Clock clock;
    private final UnderWay underWay;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// The runs kept in a folder.
    ///
    /// @param work for what is in the clear while an engine is filled
    public Runs(
            Path folder,
            Path work,
            Versions versions,
            Workspaces workspaces,
            SubjectLists subjects,
            Budgets budgets,
            ReleaseKeys releaseKeys,
            Guard guard,
            Clock clock)
            throws IOException {
        this.versions = versions;
        this.workspaces = workspaces;
        this.subjects = subjects;
        this.spaces = new Spaces(versions, workspaces, subjects, new Units(releaseKeys, work.resolve("units")), work);
        this.histories = new Histories(releaseKeys);
        this.store = new RunStore(folder);
        this.underWay = new UnderWay(store, workspaces);
        var answered = new Answered(workspaces);
        this.judging = new Judging(guard, budgets, answered);
        var copied = new CopiedColumns(versions, work);
        this.lanes = new Lanes(
                spaces,
                budgets,
                new ReviewedRun(spaces, workspaces, histories, copied),
                new DataSetRun(spaces, workspaces, histories, copied),
                new ModelRun(spaces, workspaces, histories),
                answered);
        this.clock = clock;
    }

    RunStore store() {
        return store;
    }

    Histories histories() {
        return histories;
    }

    /// What the guard says.
    public Answer.Judgement judge(Order.Judge order) {
        workspaces.mustBeOpen(order.workspace());
        var grants = Grants.of(order.workspace(), order.grant(), versions);
        return judging.judge(order.workspace(), order.sql(), order.lane(), grants, Judging.loss(order.epsilonMilli()))
                .judgement();
    }

    /// Judges and runs; waits a little for a fast one to end.
    public Answer.RunStatus run(Order.Run order) throws IOException {
        workspaces.mustBeOpen(order.workspace());
        var there = store.find(order.run());
        if (there != null) {
            return mine(there, order.workspace());
        }
        subjects.mustHave(order.grant());
        var grants = Grants.of(order.workspace(), order.grant(), versions);
        var loss = Judging.loss(order.epsilonMilli());
        var judged = judging.judge(order.workspace(), order.sql(), order.lane(), grants, loss);
        var record = record(order, judged, grants);
        var plan = judged.plan();
        if (plan == null) {
            store.save(record);
            return status(record);
        }
        var run = underWay.begin(record);
        threads.execute(() -> execute(record, plan, grants, loss, run));
        run.awaitEnd(FIRST_WAIT_MILLIS);
        return read(order.run());
    }

    private Answer.RunStatus mine(RunRecord there, String workspace) {
        if (!there.workspace().equals(workspace)) {
            throw EnclaveRefused.of("run-unknown", "");
        }
        return status(there);
    }

    private RunRecord record(Order.Run order, Judging.Judged judged, Grants grants) {
        var plan = judged.plan();
        var used = new TreeMap<String, Integer>();
        for (var granted : grants.all()) {
            if (plan != null && plan.tables().contains(granted.table().name())) {
                used.put(granted.version().resource(), granted.version().number());
            }
        }
        return new RunRecord(
                order.run(),
                order.workspace(),
                order.lane(),
                order.sql(),
                plan == null ? RunState.REFUSED : RunState.RUNNING,
                clock.instant(),
                plan == null ? 0L : null,
                judged.judgement(),
                used,
                order.grant().limits().threshold(),
                null,
                plan == null
                        ? new EnclaveRefusal(
                                "query-refused",
                                "4",
                                Map.of(),
                                judged.judgement().findings())
                        : null,
                null,
                order.adjusted(),
                order.model());
    }

    private void execute(RunRecord record, Plan plan, Grants grants, Epsilon loss, Running run) {
        var start = System.nanoTime();
        RunRecord ended;
        try {
            turns.acquire();
            try {
                var result = lanes.run(record, plan, grants, loss, run);
                run.mustGoOn();
                result.seal(workspaces.key(record.workspace()), resultFile(record));
                ended = record.ended(
                        RunState.DONE, millis(start), result.table().rows().size(), null);
            } finally {
                turns.release();
            }
        } catch (EnclaveRefused e) {
            ended = record.ended(state(e.refusal(), run), millis(start), null, e.refusal());
        } catch (IOException | SQLException | RuntimeException | InterruptedException e) {
            // The boundary of a background task: whatever it was, the run says that it failed.
            var stopped = run.stopped();
            ended = stopped == null
                    ? record.ended(RunState.FAILED, millis(start), null, Fault.of(e))
                    : record.ended(RunState.CANCELLED, millis(start), null, stopped);
        }
        underWay.finish(ended, run);
    }

    private static RunState state(EnclaveRefusal refusal, Running run) {
        if (refusal.type().equals("budget-exhausted")) {
            return RunState.REFUSED;
        }
        var cancelled = run.stopped() != null && !refusal.type().equals("run-timeout");
        return cancelled ? RunState.CANCELLED : RunState.FAILED;
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// How a run stands, with its rows where its lane gives them.
    public Answer.RunStatus read(String run) {
        return status(store.get(run));
    }

    private Answer.RunStatus status(RunRecord record) {
        return new Answer.RunStatus(
                record.run(),
                record.workspace(),
                record.state(),
                record.lane(),
                record.startedAt(),
                record.millis(),
                record.judgement(),
                table(record),
                tellsOfSubjects(record) ? null : record.rows(),
                record.problem(),
                record.resources());
    }

    /// How many groups are left, and how many not, depends on who is in them: it is not told before people
    /// looked.
    private boolean tellsOfSubjects(RunRecord record) {
        return record.lane().staysInside()
                && record.state() == RunState.DONE
                && workspaces.status(record.workspace()).state() == WorkspaceState.OPEN
                && !review(record).cells().bodies().isEmpty();
    }

    private @Nullable ResultTable table(RunRecord record) {
        if (record.state() != RunState.DONE) {
            return null;
        }
        workspaces.mustBeOpen(record.workspace());
        var table = result(record).table();
        return record.lane().staysInside()
                ? new ResultTable(table.columns(), List.of(), tellsOfSubjects(record) ? -1 : table.suppressed(), null)
                : table;
    }

    Result result(RunRecord record) {
        try {
            return Result.open(workspaces.key(record.workspace()), resultFile(record));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the result of a run cannot be read", e);
        }
    }

    Review review(RunRecord record) {
        try {
            return Review.open(workspaces.key(record.workspace()), ReviewedRun.file(workspaces, record));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the review of a run cannot be read", e);
        }
    }

    private Path resultFile(RunRecord record) {
        return workspaces.place(record.workspace()).resolve(record.run() + ".result");
    }

    /// Stops a run.
    public Answer.RunStatus cancel(String run) throws IOException {
        underWay.stop(Map.of(run, store.get(run)), EnclaveRefusal.of("run-cancelled", ""));
        return read(run);
    }

    /// Suspends a workspace: nothing new begins there, and what runs has ended when this returns.
    public Answer.WorkspaceStatus suspend(Order.SuspendWorkspace order) throws IOException {
        var status = underWay.shut(() -> workspaces.suspend(order.workspace(), order.article(), order.reason()));
        var why = EnclaveRefusal.of(
                "workspace-suspended", order.article(), "article", order.article(), "reason", order.reason());
        return with(status, stopAll(order.workspace(), why));
    }

    /// Destroys a workspace: what runs has ended and its key is gone when this returns.
    public Answer.WorkspaceStatus destroy(String workspace) throws IOException {
        var status = underWay.shut(() -> workspaces.destroy(workspace));
        return with(status, stopAll(workspace, EnclaveRefusal.of("workspace-destroyed", "14")));
    }

    private static Answer.WorkspaceStatus with(Answer.WorkspaceStatus of, int cancelled) {
        return new Answer.WorkspaceStatus(of.workspace(), of.state(), of.since(), of.article(), of.reason(), cancelled);
    }

    private int stopAll(String workspace, EnclaveRefusal why) throws IOException {
        var stopped = underWay.stopAll(workspace, why);
        spaces.closeAll(workspace);
        return stopped;
    }

    /// How many are running.
    public int running() {
        return underWay.count();
    }

    @Override
    public void close() {
        underWay.close();
        threads.shutdownNow();
        spaces.close();
    }
}
