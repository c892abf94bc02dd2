package org.mingqu.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mingqu.guard.ColumnClass;
import org.mingqu.guard.ColumnType;
import org.mingqu.guard.Grant;
import org.mingqu.guard.GrantedColumn;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Limits;
import org.mingqu.guard.Right;
import org.mingqu.guard.Verdict;

/// The threshold of distinct subjects over 10 million rows, beside the GROUP BY without it.
final class ThresholdFigures {

    private static final int ROUNDS = 5;
    private static final int SUBJECTS = 1_000_000;
    private static final String QUESTION = "SELECT place, COUNT(*) AS n, SUM(amount) AS s FROM uses GROUP BY place";

    private ThresholdFigures() {}

    static List<Figure> measure(Guard guard) throws SQLException {
        var figures = new ArrayList<>(ratios(guard, "threshold", 1_000, "1,000 groups"));
        figures.addAll(ratios(guard, "threshold.small", 500_000, "500,000 groups of 20 rows, all in doubt"));
        return figures;
    }

    private static List<Figure> ratios(Guard guard, String name, int groups, String what) throws SQLException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            statement.execute(("CREATE TABLE uses AS SELECT printf('S%%07d', hash(i) %% %d) AS subject,"
                            + " 'G' || (hash(i * 7 + 1) %% %d) AS place, CAST(hash(i + 3) %% 1000 AS BIGINT) AS amount"
                            + " FROM range(10000000) t(i)")
                    .formatted(SUBJECTS, groups));
            int most;
            try (var found =
                    statement.executeQuery("SELECT max(n) FROM (SELECT count(*) AS n FROM uses GROUP BY subject)")) {
                found.next();
                most = found.getInt(1);
            }
            if (!(guard.judge(QUESTION, grant(most), Lane.REVIEWED) instanceof Verdict.Allowed(var plan))) {
                throw new IllegalStateException("refused: " + QUESTION);
            }
            var plain = new ArrayList<Taken>();
            var ours = new ArrayList<Taken>();
            for (var round = 0; round <= ROUNDS; round++) {
                var without = taken(duckdb, QUESTION);
                var with = taken(duckdb, plan.quick());
                if (round > 0) {
                    plain.add(without);
                    ours.add(with);
                }
            }
            var beside = "10 million rows, " + what;
            return List.of(
                    figure(name + ".ratio", ours, plain, Taken::millis, beside),
                    figure(name + ".work.ratio", ours, plain, Taken::worked, beside + ", by processor time"));
        }
    }

    /// @param millis by the clock
    /// @param worked milliseconds of processor time, in steps of ten
    private record Taken(double millis, double worked) {}

    private static Figure figure(
            String name, List<Taken> ours, List<Taken> plain, ToDoubleFunction<Taken> of, String beside) {
        var with = Samples.median(ours.stream().map(of::applyAsDouble).toList());
        var without = Samples.median(plain.stream().map(of::applyAsDouble).toList());
        return new Figure(
                name,
                with / without,
                "ratio",
                "%s; with threshold %.0f ms, plain GROUP BY %.0f ms".formatted(beside, with, without));
    }

    private static Taken taken(Connection duckdb, String sql) throws SQLException {
        var worked = Samples.processorMillis();
        var millis = millis(duckdb, sql);
        return new Taken(millis, Samples.processorMillis() - worked);
    }

    private static double millis(Connection duckdb, String sql) throws SQLException {
        var begun = System.nanoTime();
        try (var statement = duckdb.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getLong(2);
            }
        }
        return Samples.millisSince(begun);
    }

    private static Grant grant(int most) {
        var table = new GrantedTable(
                "uses",
                "uses",
                List.of(
                        column("place", ColumnType.TEXT, ColumnClass.OPEN),
                        column("amount", ColumnType.INTEGER, ColumnClass.MEASURE)),
                "subject",
                "person",
                most,
                10_000_000);
        return new Grant("threshold", List.of(table), new Limits(10, 1_000_000, 1_000_000, 600));
    }

    private static GrantedColumn column(String name, ColumnType type, ColumnClass columnClass) {
        return new GrantedColumn(name, name, type, 0, columnClass, 2, EnumSet.allOf(Right.class), null, null);
    }
}
