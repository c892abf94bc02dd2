package org.mingqu.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.mingqu.bench.attack.Grammar;
import org.mingqu.bench.attack.Kind;
import org.mingqu.bench.attack.Oracle;

/// How many made-up questions take one subject out of an exact answer: none, or it says with which seed. And
/// how many persons two exact answers give away together.
final class AttackBench implements Measurement {

    private static final int QUESTIONS = 10_000;
    private static final int ALL_QUESTIONS = 100_000;
    private static final int TOLD = 2_000;
    private static final long SEED = 20_261_128;

    private final int questions;

    /// @param full whether all questions are asked, or a tenth of them
    AttackBench(boolean full) {
        this.questions = full ? ALL_QUESTIONS : QUESTIONS;
    }

    /// What became of questions, by kind, and the seeds of those that succeeded.
    private record Tally(Map<Kind, Map<Oracle.Outcome, Integer>> outcomes, List<Long> seeds) {

        Tally() {
            this(new EnumMap<>(Kind.class), new ArrayList<>());
        }

        void add(Kind kind, Oracle.Outcome outcome, int count) {
            outcomes.computeIfAbsent(kind, _ -> new EnumMap<>(Oracle.Outcome.class))
                    .merge(outcome, count, Integer::sum);
        }

        void add(Tally other) {
            other.outcomes.forEach((kind, counts) -> counts.forEach((outcome, count) -> add(kind, outcome, count)));
            seeds.addAll(other.seeds);
        }
    }

    @Override
    public List<Figure> measure() throws SQLException, InterruptedException {
        var begun = System.nanoTime();
        var worked = Samples.processorMillis();
        var tally = asked();
        var seconds = Samples.millisSince(begun) / 1000;
        var figures = figures(tally, seconds);
        figures.add(new Figure(
                "attacks.work.ms",
                (Samples.processorMillis() - worked) / questions,
                "ms",
                "processor time for each question: guard, and engine over up to 28 databases"));
        figures.addAll(DifferencingFigures.measure());
        return figures;
    }

    /// Asks all questions, in as many hands as there are cores, each with an oracle of its own.
    private Tally asked() throws SQLException, InterruptedException {
        var hands = Runtime.getRuntime().availableProcessors();
        var tally = new Tally();
        try (var threads = Executors.newFixedThreadPool(hands)) {
            var parts = IntStream.range(0, hands)
                    .<Callable<Tally>>mapToObj(hand -> () -> asked(hand, hands))
                    .toList();
            for (var part : threads.invokeAll(parts)) {
                tally.add(part.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question could not be judged", e);
        }
        return tally;
    }

    private Tally asked(int from, int step) throws SQLException {
        var kinds = Kind.values();
        var tally = new Tally();
        try (var oracle = new Oracle()) {
            for (var i = from; i < questions; i += step) {
                var kind = kinds[i % kinds.length];
                var outcome = oracle.judge(new Grammar(new Random(SEED + i)).question(kind));
                tally.add(kind, outcome, 1);
                if (outcome == Oracle.Outcome.SUCCEEDED) {
                    tally.seeds().add(SEED + i);
                }
                if (i % TOLD == 0) {
                    System.err.printf("%d of %d questions asked%n", i, questions);
                }
            }
        }
        return tally;
    }

    private List<Figure> figures(Tally tally, double seconds) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "attacks.attempted",
                questions,
                "",
                "generated, from seed %d, in %.0f s; --full asks %d".formatted(SEED, seconds, ALL_QUESTIONS)));
        figures.add(new Figure(
                "attacks.succeeded",
                tally.seeds().size(),
                "",
                tally.seeds().isEmpty() ? "by an oracle that knows the raw data" : "seeds " + tally.seeds()));
        tally.outcomes().forEach((kind, counts) -> {
            var name = "attacks." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            figures.add(new Figure(name + ".refused", counts.getOrDefault(Oracle.Outcome.REFUSED, 0), "", null));
            figures.add(new Figure(name + ".answered-safely", counts.getOrDefault(Oracle.Outcome.SAFE, 0), "", null));
            figures.add(new Figure(name + ".succeeded", counts.getOrDefault(Oracle.Outcome.SUCCEEDED, 0), "", null));
        });
        return figures;
    }
}
