package org.mingqu.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MagnitudesTest {

    private final Dominance rule = new Dominance(10, 2, 90);

    @Test
    void a_sum_whose_rest_is_less_than_a_tenth_of_the_greatest_is_not_given() {
        assertThat(rule.broken(1000, 500, 99)).contains(Dominance.Rule.P_PERCENT);
        assertThat(new Dominance(10, 2, 99).broken(1000, 500, 100)).isEmpty();
    }

    @Test
    void two_contributors_with_more_than_nine_tenths_are_not_given() {
        assertThat(rule.broken(45, 45, 10)).isEmpty();
        assertThat(rule.broken(46, 45, 9)).contains(Dominance.Rule.N_K);
    }

    @Test
    void the_sum_of_one_contributor_or_of_two_is_never_given() {
        assertThat(rule.allows(7)).isFalse();
        assertThat(rule.allows(7, 7)).isFalse();
    }

    @Test
    void a_loss_weighs_as_much_as_a_gain_of_the_same_amount() {
        assertThat(rule.allows(-1000, 500, 99)).isFalse();
        assertThat(rule.allows(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)).isTrue();
    }

    @Test
    void a_category_that_all_share_is_not_counted_out() {
        var homogeneity = new Homogeneity(1);
        assertThat(homogeneity.allows(0, 12)).isFalse();
        assertThat(homogeneity.allows(12, 0)).isFalse();
        assertThat(homogeneity.allows(1, 11)).isTrue();
        assertThat(new Homogeneity(2).allows(1, 11)).isFalse();
    }

    @Test
    void a_number_goes_to_the_nearest_multiple_and_a_half_away_from_zero() {
        var rounding = new Rounding(10);
        assertThat(LongStream.of(14, 15, -14, -15, 20, 0).map(rounding::nearest).toArray())
                .containsExactly(10L, 20L, -10L, -20L, 20L, 0L);
        assertThat(new Rounding(5).nearest(7)).isEqualTo(5);
        assertThat(new Rounding(5).nearest(8)).isEqualTo(10);
    }

    @Test
    void rounded_tables_keep_their_totals_and_no_number_moves_a_whole_base() {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var cells = new long[1 + random.nextInt(6)][1 + random.nextInt(6)];
            for (var row : cells) {
                for (var j = 0; j < row.length; j++) {
                    row[j] = random.nextInt(40) - (seed % 3 == 0 ? 20 : 0);
                }
            }
            check(cells, 2 + random.nextInt(9), "seed " + seed);
        }
    }

    private static void check(long[][] cells, int base, String seed) {
        var rounded = new Rounding(base).consistent(cells);
        var exact = new Rounding(2).consistent(doubled(cells));
        for (var i = 0; i < rounded.length; i++) {
            var row = 0L;
            for (var j = 0; j < rounded[i].length; j++) {
                assertThat(rounded[i][j] % base).as(seed).isZero();
                assertThat(Math.abs(rounded[i][j] - exact[i][j] / 2)).as(seed).isLessThan(base);
                row += j < rounded[i].length - 1 ? rounded[i][j] : -rounded[i][j];
            }
            assertThat(row).as(seed).isZero();
        }
        for (var j = 0; j < rounded[0].length; j++) {
            var column = 0L;
            for (var i = 0; i < rounded.length; i++) {
                column += i < rounded.length - 1 ? rounded[i][j] : -rounded[i][j];
            }
            assertThat(column).as(seed).isZero();
        }
    }

    /// Even numbers are multiples of two: rounding to two leaves them and adds exact totals.
    private static long[][] doubled(long[][] cells) {
        var doubled = new long[cells.length][];
        for (var i = 0; i < cells.length; i++) {
            doubled[i] = Arrays.stream(cells[i]).map(cell -> 2 * cell).toArray();
        }
        return doubled;
    }
}
