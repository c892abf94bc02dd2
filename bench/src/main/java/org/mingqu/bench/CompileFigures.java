package org.mingqu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.district.District;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;

/// How long the guard takes from a text to its verdict, over the queries of the story.
final class CompileFigures {

    private static final int ROUNDS = 30;

    private CompileFigures() {}

    /// @param warming how long the guard took to warm up, in milliseconds
    static List<Figure> measure(Guard guard, double warming) throws IOException {
        var district = District.demonstration();
        var samples = new ArrayList<Double>();
        var work = new ArrayList<Double>();
        var threads = ManagementFactory.getThreadMXBean();
        var queries = 0;
        for (var round = 0; round < ROUNDS; round++) {
            for (var scenario : district.scenarios()) {
                var grant = StoryGrants.of(district, scenario);
                for (var query : scenario.queries()) {
                    var lane = Lane.valueOf(query.lane().name());
                    // a comment makes every text a new one: what is kept of an equal question does not count here
                    var text = query.sql() + " -- " + round;
                    var worked = threads.getCurrentThreadCpuTime();
                    var begun = System.nanoTime();
                    guard.judge(text, grant, lane);
                    samples.add(Samples.millisSince(begun));
                    work.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
                    queries++;
                }
            }
        }
        var over = "%d queries of the story, %d rounds, warm, every text a new one".formatted(queries / ROUNDS, ROUNDS);
        return List.of(
                new Figure("guard.compile.ms", Samples.median(samples), "ms", "median of " + over),
                new Figure("guard.work.ms", Samples.median(work), "ms", "processor time of the same, median"),
                new Figure("guard.compile.p95.ms", Samples.quantile(samples, 0.95), "ms", over),
                new Figure("guard.warm.ms", warming, "ms", "once, at the start of the process"));
    }
}
