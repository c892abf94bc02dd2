package org.mingqu.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Verdict;

/// The 22 questions of TPC-H at scale factor 1 through the guard, from text to the last row, beside the engine alone.
final class TpchFigures {

    private static final int ROUNDS = 5;

    private TpchFigures() {}

    static List<Figure> measure(Guard guard) throws SQLException, IOException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            Tpch.load(duckdb, 1);
            var figures = new ArrayList<Figure>();
            var logarithms = 0.0;
            var worst = 0.0;
            var worstAt = 0;
            var equal = 0;
            for (var number : Tpch.QUESTIONS) {
                var text = Tpch.question(number);
                equal += Results.of(duckdb, text).equals(Results.of(duckdb, guarded(guard, text))) ? 1 : 0;
                var ratio = ratio(guard, duckdb, number, figures);
                logarithms += Math.log(ratio);
                if (ratio > worst) {
                    worst = ratio;
                    worstAt = number;
                }
            }
            var count = Tpch.QUESTIONS.size();
            var beside = "guard and engine over the engine alone, in turns, medians of %d".formatted(ROUNDS);
            figures.addFirst(new Figure("tpch.sf1.geomean.ratio", Math.exp(logarithms / count), "ratio", beside));
            figures.add(1, new Figure("tpch.sf1.worst.ratio", worst, "ratio", "question " + worstAt));
            figures.add(2, new Figure("tpch.equal.queries", equal, "", "of 22, rows as the engine alone gives them"));
            return figures;
        }
    }

    private static double ratio(Guard guard, Connection duckdb, int number, List<Figure> figures) throws SQLException {
        var text = Tpch.question(number);
        var raw = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            Results.of(duckdb, text);
            raw.add(Samples.millisSince(begun));
            begun = System.nanoTime();
            Results.of(duckdb, guarded(guard, text));
            ours.add(Samples.millisSince(begun));
        }
        var beside = "engine alone %.0f ms".formatted(Samples.median(raw));
        figures.add(new Figure("tpch.sf1.q%02d.ms".formatted(number), Samples.median(ours), "ms", beside));
        return Samples.median(ours) / Samples.median(raw);
    }

    private static String guarded(Guard guard, String text) {
        return switch (guard.judge(text, Tpch.grant(), Lane.REVIEWED)) {
            case Verdict.Allowed(var plan) -> plan.quick();
            case Verdict.Refused(var findings) -> throw new IllegalStateException(findings.toString());
        };
    }
}
