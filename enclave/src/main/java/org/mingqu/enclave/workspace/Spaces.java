package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mingqu.enclave.intake.Fault;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.release.Units;
import org.mingqu.enclave.subject.SubjectLists;
import org.mingqu.enclave.vault.Durable;

/// The engines that are open. One that nobody used for a while is closed, and with it what it held in the
/// clear.
final class Spaces implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(2);

    private final Versions versions;
    private final Workspaces workspaces;
    private final Units units;
    private final SubjectLists subjects;
    private final Path work;
    private final Map<String, Open> open = new HashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    Spaces(Versions versions, Workspaces workspaces, SubjectLists subjects, Units units, Path work) throws IOException {
        this.versions = versions;
        this.workspaces = workspaces;
        this.subjects = subjects;
        this.units = units;
        this.work = Durable.folder(work);
        var period = IDLE.toSeconds() / 4;
        var _ = sweeper.scheduleAtFixedRate(() -> closeIdle(IDLE.toNanos()), period, period, TimeUnit.SECONDS);
    }

    private static final class Open {
        private final String workspace;
        private final Space space;
        private int users;
        private boolean closing;
        private long lastUse = System.nanoTime();

        private Open(String workspace, Space space) {
            this.workspace = workspace;
            this.space = space;
        }
    }

    /// Something done with an engine.
    interface Use<T> {
        T with(Space space) throws SQLException, IOException;
    }

    /// Uses the engine for a grant, and opens it before that if need be.
    ///
    /// @param run is told of a space that is being filled
    <T> T use(String workspace, Grants grants, boolean synthetic, Running run, Use<T> use)
            throws SQLException, IOException {
        var entry = take(workspace, grants, synthetic, run);
        try {
            return use.with(entry.space);
        } finally {
            giveBack(entry);
        }
    }

    private Open take(String workspace, Grants grants, boolean synthetic, Running run)
            throws SQLException, IOException {
        var shape = workspace + "\n" + synthetic + "\n" + grants.shape();
        synchronized (this) {
            var there = open.get(shape);
            if (there != null) {
                there.users++;
                return there;
            }
        }
        var space = synthetic
                ? Space.synthetic(grants)
                : Space.real(grants, versions, subjects, workspaces.key(workspace), units, work, run::filling);
        synchronized (this) {
            var other = open.get(shape);
            if (other != null) {
                space.close();
                other.users++;
                return other;
            }
            var entry = new Open(workspace, space);
            entry.users = 1;
            open.put(shape, entry);
            return entry;
        }
    }

    private synchronized void giveBack(Open entry) throws SQLException {
        entry.users--;
        entry.lastUse = System.nanoTime();
        if (entry.closing && entry.users == 0) {
            entry.space.close();
        }
    }

    private synchronized void closeIdle(long idleNanos) {
        var now = System.nanoTime();
        closeIf(entry -> entry.users == 0 && now - entry.lastUse > idleNanos);
    }

    /// Closes the engines of a workspace; those in use as soon as they are not.
    synchronized void closeAll(String workspace) {
        closeIf(entry -> entry.workspace.equals(workspace));
    }

    private void closeIf(java.util.function.Predicate<Open> which) {
        open.values().removeIf(entry -> {
            if (!which.test(entry)) {
                return false;
            }
            entry.closing = true;
            if (entry.users == 0) {
                Fault.quietly(entry.space::close);
            }
            return true;
        });
    }

    @Override
    public synchronized void close() {
        sweeper.shutdownNow();
        closeIf(_ -> true);
    }
}
