package org.mingqu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Verdict;

/// The 22 questions of TPC-H at scale factor 1 through the guard, from text to the last row, beside the engine alone.
final class TpchFigures {

    private static final int ROUNDS = 7;

    private TpchFigures() {}

    /// @param duckdb with the tables of TPC-H
    static List<Figure> measure(Guard guard, Connection duckdb) throws SQLException {
        var figures = new ArrayList<Figure>();
        var again = new Ratios();
        var anew = new Ratios();
        var equal = 0;
        for (var number : Tpch.QUESTIONS) {
            var text = Tpch.question(number);
            equal += Results.of(duckdb, text).equals(Results.of(duckdb, guarded(guard, text))) ? 1 : 0;
            ratio(guard, duckdb, number, again, anew, figures);
        }
        var beside = "guard and engine over the engine alone, in turns, medians of %d".formatted(ROUNDS);
        figures.addAll(
                0,
                List.of(
                        new Figure(
                                "tpch.sf1.geomean.ratio",
                                again.mean(),
                                "ratio",
                                beside + "; every question was asked before"),
                        new Figure("tpch.sf1.worst.ratio", again.worst, "ratio", "question " + again.worstAt),
                        new Figure(
                                "tpch.sf1.new.geomean.ratio",
                                anew.mean(),
                                "ratio",
                                beside + "; every text is a new one"),
                        new Figure("tpch.sf1.new.worst.ratio", anew.worst, "ratio", "question " + anew.worstAt),
                        new Figure("tpch.equal.queries", equal, "", "of 22, rows as the engine alone gives them")));
        return figures;
    }

    /// Ratios of the questions, and the worst of them.
    private static final class Ratios {

        private double logarithms;
        private int count;
        private double worst;
        private int worstAt;

        void add(int number, double ratio) {
            logarithms += Math.log(ratio);
            count++;
            if (ratio > worst) {
                worst = ratio;
                worstAt = number;
            }
        }

        double mean() {
            return Math.exp(logarithms / count);
        }
    }

    private static void ratio(
            Guard guard, Connection duckdb, int number, Ratios again, Ratios anew, List<Figure> figures)
            throws SQLException {
        var text = Tpch.question(number);
        var raw = new ArrayList<Double>();
        var repeated = new ArrayList<Double>();
        var first = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            raw.add(millis(() -> Results.of(duckdb, text)));
            repeated.add(millis(() -> Results.of(duckdb, guarded(guard, text))));
            var fresh = text + " -- " + round;
            first.add(millis(() -> Results.of(duckdb, guarded(guard, fresh))));
        }
        var beside = "engine alone %.1f ms, a new text %.1f ms".formatted(Samples.median(raw), Samples.median(first));
        figures.add(new Figure("tpch.sf1.q%02d.ms".formatted(number), Samples.median(repeated), "ms", beside));
        again.add(number, Samples.median(repeated) / Samples.median(raw));
        anew.add(number, Samples.median(first) / Samples.median(raw));
    }

    private interface Asked {
        void run() throws SQLException;
    }

    private static double millis(Asked asked) throws SQLException {
        var begun = System.nanoTime();
        asked.run();
        return Samples.millisSince(begun);
    }

    private static String guarded(Guard guard, String text) {
        return switch (guard.judge(text, Tpch.grant(), Lane.REVIEWED)) {
            case Verdict.Allowed(var plan) -> plan.quick();
            case Verdict.Refused(var findings) -> throw new IllegalStateException(findings.toString());
        };
    }
}
