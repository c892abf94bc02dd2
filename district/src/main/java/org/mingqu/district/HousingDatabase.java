package org.mingqu.district;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The housing department's own database.
record HousingDatabase(long seed, Scale scale) {

    private static final int BATCH = 1_000;

    /// Fills it anew and says how many contracts there are, those that came in twice counted.
    long fill(Connection postgres) throws SQLException {
        try (var statement = postgres.createStatement()) {
            statement.execute(Descriptions.text("sql/housing_schema.sql"));
        }
        var resource = Descriptions.read().resources().stream()
                .filter(it -> it.format() == Format.TABLE)
                .findFirst()
                .orElseThrow();
        var marks = String.join(", ", resource.columns().stream().map(_ -> "?").toList());
        try (var source = Source.open(seed, scale);
                var read = source.connection().createStatement();
                var rows = read.executeQuery(Source.rowsOf(resource));
                var insert =
                        postgres.prepareStatement("insert into %s values (%s)".formatted(resource.origin(), marks))) {
            return copy(rows, insert, resource.columns().size());
        }
    }

    private static long copy(ResultSet rows, PreparedStatement insert, int columns) throws SQLException {
        var count = 0L;
        while (rows.next()) {
            for (var i = 1; i <= columns; i++) {
                insert.setObject(i, rows.getObject(i));
            }
            // One contract in two hundred was entered twice, as the old system let happen.
            for (var times = count % 200 == 7 ? 2 : 1; times > 0; times--) {
                insert.addBatch();
                count++;
                if (count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
        }
        insert.executeBatch();
        return count;
    }
}
