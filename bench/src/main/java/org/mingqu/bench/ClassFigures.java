package org.mingqu.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.mingqu.privacy.risk.Context;
import org.mingqu.privacy.risk.Evaluation;
import org.mingqu.privacy.risk.Fraction;
import org.mingqu.privacy.risk.Sharing;

/// k-anonymity and the standard's risk of a million rows with six quasi-identifiers, beside the plain GROUP BY.
final class ClassFigures {

    private static final int ROUNDS = 7;
    private static final String ROWS = """
            CREATE TABLE people AS SELECT
              CAST(hash(i) % 90 AS INTEGER) AS age, CAST(hash(i + 1) % 2 AS INTEGER) AS sex,
              'community ' || (hash(i + 2) % 60) AS community, 'trade ' || (hash(i + 3) % 12) AS trade,
              CAST(hash(i + 4) % 8 AS INTEGER) AS education, CAST(hash(i + 5) % 5 AS INTEGER) AS household
              FROM range(1000000) t(i)""";
    private static final String COLUMNS = "age, sex, community, trade, education, household";
    private static final String PLAIN = "SELECT count(*) AS n FROM people GROUP BY " + COLUMNS;

    private ClassFigures() {}

    static List<Figure> measure() throws SQLException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute(ROWS);
            var plain = new ArrayList<Double>();
            var ours = new ArrayList<Double>();
            Evaluation evaluation = null;
            for (var round = 0; round < ROUNDS; round++) {
                var begun = System.nanoTime();
                statement.execute("SELECT max(n) FROM (%s)".formatted(PLAIN));
                plain.add(Samples.millisSince(begun));
                begun = System.nanoTime();
                evaluation = evaluation(duckdb);
                ours.add(Samples.millisSince(begun));
            }
            if (evaluation == null) {
                throw new IllegalStateException("no round was run");
            }
            var beside = "k %s and risk %s; %.0f ms, plain GROUP BY %.0f ms"
                    .formatted(
                            evaluation.greatest().denominator(),
                            evaluation.risk().numerator() + "/"
                                    + evaluation.risk().denominator(),
                            Samples.median(ours),
                            Samples.median(plain));
            return List.of(new Figure("kanon.ratio", Samples.median(ours) / Samples.median(plain), "ratio", beside));
        }
    }

    /// The classes are counted by size in the engine; of the few sizes the risk is had exactly.
    private static Evaluation evaluation(Connection duckdb) throws SQLException {
        var bySize = new TreeMap<Integer, Long>();
        try (var statement = duckdb.createStatement();
                var sizes = statement.executeQuery("SELECT n, count(*) FROM (%s) GROUP BY n".formatted(PLAIN))) {
            while (sizes.next()) {
                bySize.put(sizes.getInt(1), sizes.getLong(2));
            }
        }
        var context = new Context(Fraction.of(1, 10), Fraction.of(1, 10), Fraction.of(1, 10));
        return Evaluation.of(bySize, Sharing.CONTROLLED, context);
    }
}
