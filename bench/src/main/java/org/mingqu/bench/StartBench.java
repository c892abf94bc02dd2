package org.mingqu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long a start takes until the platform serves, and how much memory platform, enclave and database hold at rest.
///
/// Reads the installation that runs, or starts one with `./mingqu start` and stops it again.
final class StartBench implements Measurement {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration RESTS_WITHIN = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final double AT_REST = 0.05;
    private static final long GLANCE = 50;

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        var installation = new Installation();
        var figures = new ArrayList<Figure>();
        var isOurs = !installation.isReady();
        if (isOurs) {
            figures.add(new Figure(
                    "start.ready.s", start(installation), "s", "./mingqu start until platform and enclave answer"));
            figures.add(new Figure(
                    "start.work.s",
                    Installation.used(installation.processes()).toMillis() / 1000.0,
                    "s",
                    "processor time until then: holds on a machine that others use too"));
        }
        try {
            var rested = rests(installation);
            var processes = installation.processes();
            if (processes.isEmpty()) {
                throw new IOException("an installation answers at %s, but MINGQU_HOME does not name its home"
                        .formatted(installation.address()));
            }
            var state = rested ? "at rest" : "still busy after %d min".formatted(RESTS_WITHIN.toMinutes());
            var what = "%d processes of platform, enclave, database, %s".formatted(processes.size(), state);
            figures.add(new Figure("start.resident.MiB", Installation.memory(processes, "Pss"), "MiB", what));
            figures.add(new Figure(
                    "start.rss.MiB",
                    Installation.memory(processes, "Rss"),
                    "MiB",
                    "shared pages counted in each process"));
        } finally {
            if (isOurs) {
                script("stop").waitFor(1, TimeUnit.MINUTES);
            }
        }
        return figures;
    }

    private static double start(Installation installation) throws IOException, InterruptedException {
        script("build").waitFor();
        var begun = System.nanoTime();
        var script = script("start");
        while (!installation.isComplete()) {
            if (System.nanoTime() - begun > READY_WITHIN.toNanos() || (!script.isAlive() && script.exitValue() != 0)) {
                script("stop").waitFor(1, TimeUnit.MINUTES);
                throw new IOException("./mingqu start did not become ready");
            }
            Thread.sleep(GLANCE);
        }
        return Samples.millisSince(begun) / 1000;
    }

    /// Waits until the processes use less than a twentieth of a processor.
    private static boolean rests(Installation installation) throws IOException, InterruptedException {
        var until = System.nanoTime() + RESTS_WITHIN.toNanos();
        while (System.nanoTime() < until) {
            var processes = installation.processes();
            var before = Installation.used(processes);
            Thread.sleep(LOOK.toMillis());
            var share = (double) Installation.used(processes).minus(before).toMillis() / LOOK.toMillis();
            if (share < AT_REST) {
                return true;
            }
        }
        return false;
    }

    private static Process script(String command) throws IOException {
        return new ProcessBuilder(Path.of("mingqu").toAbsolutePath().toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
