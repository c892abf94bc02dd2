package org.mingqu.guard;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long a warm guard takes for the story's questions: a printout, no assertion. Run it as a program.
final class JudgingTime {

    private static final int ROUNDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private JudgingTime() {}

    public static void main(String[] arguments) {
        report(System.out);
    }

    static void report(PrintStream out) {
        var start = System.nanoTime();
        var guard = Guard.warm();
        out.printf("warm-up %.1f s%n", (System.nanoTime() - start) / 1e9);
        var grant = Story.grant();
        var all = new ArrayList<Double>();
        for (var lane : Lane.values()) {
            var questions = lane == Lane.INSTANT ? Story.INSTANT : Story.REVIEWED;
            var times = new ArrayList<Double>();
            var busy = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                for (var question : questions) {
                    var before = System.nanoTime();
                    var busyBefore = THREADS.getCurrentThreadCpuTime();
                    guard.judge(question, grant, lane);
                    busy.add((THREADS.getCurrentThreadCpuTime() - busyBefore) / 1e6);
                    times.add((System.nanoTime() - before) / 1e6);
                }
            }
            all.addAll(times);
            out.printf(
                    "%-9s median %.2f ms, 95 of 100 within %.2f ms; processor time: median %.2f ms%n",
                    lane, at(times, 0.5), at(times, 0.95), at(busy, 0.5));
        }
        out.printf("all       median %.2f ms, 95 of 100 within %.2f ms%n", at(all, 0.5), at(all, 0.95));
    }

    private static double at(List<Double> times, double share) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
