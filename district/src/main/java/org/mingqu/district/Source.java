package org.mingqu.district;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// The rows of the district before anything is wrong with them: a DuckDB in memory in which each table is a function of
/// the seed and the row's number.
final class Source implements AutoCloseable {

    private final Connection connection;

    private Source(Connection connection) {
        this.connection = connection;
    }

    /// Opens a district and makes what more than one file speaks of.
    static Source open(long seed, Scale scale) throws SQLException {
        var settings = new Properties();
        settings.setProperty("memory_limit", "600MB");
        settings.setProperty("threads", "2");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        var source = new Source(DriverManager.getConnection("jdbc:duckdb:", settings));
        source.set("seed", seed);
        source.set("residents", scale.residents());
        source.set("metered", scale.meteredHouseholds());
        source.set("companies", scale.companies());
        source.set("leases", scale.leases());
        source.set("contracts", scale.housingContracts());
        source.set("stations", scale.stations());
        source.run(Descriptions.text("sql/words.sql"));
        source.run(Descriptions.text("sql/base.sql"));
        source.run(Descriptions.text("sql/readings.sql"));
        return source;
    }

    Connection connection() {
        return connection;
    }

    /// The query that gives the rows of a resource, in the order of the file.
    static String rowsOf(Resource resource) {
        return Descriptions.text("sql/%s.sql".formatted(resource.key()));
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void set(String name, long value) throws SQLException {
        run("SET VARIABLE %s = %d::BIGINT".formatted(name, value));
    }
}
