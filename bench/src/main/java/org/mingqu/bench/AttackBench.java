package org.mingqu.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.mingqu.bench.attack.Grammar;
import org.mingqu.bench.attack.Oracle;

/// How many made-up questions take one subject out of an exact answer: none, or it says with which seed.
final class AttackBench implements Measurement {

    /// So many questions unless the property `mingqu.bench.attacks` says otherwise.
    private static final int QUESTIONS = 100_000;

    private static final long SEED = 20_261_128;

    @Override
    public List<Figure> measure() throws SQLException {
        var questions = Integer.getInteger("mingqu.bench.attacks", QUESTIONS);
        var kinds = Grammar.Kind.values();
        var outcomes = new EnumMap<Grammar.Kind, Map<Oracle.Outcome, Integer>>(Grammar.Kind.class);
        var seeds = new ArrayList<Long>();
        try (var oracle = new Oracle()) {
            for (var i = 0; i < questions; i++) {
                var kind = kinds[i % kinds.length];
                var outcome = oracle.judge(new Grammar(new Random(SEED + i)).question(kind));
                outcomes.computeIfAbsent(kind, _ -> new EnumMap<>(Oracle.Outcome.class))
                        .merge(outcome, 1, Integer::sum);
                if (outcome == Oracle.Outcome.SUCCEEDED) {
                    seeds.add(SEED + i);
                }
            }
        }
        return figures(questions, outcomes, seeds);
    }

    private static List<Figure> figures(
            int questions, Map<Grammar.Kind, Map<Oracle.Outcome, Integer>> outcomes, List<Long> seeds) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("attacks.attempted", questions, "", "generated, from seed " + SEED));
        figures.add(new Figure(
                "attacks.succeeded",
                seeds.size(),
                "",
                seeds.isEmpty() ? "by an oracle that knows the raw data" : "seeds " + seeds));
        outcomes.forEach((kind, counts) -> {
            var name = "attacks." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            figures.add(new Figure(name + ".refused", counts.getOrDefault(Oracle.Outcome.REFUSED, 0), "", null));
            figures.add(new Figure(name + ".answered-safely", counts.getOrDefault(Oracle.Outcome.SAFE, 0), "", null));
            figures.add(new Figure(name + ".succeeded", counts.getOrDefault(Oracle.Outcome.SUCCEEDED, 0), "", null));
        });
        return figures;
    }
}
