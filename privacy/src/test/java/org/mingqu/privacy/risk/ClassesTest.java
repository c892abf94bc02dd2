package org.mingqu.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassesTest {

    @Test
    void records_are_in_one_class_exactly_if_they_are_alike_in_all_columns() {
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var wide = seed % 2 == 0 ? 4 : 100_000;
            var columns = new int[3][];
            Arrays.setAll(columns, i -> random.ints(500, 0, i == 1 ? wide : 5).toArray());
            var classes = Classes.of(columns[0], columns[1], columns[2]);
            var seen = new HashMap<String, Integer>();
            for (var row = 0; row < 500; row++) {
                var key = columns[0][row] + "," + columns[1][row] + "," + columns[2][row];
                var first = seen.putIfAbsent(key, classes.of(row));
                assertThat(first == null || first == classes.of(row))
                        .as("seed %d", seed)
                        .isTrue();
            }
            assertThat(classes.count()).as("seed %d", seed).isEqualTo(seen.size());
            assertThat(Arrays.stream(classes.sizes()).sum()).isEqualTo(500);
        }
    }

    @Test
    void the_classes_of_the_adult_data_are_those_that_others_count() {
        var columns = Arrays.copyOf(AdultTable.columns(), 9);
        columns[8] = AdultTable.salary();
        var classes = Classes.of(columns);
        assertThat(classes.records()).isEqualTo(30_162);
        assertThat(classes.unique() / 30_162.0).as("unique records").isCloseTo(0.5143, within(0.00005));
        assertThat(classes.count() / 30_162.0).as("mean risk over records").isCloseTo(0.6466, within(0.00005));
    }

    @Test
    void a_class_with_one_sensitive_value_has_diversity_one() {
        var values = new SensitiveValues(Classes.of(new int[] {0, 0, 1, 1}), new int[] {0, 1, 2, 2});
        assertThat(values.distinct()).isEqualTo(1);
        assertThat(values.entropy()).isCloseTo(1, within(1e-12));
    }

    @Test
    void entropy_counts_evenly_spread_values_in_full_and_uneven_ones_less() {
        var even = new SensitiveValues(Classes.of(new int[] {0, 0, 0}), new int[] {0, 1, 2});
        assertThat(even.entropy()).isCloseTo(3, within(1e-12));
        var uneven = new SensitiveValues(Classes.of(new int[] {0, 0, 0, 0}), new int[] {0, 0, 0, 1});
        assertThat(uneven.entropy()).isCloseTo(1.7547, within(0.0001));
        assertThat(uneven.distinct()).isEqualTo(2);
    }

    /// The example of Li, Li and Venkatasubramanian (2007), section 4: salaries of 3k to 11k in nine steps.
    @Test
    void the_earth_movers_distance_is_that_of_the_paper() {
        var low = IntStream.of(0, 1, 2);
        var spread = IntStream.of(3, 5, 8);
        var rest = IntStream.of(4, 6, 7);
        var salary = IntStream.concat(low, IntStream.concat(spread, rest)).toArray();
        var first = new SensitiveValues(Classes.of(new int[] {0, 0, 0, 1, 1, 1, 1, 1, 1}), salary);
        assertThat(first.orderedDistance()).isCloseTo(0.375, within(1e-12));
        assertThat(first.equalDistance()).isCloseTo(6 / 9.0, within(1e-12));
        var second = new SensitiveValues(
                Classes.of(new int[] {0, 0, 0, 1, 1, 1, 1, 1, 1}), new int[] {3, 5, 8, 0, 1, 2, 4, 6, 7});
        assertThat(second.orderedDistance()).isCloseTo(0.167, within(0.001));
    }

    @Test
    void columns_of_different_lengths_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Classes.of(new int[2], new int[3]));
    }
}
