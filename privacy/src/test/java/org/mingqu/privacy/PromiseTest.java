package org.mingqu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.Arrays;
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
        assertThatIllegalArgumentException().isThrownBy(() -> new Pseudonym(new byte[16]));
        assertThat(new BoundedSum(-20, 10, 3).sensitivity()).isEqualTo(60);
    }

    @Test
    void a_pseudonym_is_the_same_within_a_workspace_and_another_elsewhere() {
        var key = new byte[32];
        Arrays.fill(key, (byte) 7);
        try (var here = new Pseudonym(key);
                var there = new Pseudonym(new byte[32])) {
            var person = here.of("person", "440306190001010000");
            assertThat(person).hasSize(64).isEqualTo(here.of("person", "440306190001010000"));
            assertThat(person).isNotEqualTo(here.of("household", "440306190001010000"));
            assertThat(person).isNotEqualTo(there.of("person", "440306190001010000"));
            assertThat(person).isNotEqualTo(here.of("perso", "n440306190001010000"));
        }
        var ended = new Pseudonym(key);
        ended.close();
        assertThatIllegalStateException().isThrownBy(() -> ended.of("person", "x"));
    }

    @Test
    void masks_hide_every_character_that_may_not_be_seen() {
        assertThat(Mask.ID_NUMBER.apply("440306190001010000")).isEqualTo("440306************");
        assertThat(Mask.MOBILE.apply("13800000000")).isEqualTo("138********");
        assertThat(Mask.PERSON_NAME.apply("欧阳明")).isEqualTo("欧**");
        assertThat(Mask.PERSON_NAME.apply("𠀀明")).isEqualTo("𠀀*");
        assertThat(Mask.PERSON_NAME.apply("明")).isEqualTo("*");
        assertThat(Mask.MOBILE.apply("138")).isEqualTo("***");
        assertThat(Mask.ALL.apply("任何")).isEqualTo("**");
    }

    @Test
    void generalised_values_are_coarser() {
        assertThat(Generalisation.ageBand(67, 10)).isEqualTo("60-69");
        assertThat(Generalisation.ageBand(0, 5)).isEqualTo("0-4");
        assertThat(Generalisation.ageBand(101, 10)).isEqualTo("90+");
        assertThat(Generalisation.ageBand(89, 40)).isEqualTo("80-89");
        assertThat(Generalisation.month(java.time.LocalDate.of(2026, 6, 24))).hasToString("2026-06");
        assertThat(Generalisation.region("440306", 4)).isEqualTo("440300");
        assertThat(Generalisation.region("440306007", 6)).isEqualTo("440306000");
        assertThatIllegalArgumentException().isThrownBy(() -> Generalisation.region("4403", 2));
    }
}
