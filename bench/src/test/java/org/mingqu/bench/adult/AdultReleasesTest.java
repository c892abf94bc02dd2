package org.mingqu.bench.adult;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.disclosure.DifferencingRule;
import org.mingqu.privacy.disclosure.ReleaseHistory;
import org.mingqu.privacy.disclosure.Table;
import org.roaringbitmap.RoaringBitmap;

/// The Adult data at a threshold of ten: what a patient attacker learns, and what honest analysts are denied.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdultReleasesTest {

    private static final int THRESHOLD = 10;
    private static final long SEED = 1;

    private final Adult adult = new Adult();

    @Test
    void pairs_of_questions_give_thousands_away_under_a_threshold_and_nobody_under_the_history() {
        var pairs = Attacker.pairs(adult, THRESHOLD, SEED);
        var all = new HashMap<RoaringBitmap, Integer>();
        for (var pair : pairs) {
            answer(pair.with(), all);
            answer(pair.without(), all);
        }
        var before = Attacker.recovered(adult, pairs, all);

        var history =
                ReleaseHistory.over(adult.subjects(), new DifferencingRule(10, 700, 1L << 25, 1 << 21, 1L << 34), SEED);
        var passed = new HashMap<RoaringBitmap, Integer>();
        for (var pair : pairs) {
            ask(history, pair.with(), passed);
            ask(history, pair.without(), passed);
        }
        var after = Attacker.recovered(adult, pairs, passed);
        System.out.printf(
                "salary classes given away of %d: threshold alone %d, with the history %d; of %d questions %d answered%n",
                adult.subjects(), before, after, all.size(), passed.size());
        assertThat(before).isGreaterThan(10_000);
        assertThat(after).isZero();
        assertThat(passed).as("the attacker is answered otherwise").hasSizeGreaterThan(300);
    }

    private void answer(RoaringBitmap group, Map<RoaringBitmap, Integer> answers) {
        assertThat(group.getCardinality()).isGreaterThanOrEqualTo(THRESHOLD);
        answers.computeIfAbsent(group, adult::highOf);
    }

    private void ask(ReleaseHistory history, RoaringBitmap group, Map<RoaringBitmap, Integer> answers) {
        var table = new Table("question", List.of(group));
        if (!answers.containsKey(group) && history.release(table).passing() == 1) {
            answers.put(group, adult.highOf(group));
        }
    }

    @Test
    void of_what_honest_analysts_ask_at_most_one_release_in_twenty_is_held_back() {
        var history = ReleaseHistory.over(adult.subjects(), DifferencingRule.of(THRESHOLD), SEED);
        var work = new BenignWork(adult, SEED);
        var releases = 200;
        var heldBack = 0;
        var enough = 0;
        var withheld = 0;
        for (var i = 0; i < releases; i++) {
            var table = work.next();
            var review = history.release(table);
            heldBack += review.heldBack() ? 1 : 0;
            for (var cell : table.cells()) {
                enough += cell.getCardinality() >= THRESHOLD ? 1 : 0;
            }
            withheld += review.passing();
        }
        withheld = enough - withheld;
        System.out.printf(
                "seed %d: of %d releases %d held back; of %d cells with enough subjects %d withheld%n",
                SEED, releases, heldBack, enough, withheld);
        assertThat(heldBack / (double) releases).isLessThanOrEqualTo(0.05);
        assertThat(withheld / (double) enough).isBetween(0.001, 0.15);
    }
}
