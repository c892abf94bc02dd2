package org.mingqu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.district.District;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;
import org.mingqu.privacy.DiscreteLaplace;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;

/// How long the guard takes from a text to its verdict, over the queries of the story.
final class GuardBench implements Measurement {

    private static final int ROUNDS = 30;
    private static final int DRAWS = 200_000;

    @Override
    public List<Figure> measure() throws SQLException, IOException {
        var district = District.demonstration();
        var started = System.nanoTime();
        var guard = Guard.warm();
        var warming = Samples.millisSince(started);
        var samples = new ArrayList<Double>();
        var work = new ArrayList<Double>();
        var threads = ManagementFactory.getThreadMXBean();
        var queries = 0;
        for (var round = 0; round < ROUNDS; round++) {
            for (var scenario : district.scenarios()) {
                var grant = StoryGrants.of(district, scenario);
                for (var query : scenario.queries()) {
                    var lane = Lane.valueOf(query.lane().name());
                    var worked = threads.getCurrentThreadCpuTime();
                    var begun = System.nanoTime();
                    guard.judge(query.sql(), grant, lane);
                    samples.add(Samples.millisSince(begun));
                    work.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
                    queries++;
                }
            }
        }
        var over = "%d queries of the story, %d rounds, warm".formatted(queries / ROUNDS, ROUNDS);
        var figures = new ArrayList<>(List.of(
                new Figure("guard.compile.ms", Samples.median(samples), "ms", "median of " + over),
                new Figure("guard.work.ms", Samples.median(work), "ms", "processor time of the same, median"),
                new Figure("guard.compile.p95.ms", Samples.quantile(samples, 0.95), "ms", over),
                new Figure("guard.warm.ms", warming, "ms", "once, at the start of the process")));
        figures.addAll(ThresholdFigures.measure(guard));
        figures.addAll(noise());
        figures.addAll(TpchFigures.measure(guard));
        return figures;
    }

    /// Draws of exact noise on one core, of a scale as a usual sum has it.
    private static List<Figure> noise() {
        var noise = new DiscreteLaplace(new Epsilon(1000).scale(1000, 1, 1));
        var random = RandomBits.secure();
        var begun = System.nanoTime();
        for (var i = 0; i < DRAWS; i++) {
            noise.sample(random);
        }
        return List.of(new Figure(
                "noise.draws_per_s",
                DRAWS / Samples.millisSince(begun) * 1000,
                "1/s",
                "one core, %d draws".formatted(DRAWS)));
    }
}
