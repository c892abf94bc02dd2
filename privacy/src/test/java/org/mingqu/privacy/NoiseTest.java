package org.mingqu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoiseTest {

    private static final long SEED = 20260630;

    @ParameterizedTest
    @CsvSource({"3, 1", "5, 2", "10, 1", "7, 3"})
    void laplace_noise_has_its_scale_and_half_of_it_is_noticed(long numerator, long denominator) {
        var scale = Scale.of(numerator, 1, denominator);
        var b = scale.approximately();
        assertThat(laplaceFit(new DiscreteLaplace(scale)::sample, b))
                .as("seed %d", SEED)
                .isLessThan(1);
        var halved = new DiscreteLaplace(Scale.of(numerator, 1, 2 * denominator));
        assertThat(laplaceFit(halved::sample, b)).as("halved, seed %d", SEED).isGreaterThan(10);
        var doubled = new DiscreteLaplace(Scale.of(2 * numerator, 1, denominator));
        assertThat(laplaceFit(doubled::sample, b)).as("doubled, seed %d", SEED).isGreaterThan(10);
    }

    @Test
    void counting_zero_twice_is_noticed() {
        var noise = new DiscreteLaplace(Scale.of(3));
        Function<RandomBits, BigInteger> wrong = bits -> {
            var drawn = noise.sample(bits);
            // a sampler that forgets to reject minus zero gives zero twice its chance
            return drawn.signum() != 0 && bits.below(BigInteger.TEN).intValue() == 0 ? BigInteger.ZERO : drawn;
        };
        assertThat(laplaceFit(wrong, 3)).isGreaterThan(3);
    }

    private static double laplaceFit(Function<RandomBits, BigInteger> mechanism, double b) {
        return Fit.of(mechanism, x -> Math.exp(-Math.abs(x) / b), (int) (4 * b), SEED);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 9, 30})
    void gaussian_noise_has_its_variance_and_half_of_it_is_noticed(long variance) {
        var right = new DiscreteGaussian(Scale.of(variance));
        assertThat(gaussianFit(right::sample, variance)).as("seed %d", SEED).isLessThan(1);
        var halved = new DiscreteGaussian(Scale.of(variance, 1, 2));
        assertThat(gaussianFit(halved::sample, variance))
                .as("halved, seed %d", SEED)
                .isGreaterThan(10);
    }

    private static double gaussianFit(Function<RandomBits, BigInteger> mechanism, double variance) {
        return Fit.of(mechanism, x -> Math.exp(-x * x / (2 * variance)), (int) (3 * Math.sqrt(variance)), SEED);
    }

    @Test
    void numbers_too_large_for_the_machine_draw_the_same_noise() {
        var large = 1L << 41;
        var laplace = new DiscreteLaplace(Scale.of(1, 3 * large + 1, large));
        assertThat(laplaceFit(laplace::sample, 3)).as("seed %d", SEED).isLessThan(1);
        var gaussian = new DiscreteGaussian(Scale.of(1, 9 * large + 1, large));
        assertThat(gaussianFit(gaussian::sample, 9)).as("seed %d", SEED).isLessThan(1);
        assertThat(gaussianFit(gaussian::sample, 14)).as("seed %d", SEED).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 100, 10_000, 40_000_000_000L})
    void the_reach_of_gaussian_noise_holds_95_of_100_draws(long variance) {
        var noise = new DiscreteGaussian(Scale.of(variance));
        var bits = RandomBits.repeatable(new Random(SEED));
        var reach = BigInteger.valueOf(noise.reach95());
        var within = 0;
        for (var i = 0; i < 20_000; i++) {
            within += noise.sample(bits).abs().compareTo(reach) <= 0 ? 1 : 0;
        }
        assertThat(within / 20_000.0).as("seed %d", SEED).isBetween(0.945, variance < 10 ? 0.99 : 0.965);
        assertThat(noise.tail(0.05)).isGreaterThan(noise.reach(0.1));
    }

    @Test
    void gaussian_noise_of_a_loss_is_never_less_than_it_asks_for() {
        // variance = squared sensitivity / (2 rho)
        assertThat(DiscreteGaussian.of(BigInteger.valueOf(9), 500_000_000).parameter())
                .isEqualTo(Scale.of(9));
        assertThat(DiscreteGaussian.of(BigInteger.valueOf(1_000_003), 300_000_000)
                        .parameter())
                .isEqualTo(Scale.of(1_666_672));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 50, 10_000})
    void the_reach_holds_95_of_100_draws(long scale) {
        var noise = new DiscreteLaplace(Scale.of(scale));
        var bits = RandomBits.repeatable(new Random(SEED));
        var reach = BigInteger.valueOf(noise.reach95());
        var inside = 0;
        for (var i = 0; i < 20_000; i++) {
            inside += noise.sample(bits).abs().compareTo(reach) <= 0 ? 1 : 0;
        }
        assertThat(inside / 20_000.0).as("seed %d", SEED).isGreaterThan(0.945);
        assertThat(noise.reach95()).isEqualTo(shortest(scale));
    }

    /// The smallest q by adding the chances up.
    private static long shortest(long scale) {
        var p = Math.exp(-1.0 / scale);
        var inside = (1 - p) / (1 + p);
        var q = 0L;
        while (inside < 0.95) {
            q++;
            inside += 2 * (1 - p) / (1 + p) * Math.pow(p, q);
        }
        return q;
    }

    @Test
    void half_the_epsilon_and_half_the_share_each_mean_twice_the_noise() {
        assertThat(new Epsilon(1000).scale(3, 1, 1)).isEqualTo(Scale.of(3));
        assertThat(new Epsilon(500).scale(3, 1, 1)).isEqualTo(Scale.of(6));
        assertThat(new Epsilon(1000).scale(3, 1, 2)).isEqualTo(Scale.of(6));
        assertThat(new Epsilon(1000).scale(3, 2, 2)).isEqualTo(Scale.of(3));
    }

    @Test
    void the_secure_source_is_fair() {
        var bits = RandomBits.secure();
        var heads = 0;
        for (var i = 0; i < 100_000; i++) {
            heads += bits.next() ? 1 : 0;
        }
        assertThat(heads / 100_000.0).isCloseTo(0.5, within(0.01));
        var seen = new int[5];
        for (var i = 0; i < 50_000; i++) {
            seen[bits.below(BigInteger.valueOf(5)).intValue()]++;
        }
        assertThat(Arrays.stream(seen).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(9_500, 10_500));
        var wide = BigInteger.ONE.shiftLeft(100).subtract(BigInteger.ONE);
        assertThat(bits.below(wide)).isBetween(BigInteger.ZERO, wide);
    }
}
