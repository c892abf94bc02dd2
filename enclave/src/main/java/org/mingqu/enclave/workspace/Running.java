package org.mingqu.enclave.workspace;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.intake.Fault;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;

/// A run that is going on, and the handle by which it is stopped.
final class Running {

    private final String workspace;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable EnclaveRefusal stopped;
    private @Nullable Statement statement;
    private @Nullable Space filling;

    Running(String workspace) {
        this.workspace = workspace;
    }

    String workspace() {
        return workspace;
    }

    /// Stops the run: what it executes now, and all it would execute later.
    void stop(EnclaveRefusal why) {
        synchronized (this) {
            if (stopped == null) {
                stopped = why;
            }
            if (statement != null) {
                Fault.quietly(statement::cancel);
            }
            if (filling != null) {
                Fault.quietly(filling::cancel);
            }
        }
    }

    synchronized @Nullable EnclaveRefusal stopped() {
        return stopped;
    }

    synchronized void filling(Space space) {
        mustGoOn();
        filling = space;
    }

    synchronized void executing(Statement next) {
        mustGoOn();
        filling = null;
        statement = next;
    }

    synchronized void executed() throws SQLException {
        statement = null;
    }

    synchronized void mustGoOn() {
        if (stopped != null) {
            throw new EnclaveRefused(stopped);
        }
    }

    void end() {
        ended.countDown();
    }

    boolean awaitEnd(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
