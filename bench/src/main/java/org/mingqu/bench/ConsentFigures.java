package org.mingqu.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The filter of subjects who have consented, over the questions of TPC-H that touch customers, applied as the domain
/// applies it: when a workspace's tables are filled, and filled again when a list has changed, so that no question asks
/// who has consented. Measured are the questions over tables with the filter beside those without, and the filling.
final class ConsentFigures {

    private static final int ROUNDS = 5;
    private static final List<String> TABLES = List.of("customer", "orders", "lineitem");
    private static final List<Integer> QUESTIONS = List.of(1, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14, 18, 22);
    /// 19 of 20 customers consent.
    private static final Map<String, String> CONDITIONS = Map.of(
            "customer", "c_custkey IN (SELECT v FROM consents)",
            "orders", "o_custkey IN (SELECT v FROM consents)",
            "lineitem",
                    "l_orderkey IN (SELECT o_orderkey FROM orders_all WHERE o_custkey IN (SELECT v FROM consents))");

    private ConsentFigures() {}

    static List<Figure> measure() throws SQLException, IOException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            run(duckdb, "SET threads = 2");
            Tpch.load(duckdb, 1);
            run(duckdb, "CREATE TABLE consents AS SELECT c_custkey AS v FROM customer WHERE hash(c_custkey) % 20 > 0");
            for (var table : TABLES) {
                run(duckdb, "ALTER TABLE %1$s RENAME TO %1$s_all".formatted(table));
            }
            var filling = filling(duckdb);
            var logarithms = 0.0;
            var worked = new double[2];
            var worst = 0.0;
            var worstAt = 0;
            for (var number : QUESTIONS) {
                var ratio = ratio(duckdb, number, worked);
                logarithms += Math.log(ratio);
                worstAt = ratio > worst ? number : worstAt;
                worst = Math.max(worst, ratio);
            }
            return List.of(
                    new Figure(
                            "consent.ratio",
                            Math.exp(logarithms / QUESTIONS.size()),
                            "ratio",
                            "geometric mean over %d questions of TPC-H, 19 of 20 customers consent; worst %.2f, question %d"
                                    .formatted(QUESTIONS.size(), worst, worstAt)),
                    new Figure(
                            "consent.work.ratio",
                            worked[1] / worked[0],
                            "ratio",
                            "processor time of all of them, in turns, %.0f ms over %.0f ms"
                                    .formatted(worked[1], worked[0])),
                    filling);
        }
    }

    /// Fills both kinds of tables, in turns; they stay.
    private static Figure filling(Connection duckdb) throws SQLException {
        var without = new ArrayList<Double>();
        var with = new ArrayList<Double>();
        for (var round = 0; round <= ROUNDS; round++) {
            var plain = fill(duckdb, "plain", false);
            var filtered = fill(duckdb, "asked", true);
            if (round > 0) {
                without.add(plain);
                with.add(filtered);
            }
        }
        var ratio = Samples.median(with) / Samples.median(without);
        return new Figure(
                "consent.fill.ratio",
                ratio,
                "ratio",
                "three tables, 7.7 million rows, filled with the filter in %.0f ms, without in %.0f ms; once for each change of a list"
                        .formatted(Samples.median(with), Samples.median(without)));
    }

    private static double fill(Connection duckdb, String as, boolean asked) throws SQLException {
        var begun = System.nanoTime();
        for (var table : TABLES) {
            run(
                    duckdb,
                    "CREATE OR REPLACE TABLE %2$s_%1$s AS SELECT * FROM %1$s_all%3$s"
                            .formatted(table, as, asked ? " WHERE " + CONDITIONS.get(table) : ""));
        }
        return Samples.millisSince(begun);
    }

    /// @param worked processor time without and with the filter, added up
    private static double ratio(Connection duckdb, int number, double[] worked) throws SQLException {
        var without = new ArrayList<Double>();
        var with = new ArrayList<Double>();
        for (var round = 0; round <= ROUNDS; round++) {
            var begun = Samples.processorMillis();
            var plain = millis(duckdb, "plain", number);
            var between = Samples.processorMillis();
            var filtered = millis(duckdb, "asked", number);
            if (round > 0) {
                without.add(plain);
                with.add(filtered);
                worked[0] += between - begun;
                worked[1] += Samples.processorMillis() - between;
            }
        }
        return Samples.median(with) / Samples.median(without);
    }

    private static double millis(Connection duckdb, String of, int number) throws SQLException {
        for (var table : TABLES) {
            run(duckdb, "CREATE OR REPLACE VIEW %1$s AS SELECT * FROM %2$s_%1$s".formatted(table, of));
        }
        var begun = System.nanoTime();
        Results.of(duckdb, Tpch.question(number));
        return Samples.millisSince(begun);
    }

    private static void run(Connection duckdb, String text) throws SQLException {
        try (var statement = duckdb.createStatement()) {
            statement.execute(text);
        }
    }
}
