package org.mingqu.enclave.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FitTest {

    private static final int ROWS = 300;

    private final Random random = new Random(7);

    private double[][] rows(int columns) {
        var x = new double[ROWS][columns];
        for (var row : x) {
            row[0] = 1;
            for (var i = 1; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return x;
    }

    @Test
    void a_linear_model_finds_the_line_that_the_rows_are_on() {
        var x = rows(3);
        var y = IntStream.range(0, ROWS)
                .mapToDouble(i -> 2 + 3 * x[i][1] - x[i][2])
                .toArray();
        var fit = Fit.of(false, x, y, IntStream.range(0, ROWS).toArray(), 0);
        assertThat(fit.weights()).containsExactly(new double[] {2, 3, -1}, within(1e-6));
        assertThat(fit.loss(x[5], y[5])).isLessThan(1e-9);
    }

    @Test
    void a_ridge_of_one_halves_the_coefficient_of_a_number_in_units_of_its_deviation() {
        var x = IntStream.range(0, ROWS)
                .mapToObj(i -> new double[] {1, i % 2 == 0 ? 1 : -1})
                .toArray(double[][]::new);
        var y = IntStream.range(0, ROWS).mapToDouble(i -> 4 * x[i][1]).toArray();
        var fit = Fit.of(false, x, y, IntStream.range(0, ROWS).toArray(), 1);
        assertThat(fit.weights()[1]).isCloseTo(2, within(1e-6));
    }

    @Test
    void a_logistic_model_gives_each_group_the_share_that_it_has() {
        var x = IntStream.range(0, ROWS)
                .mapToObj(i -> new double[] {1, i % 3 == 0 ? 1 : 0})
                .toArray(double[][]::new);
        // of the first group a quarter, of the others four fifths
        var y = IntStream.range(0, ROWS)
                .mapToDouble(i -> i % 3 == 0 ? (i / 3 % 4 == 0 ? 1 : 0) : i / 3 % 5 == 0 ? 0 : 1)
                .toArray();
        var fit = Fit.of(true, x, y, IntStream.range(0, ROWS).toArray(), 0);
        assertThat(fit.predicted(new double[] {1, 1})).isCloseTo(0.25, within(1e-6));
        assertThat(fit.predicted(new double[] {1, 0})).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void all_leverages_together_are_the_number_of_coefficients_and_that_of_an_only_one_is_whole() {
        var x = rows(4);
        for (var i = 0; i < ROWS; i++) {
            x[i][3] = i == 0 ? 1 : 0;
        }
        var y = IntStream.range(0, ROWS).mapToDouble(_ -> random.nextGaussian()).toArray();
        var fit = Fit.of(false, x, y, IntStream.range(0, ROWS).toArray(), 0);
        var all = IntStream.range(0, ROWS)
                .mapToDouble(i -> fit.leverage(x[i], ROWS))
                .sum();
        assertThat(all).isCloseTo(4, within(1e-3));
        assertThat(fit.leverage(x[0], ROWS)).isCloseTo(1, within(1e-3));
    }
}
