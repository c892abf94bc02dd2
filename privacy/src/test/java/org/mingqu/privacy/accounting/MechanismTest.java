package org.mingqu.privacy.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.Epsilon;

/// Both kinds of noise, and that each number is charged for exactly what its noise tells.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MechanismTest {

    private static final Epsilon ONE = new Epsilon(1000);
    private static final List<Share> SHARES = List.of(new Share(1, 1), new Share(2, 4), new Share(1, 3));
    private static final long SENSITIVITY = 24_000;

    @Test
    void both_kinds_reach_equally_far() {
        for (var share : SHARES) {
            if (share.spread() == 1) {
                var laplace =
                        Mechanism.LAPLACE.noise(ONE, SENSITIVITY, share, 4).reach95();
                var gauss = Mechanism.GAUSSIAN.noise(ONE, SENSITIVITY, share, 4).reach95();
                assertThat((double) gauss / laplace).isCloseTo(1, within(0.01));
            }
        }
    }

    @Test
    void laplace_noise_is_charged_half_the_squares_of_what_a_subject_changes_in_units_of_its_scale() {
        var charged = Mechanism.LAPLACE.loss(ONE, SHARES, 1e-9);
        var told = 0.0;
        for (var share : SHARES) {
            // the variance of Laplace noise is twice the square of its scale, nearly
            var scale = Math.sqrt(
                    Mechanism.LAPLACE.noise(ONE, SENSITIVITY, share, 4).variance() / 2);
            // the change is spread over as many numbers, evenly: the most for that spread
            told += share.spread() * Math.pow((double) SENSITIVITY / share.spread() / scale, 2) / 2;
        }
        assertThat(charged.pureMilli()).isEqualTo(1000);
        assertThat(charged.rhoNano() / 1e9).isCloseTo(told, within(told * 1e-5));
        assertThat(charged.deltaPico()).isBetween(1000L, 1001L); // rounded up
    }

    @Test
    void gaussian_noise_is_charged_the_square_of_the_change_over_twice_the_variance() {
        var charged = Mechanism.GAUSSIAN.loss(ONE, SHARES, 0);
        var told = 0.0;
        for (var share : SHARES) {
            var squared = (double) SENSITIVITY * SENSITIVITY / share.spread();
            told += squared
                    / (2 * Mechanism.GAUSSIAN.noise(ONE, SENSITIVITY, share, 4).variance());
        }
        assertThat(charged.pureMilli()).isEqualTo(Loss.NOT_PURE);
        assertThat(charged.rhoNano() / 1e9).isCloseTo(told, within(told * 1e-5));
    }

    @Test
    void one_number_costs_what_it_always_did() {
        var one = List.of(new Share(1, 1));
        assertThat(Mechanism.LAPLACE.loss(ONE, one, 0)).isEqualTo(Loss.laplace(ONE, 1, 0));
        var two = List.of(new Share(1, 1), new Share(1, 1));
        assertThat(Mechanism.LAPLACE.loss(ONE, two, 0)).isEqualTo(Loss.laplace(ONE, 2, 0));
    }
}
