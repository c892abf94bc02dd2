package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mingqu.enclave.intake.Fault;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.RunState;

/// The runs that are under way: how they begin, end and are stopped.
///
/// Beginning a run and shutting its workspace exclude each other: a run either begins before and is stopped, or is
/// refused.
final class UnderWay implements AutoCloseable {

    /// Within this time a run that is stopped has ended or is taken for ended.
    private static final Duration STOP = Duration.ofSeconds(2);

    private static final int MOST_WAITING = 64;

    private final RunStore store;
    private final Workspaces workspaces;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    UnderWay(RunStore store, Workspaces workspaces) {
        this.store = store;
        this.workspaces = workspaces;
    }

    /// A change after which nothing may begin in a workspace.
    interface Shutting {
        Answer.WorkspaceStatus shut() throws IOException;
    }

    synchronized Answer.WorkspaceStatus shut(Shutting shutting) throws IOException {
        return shutting.shut();
    }

    /// Begins a run, if its workspace is still open now.
    synchronized Running begin(RunRecord record) throws IOException {
        workspaces.mustBeOpen(record.workspace());
        if (running.size() >= MOST_WAITING) {
            throw EnclaveRefused.of("busy", "");
        }
        if (store.find(record.run()) != null) {
            throw EnclaveRefused.of("busy", "");
        }
        store.save(record);
        var run = new Running(record.workspace());
        running.put(record.run(), run);
        return run;
    }

    void finish(RunRecord ended, Running run) {
        synchronized (this) {
            var current = store.get(ended.run());
            if (current.state() == RunState.RUNNING) {
                Fault.quietly(() -> store.save(ended));
            }
            running.remove(ended.run());
        }
        run.end();
    }

    /// Stops what runs in a workspace.
    ///
    /// @return how many runs it were
    int stopAll(String workspace, EnclaveRefusal why) throws IOException {
        var mine = new TreeMap<String, RunRecord>();
        running.forEach((id, run) -> {
            if (run.workspace().equals(workspace)) {
                mine.put(id, store.get(id));
            }
        });
        stop(mine, why);
        return mine.size();
    }

    void stop(Map<String, RunRecord> records, EnclaveRefusal why) throws IOException {
        var until = System.nanoTime() + STOP.minusMillis(200).toNanos();
        records.keySet().forEach(id -> {
            var run = running.get(id);
            if (run != null) {
                run.stop(why);
            }
        });
        for (var record : records.values()) {
            var run = running.get(record.run());
            if (run != null && !run.awaitEnd(Math.max(1, (until - System.nanoTime()) / 1_000_000))) {
                synchronized (this) {
                    if (store.get(record.run()).state() == RunState.RUNNING) {
                        store.save(record.ended(RunState.CANCELLED, STOP.toMillis(), null, why));
                    }
                }
            }
        }
    }

    int count() {
        return running.size();
    }

    @Override
    public void close() {
        running.values().forEach(run -> run.stop(EnclaveRefusal.of("run-lost", "")));
        running.values().forEach(run -> run.awaitEnd(STOP.toMillis()));
    }
}
