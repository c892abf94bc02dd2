package org.mingqu.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingqu.bench.adult.Adult;
import org.mingqu.bench.adult.Attacker;
import org.mingqu.bench.adult.BenignWork;
import org.mingqu.bench.attack.LargeDistrict;
import org.mingqu.privacy.disclosure.DifferencingRule;
import org.mingqu.privacy.disclosure.ReleaseHistory;
import org.mingqu.privacy.disclosure.Table;
import org.mingqu.privacy.disclosure.Verdict;
import org.roaringbitmap.RoaringBitmap;

/// What releases give away together: with and without the history that each new one is checked against, what
/// honest analysts are denied for it, and what the check costs in a large district.
final class DifferencingFigures {

    private static final long SEED = 1;
    private static final int THRESHOLD = 10;
    private static final int BENIGN = 200;
    private static final int SUBJECTS = 1_000_000;
    private static final int CELLS = 10_000;
    private static final int EARLIER = 1_000;
    private static final int ROUNDS = 3;

    private DifferencingFigures() {}

    static List<Figure> measure() {
        var figures = new ArrayList<Figure>();
        var adult = new Adult();
        figures.add(recovered(adult));
        figures.add(refused(adult));
        figures.addAll(large());
        return figures;
    }

    private static Figure recovered(Adult adult) {
        var pairs = Attacker.pairs(adult, THRESHOLD, SEED);
        var all = new HashMap<RoaringBitmap, Integer>();
        var passed = new HashMap<RoaringBitmap, Integer>();
        var rule = new DifferencingRule(THRESHOLD, 700, 1L << 25, 1 << 21, 1L << 34);
        var history = ReleaseHistory.over(adult.subjects(), rule, SEED);
        for (var pair : pairs) {
            for (var group : List.of(pair.with(), pair.without())) {
                if (all.putIfAbsent(group, adult.highOf(group)) == null) {
                    ask(history, group, adult, passed);
                }
            }
        }
        return new Figure(
                "adult.differencing.recovered",
                Attacker.recovered(adult, pairs, passed),
                "persons",
                "of %d; under the threshold of %d alone %d; of %d questions %d answered"
                        .formatted(
                                adult.subjects(),
                                THRESHOLD,
                                Attacker.recovered(adult, pairs, all),
                                all.size(),
                                passed.size()));
    }

    private static void ask(ReleaseHistory history, RoaringBitmap group, Adult adult, Map<RoaringBitmap, Integer> to) {
        if (history.release(new Table("question", List.of(group))).passing() == 1) {
            to.put(group, adult.highOf(group));
        }
    }

    private static Figure refused(Adult adult) {
        var history = ReleaseHistory.over(adult.subjects(), DifferencingRule.of(THRESHOLD), SEED);
        var work = new BenignWork(adult, SEED);
        var heldBack = 0;
        for (var i = 0; i < BENIGN; i++) {
            heldBack += history.release(work.next()).heldBack() ? 1 : 0;
        }
        return new Figure(
                "benign.refused.share",
                heldBack / (double) BENIGN,
                "share",
                "%d of %d releases of honest analysts held back".formatted(heldBack, BENIGN));
    }

    private static List<Figure> large() {
        var district = new LargeDistrict(SUBJECTS, CELLS, SEED);
        var before = used();
        var history = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(THRESHOLD), SEED);
        var exact = 0;
        var begun = System.nanoTime();
        for (var i = 0; i < EARLIER; i++) {
            history.release(district.earlier(i));
            exact += history.exact() ? 1 : 0;
        }
        var building = Samples.millisSince(begun) / EARLIER;
        var kept = used() - before;
        var table = district.next();
        var times = new ArrayList<Double>();
        var passing = 0;
        var trapped = 0;
        for (var round = 0; round < ROUNDS; round++) {
            begun = System.nanoTime();
            var verdicts = history.preview(table).verdicts();
            times.add(Samples.millisSince(begun) / 1000);
            passing = (int)
                    verdicts.stream().filter(Verdict.Passes.class::isInstance).count();
            trapped = (int) verdicts.subList(0, district.traps()).stream()
                    .filter(Verdict.Passes.class::isInstance)
                    .count();
        }
        var beside = ("%d cells against %d releases over %d subjects; %d pass, %d of %d traps among them; "
                        + "the first %d releases followed exactly, %.0f ms each")
                .formatted(
                        table.cells().size(), EARLIER, SUBJECTS, passing, trapped, district.traps(), exact, building);
        return List.of(
                new Figure("differencing.s", Samples.median(times), "s", beside),
                new Figure("differencing.mib", kept, "MiB", "the history, on the heap after collection"),
                new Figure("differencing.exact.releases", exact, "", "of %d".formatted(EARLIER)));
    }

    private static double used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
}
