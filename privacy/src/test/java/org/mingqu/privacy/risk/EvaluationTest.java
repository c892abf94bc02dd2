package org.mingqu.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.risk.Evaluation.Level;

/// Check vectors for GB/T 42460-2023, annex D, worked out by hand with fractions.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluationTest {

    @Test
    void public_with_classes_of_20_25_and_50_is_exactly_at_the_bound_and_so_not_below_it() {
        check(evaluated(Sharing.PUBLIC, "1", 20, 25, 50), "0", "1/20", "11/300", "1/20", Level.L2);
    }

    @Test
    void public_with_classes_of_21_25_and_50_is_below_the_bound() {
        check(evaluated(Sharing.PUBLIC, "1", 21, 25, 50), "0", "1/21", "113/3150", "1/21", Level.L3);
    }

    @Test
    void controlled_takes_the_mean_over_classes_times_the_context() {
        check(evaluated(Sharing.CONTROLLED, "1/2", 20, 25, 50), "0", "1/20", "11/300", "11/600", Level.L3);
    }

    @Test
    void controlled_with_a_class_of_4_is_certain() {
        check(evaluated(Sharing.CONTROLLED, "1/10", 4, 10), "1/2", "1/4", "7/40", "1", Level.L2);
    }

    @Test
    void controlled_with_classes_of_5_5_and_8_depends_on_the_context() {
        check(evaluated(Sharing.CONTROLLED, "3/10", 5, 5, 8), "0", "1/5", "7/40", "21/400", Level.L2);
        check(evaluated(Sharing.CONTROLLED, "1/5", 5, 5, 8), "0", "1/5", "7/40", "7/200", Level.L3);
    }

    @Test
    void enclave_with_classes_of_3_3_and_6_is_below_at_three_twentieths_and_not_at_eighteen_hundredths() {
        check(evaluated(Sharing.ENCLAVE, "3/20", 3, 3, 6), "0", "1/3", "5/18", "1/24", Level.L3);
        check(evaluated(Sharing.ENCLAVE, "9/50", 3, 3, 6), "0", "1/3", "5/18", "1/20", Level.L2);
        check(evaluated(Sharing.ENCLAVE, "1/10", 3, 3, 6), "0", "1/3", "5/18", "1/36", Level.L3);
    }

    @Test
    void classes_counted_by_size_elsewhere_are_evaluated_alike() {
        for (var seed = 0; seed < 50; seed++) {
            var sizes = new Random(seed).ints(20, 1, 60).toArray();
            var bySize = new TreeMap<Integer, Long>();
            Arrays.stream(sizes).forEach(size -> bySize.merge(size, 1L, Long::sum));
            assertThat(Evaluation.of(bySize, Sharing.CONTROLLED, context("1/3")))
                    .as("seed %d", seed)
                    .isEqualTo(Evaluation.of(sizes, Sharing.CONTROLLED, context("1/3")));
        }
    }

    @Test
    void the_mean_over_classes_is_never_below_the_mean_over_records() {
        for (var seed = 0; seed < 200; seed++) {
            var sizes = new Random(seed).ints(20, 1, 60).toArray();
            var evaluation = Evaluation.of(sizes, Sharing.ENCLAVE, context("1"));
            var records = Fraction.of(sizes.length, Arrays.stream(sizes).sum());
            assertThat(evaluation.mean()).as("seed %d", seed).isGreaterThanOrEqualTo(records);
        }
    }

    @Test
    void the_context_is_the_greatest_of_three_chances_and_certain_for_the_public() {
        var context = new Context(Fraction.of(1, 10), Fraction.of(3, 10), Fraction.of(1, 5));
        assertThat(context.chance(Sharing.CONTROLLED)).isEqualTo(Fraction.of(3, 10));
        assertThat(context.chance(Sharing.PUBLIC)).isEqualTo(Fraction.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Context(Fraction.of(11, 10), Fraction.ZERO, Fraction.ZERO));
    }

    @Test
    void a_direct_identifier_is_level_one_and_no_identifier_level_four() {
        var evaluation = evaluated(Sharing.ENCLAVE, "1/10", 3, 3, 6);
        assertThat(Level.of(true, true, evaluation)).isEqualTo(Level.L1);
        assertThat(Level.of(false, true, evaluation)).isEqualTo(Level.L3);
        assertThat(Level.of(false, false, evaluation)).isEqualTo(Level.L4);
    }

    @Test
    void no_class_and_an_empty_class_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> evaluated(Sharing.PUBLIC, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> evaluated(Sharing.PUBLIC, "1", 3, 0));
    }

    private static Evaluation evaluated(Sharing sharing, String chance, int... sizes) {
        return Evaluation.of(sizes, sharing, context(chance));
    }

    private static Context context(String chance) {
        return new Context(fraction(chance), Fraction.ZERO, Fraction.ZERO);
    }

    private static void check(
            Evaluation evaluation, String above, String greatest, String mean, String risk, Level level) {
        assertThat(evaluation)
                .isEqualTo(new Evaluation(fraction(above), fraction(greatest), fraction(mean), fraction(risk)));
        assertThat(evaluation.level()).isEqualTo(level);
    }

    private static Fraction fraction(String text) {
        var parts = text.split("/");
        return Fraction.of(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
    }
}
