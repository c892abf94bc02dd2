package org.mingqu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.guard.ColumnClass;
import org.mingqu.guard.ColumnType;
import org.mingqu.guard.Grant;
import org.mingqu.guard.GrantedColumn;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.Guard;
import org.mingqu.guard.InstantAnswer;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Limits;
import org.mingqu.guard.Right;
import org.mingqu.guard.Verdict;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;

/// Instant answers over TPC-H at scale factor 1, whose subjects are the customers, beside the same GROUP BY alone. The
/// rows of a customer lie together, as the enclave lays them.
final class DpFigures {

    private static final int ROUNDS = 7;
    private static final Epsilon LOSS = new Epsilon(1000);

    private DpFigures() {}

    /// One question.
    private record Question(String table, String key, String value, String from) {

        String sql() {
            return "SELECT %s, COUNT(*) AS n, SUM(%s) AS s FROM %s GROUP BY %1$s".formatted(key, value, table);
        }
    }

    private static final Question LINES = new Question(
            "lines",
            "l_shipmode",
            "l_extendedprice",
            "SELECT o_custkey AS subject, l_shipmode, l_extendedprice FROM lineitem JOIN orders ON l_orderkey = o_orderkey");
    private static final Question ORDERS = new Question(
            "sales",
            "o_orderpriority",
            "o_totalprice",
            "SELECT o_custkey AS subject, o_orderpriority, o_totalprice FROM orders");

    /// @param duckdb with the tables of TPC-H
    static List<Figure> measure(Guard guard, Connection duckdb) throws SQLException {
        return List.of(
                ratio(guard, duckdb, "dp.ratio", LINES, true),
                ratio(guard, duckdb, "dp.orders.ratio", ORDERS, true),
                ratio(guard, duckdb, "dp.declared.ratio", LINES, false));
    }

    /// @param measured whether the rows of a subject are a measured fact, as in the enclave, or only declared, so
    ///     that the engine cuts subjects off
    private static Figure ratio(Guard guard, Connection duckdb, String name, Question question, boolean measured)
            throws SQLException {
        int most;
        try (var statement = duckdb.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE TABLE %s AS %s ORDER BY subject".formatted(question.table(), question.from()));
            try (var found = statement.executeQuery(
                    "SELECT max(n) FROM (SELECT count(*) AS n FROM %s GROUP BY subject)".formatted(question.table()))) {
                found.next();
                most = found.getInt(1);
            }
        }
        var plain = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            rows(duckdb, question.sql(), 3);
            plain.add(Samples.millisSince(begun));
            begun = System.nanoTime();
            answer(guard, duckdb, question.sql() + " -- " + round, grant(question, most, measured));
            ours.add(Samples.millisSince(begun));
        }
        var beside = "%s, %s: from text to noisy answer %.0f ms, plain GROUP BY %.0f ms, medians of %d"
                .formatted(
                        question.table(),
                        measured ? "rows of a customer measured" : "rows of a customer declared, cut by the engine",
                        Samples.median(ours),
                        Samples.median(plain),
                        ROUNDS);
        return new Figure(name, Samples.median(ours) / Samples.median(plain), "ratio", beside);
    }

    private static void answer(Guard guard, Connection duckdb, String sql, Grant grant) throws SQLException {
        if (!(guard.judge(sql, grant, Lane.INSTANT) instanceof Verdict.Allowed(var plan))) {
            throw new IllegalStateException("refused: " + sql);
        }
        var rows = rows(duckdb, plan.sql(), plan.outputs().size());
        var answer = InstantAnswer.of(plan, rows, LOSS, RandomBits.secure());
        if (answer.rows().isEmpty()) {
            throw new IllegalStateException("nothing shows: " + sql);
        }
    }

    private static List<List<@Nullable Object>> rows(Connection duckdb, String sql, int columns) throws SQLException {
        var rows = new ArrayList<List<@Nullable Object>>();
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<@Nullable Object>();
                for (var i = 1; i <= columns; i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static Grant grant(Question question, int most, boolean measured) {
        var all = EnumSet.allOf(Right.class);
        var columns = List.of(
                new GrantedColumn(question.key(), "", ColumnType.TEXT, 0, ColumnClass.OPEN, 1, all, null, null),
                new GrantedColumn(
                        question.value(), "", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 2, all, 0L, 60_000_000L));
        var table = new GrantedTable(
                question.table(), question.table(), columns, "subject", "person", most, 6_001_215, measured);
        return new Grant("dp", List.of(table), new Limits(10, 100_000, 100_000, 600));
    }
}
