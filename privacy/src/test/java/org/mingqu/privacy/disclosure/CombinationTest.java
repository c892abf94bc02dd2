package org.mingqu.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// What can be computed from all cells that passed, by an attacker who solves the equations with fractions.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CombinationTest {

    private static final int ROUNDS = 60;
    private static final int SUBJECTS = 24;

    @Test
    void no_combination_of_cells_that_passed_gives_a_number_about_fewer_than_three_subjects() {
        var withheld = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var history = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(3), seed);
            var span = everybody();
            for (var table : tables(seed, 12)) {
                withheld += released(history, table, span);
            }
            assertThat(exposed(span, false)).as("seed %d", seed).isEmpty();
        }
        assertThat(withheld).as("cells withheld with enough subjects").isGreaterThan(ROUNDS);
    }

    @Test
    void without_the_history_the_same_cells_give_persons_away() {
        var given = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var span = everybody();
            for (var table : tables(seed, 12)) {
                table.cells().stream()
                        .filter(cell -> cell.getCardinality() >= 3)
                        .forEach(cell -> span.add(row(cell)));
            }
            given += exposed(span, false).isEmpty() ? 0 : 1;
        }
        assertThat(given).as("of %d histories", ROUNDS).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void with_a_higher_threshold_no_one_and_no_two_subjects_are_given_either() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var history = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(5), seed);
            var span = everybody();
            for (var table : tables(seed, 12)) {
                released(history, table, span);
            }
            assertThat(exposed(span, false)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void beyond_the_bound_cells_are_withheld_and_not_let_through() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var history = ReleaseHistory.over(SUBJECTS, new DifferencingRule(3, 4, 1000, 1000, 1_000_000), seed);
            var span = everybody();
            for (var table : tables(seed, 12)) {
                released(history, table, span);
            }
            assertThat(exposed(span, true)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void a_history_read_back_from_its_bytes_decides_alike() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var history = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(3), seed);
            for (var table : tables(seed, 12)) {
                var bytes = history.toBytes();
                var again = ReleaseHistory.fromBytes(bytes);
                assertThat(again.toBytes()).isEqualTo(bytes);
                var preview = history.preview(table);
                assertThat(history.toBytes()).as("a preview leaves no trace").isEqualTo(bytes);
                assertThat(history.release(table)).isEqualTo(preview);
                assertThat(again.release(table)).as("seed %d", seed).isEqualTo(preview);
            }
        }
    }

    @Test
    void no_combination_gives_the_sum_over_a_set_that_is_kept_however_large_it_is() {
        var given = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var tables = tables(seed, 12);
            var kept = tables.getFirst().cells().stream()
                    .filter(cell -> cell.getCardinality() >= 3 && cell.getCardinality() < SUBJECTS)
                    .findFirst();
            if (kept.isEmpty()) {
                continue;
            }
            var history = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(3), seed);
            var free = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(3), seed);
            var span = everybody();
            var freely = everybody();
            for (var table : tables.subList(1, tables.size())) {
                history = ReleaseHistory.fromBytes(history.toBytes());
                released(history, table, span, List.of(kept.get()));
                released(free, table, freely);
            }
            assertThat(span.contains(row(kept.get()))).as("seed %d", seed).isFalse();
            given += freely.contains(row(kept.get())) ? 1 : 0;
        }
        assertThat(given).as("given where it is not kept").isGreaterThan(ROUNDS / 4);
    }

    @Test
    void under_a_threshold_that_was_raised_nothing_more_is_given_about_too_few() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var history = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(2), seed);
            var span = everybody();
            var tables = tables(seed, 12);
            tables.subList(0, 4).forEach(table -> released(history, table, span));
            var before = exposed(span, false);
            var stricter = history.stricter(4);
            assertThat(stricter.threshold()).isEqualTo(4);
            tables.subList(4, 12).forEach(table -> released(stricter, table, span));
            assertThat(exposed(span, false)).as("seed %d", seed).isEqualTo(before);
        }
    }

    private static int released(ReleaseHistory history, Table table, Span span) {
        return released(history, table, span, List.of());
    }

    private static int released(ReleaseHistory history, Table table, Span span, List<RoaringBitmap> kept) {
        var review = history.release(table, kept);
        return released(table, span, review);
    }

    private static int released(Table table, Span span, Review review) {
        var withheld = 0;
        for (var i = 0; i < table.cells().size(); i++) {
            var cell = table.cells().get(i);
            if (review.verdicts().get(i) instanceof Verdict.Passes) {
                span.add(row(cell));
            } else {
                withheld += cell.getCardinality() >= 3 ? 1 : 0;
            }
        }
        return withheld;
    }

    /// Tables over five columns of few values: by one or two columns, some with a filter on a third.
    static List<Table> tables(long seed, int count) {
        var random = new Random(seed);
        var columns = new int[5][SUBJECTS];
        for (var column = 0; column < columns.length; column++) {
            var values = 2 + column;
            for (var i = 0; i < SUBJECTS; i++) {
                columns[column][i] = random.nextInt(values);
            }
        }
        var tables = new ArrayList<Table>();
        while (tables.size() < count) {
            var one = columns[random.nextInt(5)];
            var other = random.nextInt(3) > 0 ? columns[random.nextInt(5)] : new int[SUBJECTS];
            var filter = random.nextInt(3) == 0 ? columns[random.nextInt(5)] : new int[SUBJECTS];
            var cells = new RoaringBitmap[64];
            Arrays.setAll(cells, i -> new RoaringBitmap());
            for (var i = 0; i < SUBJECTS; i++) {
                if (filter[i] == 0) {
                    cells[8 * one[i] + other[i]].add(i);
                }
            }
            tables.add(new Table(
                    "t" + tables.size(),
                    Arrays.stream(cells).filter(cell -> !cell.isEmpty()).toList()));
        }
        return tables;
    }

    private static Span everybody() {
        var span = new Span();
        var all = new BigInteger[SUBJECTS];
        Arrays.fill(all, BigInteger.ONE);
        span.add(all);
        return span;
    }

    private static BigInteger[] row(RoaringBitmap cell) {
        var row = new BigInteger[SUBJECTS];
        Arrays.setAll(row, i -> cell.contains(i) ? BigInteger.ONE : BigInteger.ZERO);
        return row;
    }

    /// Every person, and every sum and difference of two, that the span gives; of three as well if asked for.
    private static List<String> exposed(Span span, boolean alsoWeighted) {
        var exposed = new ArrayList<String>();
        for (var i = 0; i < SUBJECTS; i++) {
            for (var j = i; j < SUBJECTS; j++) {
                for (var weight = -2; weight <= 2; weight++) {
                    var plain = weight == -1 || weight == 1;
                    if (plain || alsoWeighted && weight != 0) {
                        var vector = row(RoaringBitmap.bitmapOf(i));
                        vector[j] = i == j ? BigInteger.ONE : BigInteger.valueOf(weight);
                        if (span.contains(vector)) {
                            exposed.add(i + "," + j + "×" + weight);
                        }
                    }
                }
            }
        }
        return exposed;
    }
}
