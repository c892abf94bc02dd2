package org.mingqu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The promise itself, measured: how much likelier any answer is with a subject than without.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromiseTest {

    private static final long SEED = 4;
    private static final int ANSWERS = 60_000;
    private static final Epsilon ONE = new Epsilon(1000);

    private final BoundedSum bounds = new BoundedSum(0, 10, 1);
    private final List<Long> without = List.of(3L, 5L, 8L);

    @Test
    void one_subject_makes_no_answer_likelier_than_epsilon_allows() {
        var noise = new DiscreteLaplace(ONE.scale(bounds.sensitivity(), 1, 1));
        assertThat(loss(noise, bounds::bound, 10L)).as("seed %d", SEED).isLessThan(1.15);
        assertThat(loss(noise, bounds::bound, 1_000_000L)).as("a value far out").isLessThan(1.15);
    }

    @Test
    void a_bound_that_is_skipped_is_noticed() {
        var noise = new DiscreteLaplace(ONE.scale(bounds.sensitivity(), 1, 1));
        assertThat(loss(noise, LongUnaryOperator.identity(), 30L)).isGreaterThan(1.5);
    }

    @Test
    void noise_that_is_halved_is_noticed() {
        var halved = new DiscreteLaplace(Scale.of(bounds.sensitivity(), 1, 2));
        assertThat(loss(halved, bounds::bound, 10L)).isGreaterThan(1.5);
    }

    /// The greatest logarithm of the ratio of chances, over all answers that came often enough to tell.
    private double loss(DiscreteLaplace noise, LongUnaryOperator bound, long value) {
        var with = new java.util.ArrayList<>(without);
        with.add(value);
        var one = answers(noise, bound, with, SEED);
        var other = answers(noise, bound, without, SEED + 1);
        var most = 0.0;
        for (var answer : one.keySet()) {
            var first = one.get(answer);
            var second = other.getOrDefault(answer, 0);
            if (first + second > 1500) {
                most = Math.max(most, Math.abs(Math.log((first + 1.0) / (second + 1.0))));
            }
        }
        return most;
    }

    /// How often each answer came, in steps of four.
    private static Map<BigInteger, Integer> answers(
            DiscreteLaplace noise, LongUnaryOperator bound, List<Long> values, long seed) {
        var exact =
                BigInteger.valueOf(values.stream().mapToLong(bound::applyAsLong).sum());
        var bits = RandomBits.repeatable(new Random(seed));
        var seen = new HashMap<BigInteger, Integer>();
        for (var i = 0; i < ANSWERS; i++) {
            seen.merge(exact.add(noise.sample(bits)).shiftRight(2), 1, Integer::sum);
        }
        return seen;
    }

    @Test
    void a_group_of_one_subject_shows_with_a_chance_of_at_most_delta() {
        var groups = 4;
        var selection = new GroupSelection(new DiscreteLaplace(ONE.scale(groups, 1, 1)), 0.02, groups);
        assertThat(shown(selection, selection.threshold(), groups)).isLessThan(0.02 * 1.15);
        assertThat(shown(selection, selection.threshold() / 2, groups))
                .as("half the threshold is noticed")
                .isGreaterThan(0.05);
        var loose = selection.threshold() - 1 - 4L * groups;
        assertThat(selection.noise().tail(0.02 / groups))
                .isEqualTo(selection.threshold() - 1)
                .isGreaterThan(loose);
    }

    /// How often any of the groups shows in which there is one subject each.
    private static double shown(GroupSelection selection, long threshold, int groups) {
        var bits = RandomBits.repeatable(new Random(SEED));
        var any = 0;
        for (var i = 0; i < ANSWERS / 2; i++) {
            var shows = false;
            for (var group = 0; group < groups; group++) {
                shows |= BigInteger.ONE.add(selection.noise().sample(bits)).compareTo(BigInteger.valueOf(threshold))
                        >= 0;
            }
            any += shows ? 1 : 0;
        }
        return any / (ANSWERS / 2.0);
    }

    @Test
    void what_bounds_nothing_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Epsilon(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Epsilon(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> ONE.scale(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ONE.scale(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundedCount(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundedSum(5, 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupThreshold(Map.of(4, 1), 5));
        assertThat(new BoundedSum(-20, 10, 3).sensitivity()).isEqualTo(60);
    }
}
