package org.mingqu.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The filter of subjects who have consented, kept as a column beside the rows, over the questions of TPC-H
/// that touch customers: with it over without it.
final class ConsentFigures {

    private static final int ROUNDS = 3;
    private static final List<String> TABLES = List.of("customer", "orders", "lineitem");
    private static final List<Integer> QUESTIONS = List.of(1, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14, 18, 22);

    private ConsentFigures() {}

    static List<Figure> measure() throws SQLException, IOException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            statement.execute("SET threads = 2");
            Tpch.load(duckdb, 1);
            for (var table : TABLES) {
                statement.execute("ALTER TABLE %1$s RENAME TO %1$s_all".formatted(table));
                statement.execute("ALTER TABLE %s_all ADD COLUMN consents BOOLEAN".formatted(table));
            }
            statement.execute("UPDATE customer_all SET consents = hash(c_custkey) % 20 > 0");
            statement.execute("UPDATE orders_all SET consents = hash(o_custkey) % 20 > 0");
            statement.execute(
                    "UPDATE lineitem_all SET consents = o.consents FROM orders_all o WHERE o_orderkey = l_orderkey");
            var logarithms = 0.0;
            var worst = 0.0;
            var worstAt = 0;
            for (var number : QUESTIONS) {
                var ratio = ratio(duckdb, number);
                logarithms += Math.log(ratio);
                worstAt = ratio > worst ? number : worstAt;
                worst = Math.max(worst, ratio);
            }
            return List.of(new Figure(
                    "consent.ratio",
                    Math.exp(logarithms / QUESTIONS.size()),
                    "ratio",
                    "geometric mean over %d questions of TPC-H, 19 of 20 customers consent; worst %.2f, question %d"
                            .formatted(QUESTIONS.size(), worst, worstAt)));
        }
    }

    private static double ratio(Connection duckdb, int number) throws SQLException {
        var without = new ArrayList<Double>();
        var with = new ArrayList<Double>();
        for (var round = 0; round <= ROUNDS; round++) {
            var plain = millis(duckdb, "", number);
            var filtered = millis(duckdb, " WHERE consents", number);
            if (round > 0) {
                without.add(plain);
                with.add(filtered);
            }
        }
        return Samples.median(with) / Samples.median(without);
    }

    private static double millis(Connection duckdb, String filter, int number) throws SQLException {
        try (var statement = duckdb.createStatement()) {
            for (var table : TABLES) {
                statement.execute("CREATE OR REPLACE VIEW %1$s AS SELECT * EXCLUDE (consents) FROM %1$s_all%2$s"
                        .formatted(table, filter));
            }
        }
        var begun = System.nanoTime();
        Results.of(duckdb, Tpch.question(number));
        return Samples.millisSince(begun);
    }
}
