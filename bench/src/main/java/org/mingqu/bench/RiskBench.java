package org.mingqu.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.bench.adult.Adult;
import org.mingqu.bench.adult.Flash;
import org.mingqu.privacy.risk.Generaliser;
import org.mingqu.privacy.risk.Recoding;
import org.mingqu.privacy.risk.Target;

/// The least loss at which the Adult data are 5-anonymous, and the time to find it, beside ARX's search; and
/// the risk of a million rows beside a plain GROUP BY.
final class RiskBench implements Measurement {

    private static final int ROUNDS = 3;
    private static final int K = 5;
    private static final double SUPPRESSIBLE = 0.04;

    @Override
    public List<Figure> measure() throws SQLException {
        var figures = new ArrayList<>(adult());
        figures.addAll(ClassFigures.measure());
        return figures;
    }

    private static List<Figure> adult() {
        var adult = new Adult();
        var hierarchies = adult.hierarchies();
        var generaliser = new Generaliser(adult.columns(), hierarchies, new int[adult.subjects()]);
        var target = new Target(K, 1, SUPPRESSIBLE);
        var flashTimes = new ArrayList<Double>();
        var globalTimes = new ArrayList<Double>();
        var localTimes = new ArrayList<Double>();
        Flash.Found flash = null;
        Recoding global = null;
        Recoding local = null;
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            flash = Flash.search(adult.columns(), hierarchies, K, SUPPRESSIBLE);
            flashTimes.add(Samples.millisSince(begun));
            begun = System.nanoTime();
            global = generaliser.global(target).orElseThrow();
            globalTimes.add(Samples.millisSince(begun));
            begun = System.nanoTime();
            local = generaliser.local(target).orElseThrow();
            localTimes.add(Samples.millisSince(begun));
        }
        if (flash == null || global == null || local == null) {
            throw new IllegalStateException("no round was run");
        }
        var flashTime = Samples.median(flashTimes);
        var peer = "Flash, ARX's search written anew: loss %.4f, %.0f ms, %d schemes looked at"
                .formatted(flash.loss(), flashTime, flash.looked());
        return List.of(
                new Figure("adult.k5.loss.ratio", global.loss() / flash.loss(), "ratio", peer),
                new Figure(
                        "adult.k5.time.ratio",
                        Samples.median(globalTimes) / flashTime,
                        "ratio",
                        "%.0f ms, %d schemes looked at; %s"
                                .formatted(Samples.median(globalTimes), global.looked(), peer)),
                new Figure(
                        "adult.k5.several.loss.ratio",
                        local.loss() / flash.loss(),
                        "ratio",
                        "%d schemes in place of one".formatted(local.schemes().size())),
                new Figure(
                        "adult.k5.several.time.ratio",
                        Samples.median(localTimes) / flashTime,
                        "ratio",
                        "%.0f ms".formatted(Samples.median(localTimes))));
    }
}
