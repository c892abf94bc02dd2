package org.mingqu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/// Cases of the bench in the database of the installation that runs, each with one task for the same organisation, of
/// which one in ten is open. They go when this is closed.
final class SeededCases implements AutoCloseable {

    private static final String MARK = "BENCH-";
    private static final int PORT_LINE = 3;

    private final Connection connection;

    private SeededCases(Connection connection) {
        this.connection = connection;
    }

    /// Writes them into the embedded database of an installation.
    static SeededCases write(Installation installation, int count, UUID organisation, String role)
            throws IOException, SQLException {
        var seeded = new SeededCases(DriverManager.getConnection(address(installation), "postgres", "postgres"));
        try {
            seeded.remove();
            seeded.insertCases(count);
            seeded.insertTasks(organisation, role);
            seeded.insertParties(organisation);
            return seeded;
        } catch (SQLException e) {
            seeded.close();
            throw e;
        }
    }

    private static String address(Installation installation) throws IOException {
        var file = installation.home().resolve("database/postmaster.pid");
        var port = Files.readAllLines(file).get(PORT_LINE);
        return "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port.strip());
    }

    private void insertCases(int count) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into case_file (id, kind, number, title, stage, applicant, applicant_name, applicant_kind,
                                       started_on, version, closed, subject)
                select gen_random_uuid(), 'AUTHORISATION', ? || lpad(n::text, 6, '0'), 'Scenario ' || md5(n::text),
                       'WITH_AUTHORITY', gen_random_uuid(), 'Applicant ' || n % 300, 'PARTNER',
                       current_date - n % 1000, 1, n % 10 <> 0, gen_random_uuid()
                  from generate_series(1, ?) n""")) {
            insert.setString(1, MARK);
            insert.setInt(2, count);
            insert.executeUpdate();
        }
    }

    private void insertTasks(UUID organisation, String role) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into case_task (id, case_id, stage, step, organisation, organisation_name, role, received_at,
                                       received_on, due, provisional, term_days, article, done, reminded)
                select gen_random_uuid(), id, stage, 'ASSESS', ?, 'bench', ?, started_on, started_on,
                       current_date - 5 + (hashtext(number) & 31), false, 5, '18', closed, 0
                  from case_file where number like ? || '%'""")) {
            insert.setObject(1, organisation);
            insert.setString(2, role);
            insert.setString(3, MARK);
            insert.executeUpdate();
        }
    }

    private void insertParties(UUID organisation) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into case_party (case_id, organisation) select id, ? from case_file where number like ? || '%'")) {
            insert.setObject(1, organisation);
            insert.setString(2, MARK);
            insert.executeUpdate();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("analyze case_file, case_task, case_party");
        }
    }

    private void remove() throws SQLException {
        try (var tasks = connection.prepareStatement(
                        "delete from case_task where case_id in (select id from case_file where number like ? || '%')");
                var parties = connection.prepareStatement(
                        "delete from case_party where case_id in (select id from case_file where number like ? || '%')");
                var files = connection.prepareStatement("delete from case_file where number like ? || '%'")) {
            tasks.setString(1, MARK);
            tasks.executeUpdate();
            parties.setString(1, MARK);
            parties.executeUpdate();
            files.setString(1, MARK);
            files.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            remove();
        }
    }
}
