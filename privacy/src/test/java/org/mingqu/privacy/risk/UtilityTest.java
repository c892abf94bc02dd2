package org.mingqu.privacy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UtilityTest {

    private static final Hierarchy FOUR =
            new Hierarchy(List.of(new int[] {0, 1, 2, 3}, new int[] {0, 0, 1, 1}, new int[4]));

    @Test
    void what_each_column_lost_and_what_the_figures_became_is_told() {
        var first = new int[] {0, 1, 2, 3, 3, 0};
        var second = new int[] {0, 0, 1, 1, 1, 2};
        var recoding = new Recoding(List.of(List.of(1, 0)), new int[] {0, 0, 0, 0, 0, Recoding.SUPPRESSED}, 0.5, 1);

        var utility = Utility.of(
                List.of(new double[] {10, 20, 30, 40, 40, 16}, numbers(second)),
                List.of(first, second),
                List.of(FOUR, FOUR),
                recoding);

        assertThat(utility.suppressed()).isEqualTo(1);
        assertThat(utility.classes()).isEqualTo(2);
        assertThat(utility.smallest()).isEqualTo(2);
        assertThat(utility.greatest()).isEqualTo(3);
        // a third of the others' values each, and one record left out
        assertThat(utility.columns().getFirst().loss()).isCloseTo((1 + 5 / 3.0) / 6, within(1e-12));
        assertThat(utility.columns().getLast().loss()).isCloseTo(1 / 6.0, within(1e-12));
        // the bands' means are 46/3 and 110/3
        var mean = utility.columns().getFirst().mean();
        assertThat(mean.before()).isCloseTo(26, within(1e-12));
        assertThat(mean.after()).isCloseTo((2 * 46 / 3.0 + 3 * 110 / 3.0) / 5, within(1e-12));
        assertThat(utility.correlations()).singleElement().satisfies(change -> {
            assertThat(change.after()).isCloseTo(1, within(1e-12));
            assertThat(change.before()).isLessThan(0.7);
        });
    }

    @Test
    void of_the_adult_data_it_says_the_same_loss_as_the_solver() {
        var coded = Arrays.asList(AdultTable.columns()).subList(0, 5);
        var hierarchies = AdultTable.hierarchies().subList(0, 5);
        var recoding = new Generaliser(coded, hierarchies, AdultTable.salary())
                .local(new Target(5, 1, 0.04))
                .orElseThrow();

        var utility = Utility.of(coded.stream().map(UtilityTest::numbers).toList(), coded, hierarchies, recoding);

        assertThat(utility.columns().stream()
                        .mapToDouble(Utility.Column::loss)
                        .average()
                        .orElseThrow())
                .isCloseTo(recoding.loss(), within(1e-9));
        assertThat(utility.smallest()).isGreaterThanOrEqualTo(5);
        assertThat(utility.median()).isBetween(utility.smallest(), utility.greatest());
        assertThat(utility.correlations()).hasSize(10);
    }

    @Test
    void columns_that_do_not_fit_are_refused() {
        var recoding = new Recoding(List.of(List.of(0)), new int[] {0}, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Utility.of(List.of(), List.of(new int[1]), List.of(FOUR), recoding));
    }

    private static double[] numbers(int[] codes) {
        return Arrays.stream(codes).asDoubleStream().toArray();
    }
}
