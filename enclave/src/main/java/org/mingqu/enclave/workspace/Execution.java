package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingqu.guard.Plan;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;

/// Runs a plan's SQL, within its limits, and never lets the engine's words out.
final class Execution {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private final String sql;
    private final int columns;
    private final int mostRows;
    private final int seconds;

    /// @param mostRows a result with more rows is refused, not cut
    Execution(Plan plan, int mostRows, int seconds) {
        this(plan.sql(), plan.outputs().size(), mostRows, seconds);
    }

    /// @param columns how many the result has; one with others is refused
    Execution(String sql, int columns, int mostRows, int seconds) {
        this.sql = sql;
        this.columns = columns;
        this.mostRows = mostRows;
        this.seconds = seconds;
    }

    List<List<@Nullable Object>> rows(Space space, Running run) throws SQLException, IOException {
        return on(space, run, statement -> read(statement, sql, run));
    }

    /// Something done on one connection, within the time of the run.
    interface Work<T> {
        T on(Statement statement) throws SQLException, IOException;
    }

    <T> T on(Space space, Running run, Work<T> work) throws SQLException, IOException {
        try (var connection = space.connection();
                var statement = connection.createStatement()) {
            run.executing(statement);
            var timeout = TIMER.schedule(
                    () -> run.stop(EnclaveRefusal.of("run-timeout", "", "seconds", Integer.toString(seconds))),
                    seconds,
                    TimeUnit.SECONDS);
            try {
                return work.on(statement);
            } finally {
                timeout.cancel(false);
                run.executed();
            }
        } catch (SQLException e) {
            run.mustGoOn();
            throw refused(e);
        }
    }

    List<List<@Nullable Object>> read(Statement statement, String text, Running run) throws SQLException {
        try (var result = statement.executeQuery(text)) {
            return read(result, run);
        }
    }

    void mustNotBeMore(long rows) {
        if (rows > mostRows) {
            throw EnclaveRefused.of("run-rows", "", "limit", Integer.toString(mostRows));
        }
    }

    private List<List<@Nullable Object>> read(java.sql.ResultSet result, Running run) throws SQLException {
        if (result.getMetaData().getColumnCount() != columns) {
            throw new IllegalStateException("the engine returned other columns than the plan has");
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        while (result.next()) {
            mustNotBeMore(rows.size() + 1L);
            var row = new ArrayList<@Nullable Object>(columns);
            for (var i = 1; i <= columns; i++) {
                row.add(result.getObject(i));
            }
            rows.add(row);
        }
        run.mustGoOn();
        return rows;
    }

    private static EnclaveRefused refused(SQLException e) {
        var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return EnclaveRefused.of(message.startsWith("out of memory") ? "run-memory" : "run-failed", "");
    }
}
