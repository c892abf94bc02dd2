package org.mingqu.enclave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.ModelReport;
import org.mingqu.warrant.ModelSpec;

/// The attacks are tried with dice: what they find must be the model's, whatever the dice.
@DisplayName("Article 22: the inspection of a model finds what the model does, not what the dice do")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemorisingTest {

    private static final int SEEDS = 100;
    private static final Grant.Models USUAL = Grant.Models.USUAL;

    private static List<ModelReport> reports(int rows, int columns, ModelSpec spec) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> report(rows, columns, spec, seed))
                .toList();
    }

    /// A number that depends on another and on chance, with more numbers that say nothing.
    private static ModelReport report(int rows, int columns, ModelSpec spec, long seed) {
        var random = new Random(seed);
        var named = new ArrayList<ModelColumn>();
        named.add(new ModelColumn("target", false));
        for (var i = 1; i < columns; i++) {
            named.add(new ModelColumn("x" + i, false));
        }
        var values = new ArrayList<List<@Nullable Object>>();
        for (var i = 0; i < rows; i++) {
            var row = new ArrayList<@Nullable Object>();
            for (var j = 1; j < columns; j++) {
                row.add(random.nextGaussian());
            }
            row.addFirst(columns > 1 ? 2 * (double) row.getFirst() + random.nextGaussian() : 0.0);
            values.add(row);
        }
        return Trained.of(named, spec, USUAL, values, 10, random, Map.of()).report();
    }

    private static long above(List<ModelReport> reports, ToDoubleFunction<ModelReport> found, int hundredths) {
        return reports.stream()
                .filter(it -> found.applyAsDouble(it) * 100 > hundredths)
                .count();
    }

    @Test
    void a_model_of_two_hundred_rows_with_one_coefficient_passes_whatever_the_dice() {
        var reports = reports(200, 2, new ModelSpec(ModelSpec.Kind.LINEAR, "target", 10));
        assertThat(above(reports, ModelReport::advantageHigh, USUAL.advantage()))
                .isZero();
        assertThat(above(reports, ModelReport::canary, USUAL.canary())).isZero();
    }

    @Test
    void a_model_with_as_many_coefficients_as_rows_is_caught_whatever_the_dice() {
        var reports = reports(40, 39, new ModelSpec(ModelSpec.Kind.LINEAR, "target", 0));
        assertThat(above(reports, ModelReport::advantageHigh, USUAL.advantage()))
                .isEqualTo(SEEDS);
        assertThat(above(reports, ModelReport::canary, USUAL.canary())).isEqualTo(SEEDS);
    }
}
