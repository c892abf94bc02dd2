package org.mingqu.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuppressionTest {

    private static final int ROUNDS = 60;

    @Test
    void who_solves_the_equations_of_a_table_with_marginals_finds_no_suppressed_cell() {
        for (var seed = 0; seed < ROUNDS; seed++) {
            var table = table(seed);
            var primary = small(table);
            var choice = new Suppression(0).choose(table, primary);
            assertThat(choice.unprotected().isEmpty()).as("seed %d", seed).isTrue();
            assertThat(recovered(table, choice.suppressed(), primary))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void without_further_cells_the_equations_give_suppressed_ones() {
        var recovered = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var table = table(seed);
            recovered += recovered(table, small(table), small(table)).size();
        }
        assertThat(recovered).isGreaterThan(ROUNDS);
    }

    @Test
    void a_suppressed_number_stays_open_by_the_percentage_asked_for() {
        for (var seed = 0; seed < ROUNDS / 2; seed++) {
            var table = table(seed);
            var primary = small(table);
            var choice = new Suppression(20).choose(table, primary);
            assertThat(recovered(table, choice.suppressed(), primary))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(choice.suppressed().cardinality())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(primary.cardinality());
            for (var cell :
                    primary.stream().filter(c -> !choice.unprotected().get(c)).toArray()) {
                var bounds = Bounds.of(table, choice.suppressed(), cell);
                assertThat(bounds.low() * 10)
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(table.values().get(cell) * 8);
                assertThat(bounds.high() * 10)
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(table.values().get(cell) * 12);
            }
        }
    }

    @Test
    void one_small_cell_of_a_two_way_table_takes_three_more_with_it() {
        var table = AdditiveTable.withMarginals(List.of(3, 3), List.of(2L, 40L, 50L, 30L, 60L, 70L, 80L, 90L, 20L));
        var primary = new BitSet();
        primary.set(0);
        assertThat(new Suppression(0).choose(table, primary).suppressed().cardinality())
                .isEqualTo(4);
    }

    @Test
    void nothing_is_suppressed_where_nothing_must_be() {
        var table = AdditiveTable.withMarginals(List.of(2, 2), List.of(20L, 30L, 40L, 50L));
        assertThat(new Suppression(10).choose(table, new BitSet()).suppressed().isEmpty())
                .isTrue();
    }

    @Test
    void a_total_that_is_not_the_sum_of_its_parts_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AdditiveTable(List.of(5L, 2L, 2L), List.of(new AdditiveTable.Sum(0, List.of(1, 2)))));
    }

    /// A two-way table for an even seed, a three-way one for an odd, with some small numbers.
    private static AdditiveTable table(long seed) {
        var random = new Random(seed);
        var sizes = seed % 2 == 0 ? List.of(4, 5) : List.of(3, 3, 2);
        var count = sizes.stream().reduce(1, (a, b) -> a * b);
        var interior = LongStream.generate(
                        () -> random.nextInt(5) == 0 ? 1 + random.nextInt(9) : 10 + random.nextInt(200))
                .limit(count)
                .boxed()
                .toList();
        return AdditiveTable.withMarginals(sizes, interior);
    }

    private static BitSet small(AdditiveTable table) {
        var small = new BitSet();
        for (var cell = 0; cell < table.values().size(); cell++) {
            small.set(cell, table.values().get(cell) < 10);
        }
        return small;
    }

    /// The primary cells whose value the published ones and the equations give.
    private static List<Integer> recovered(AdditiveTable table, BitSet suppressed, BitSet primary) {
        var span = new Span();
        for (var sum : table.sums()) {
            var row = zeros(table);
            sum.parts().stream().filter(suppressed::get).forEach(part -> row[part] = BigInteger.ONE);
            if (suppressed.get(sum.total())) {
                row[sum.total()] = BigInteger.ONE.negate();
            }
            span.add(row);
        }
        return primary.stream()
                .filter(cell -> {
                    var unit = zeros(table);
                    unit[cell] = BigInteger.ONE;
                    return span.contains(unit);
                })
                .boxed()
                .toList();
    }

    private static BigInteger[] zeros(AdditiveTable table) {
        var row = new BigInteger[table.values().size()];
        Arrays.fill(row, BigInteger.ZERO);
        return row;
    }
}
