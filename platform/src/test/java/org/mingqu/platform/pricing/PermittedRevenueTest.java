package org.mingqu.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermittedRevenueTest {

    private static PermittedRevenue with(int marginBp, String tax, String carryOver) {
        return new PermittedRevenue(
                new BigDecimal("2600000"),
                new BigDecimal("400000"),
                180,
                marginBp,
                new BigDecimal(tax),
                new BigDecimal(carryOver));
    }

    @Test
    void cost_is_less_the_subsidy_and_profit_is_cost_times_yield_and_margin() {
        var it = with(600, "0", "0");

        assertThat(it.cost()).isEqualTo("2200000.00");
        assertThat(it.profit()).isEqualTo("171600.00");
        assertThat(it.most()).isEqualTo("2371600.00");
        assertThat(with(300, "0", "0").profit()).isEqualTo("105600.00");
        assertThat(with(300, "0", "0").most()).isEqualTo("2305600.00");
    }

    @Test
    void tax_is_added_and_what_was_taken_in_above_the_most_is_taken_off_the_next_period() {
        var it = with(600, "100.005", "1000");

        assertThat(it.most()).isEqualTo("2371700.01");
        assertThat(it.left()).isEqualTo("2370700.01");
        assertThat(it.carriedFrom(new BigDecimal("2371800.01"))).isEqualTo("100.00");
        assertThat(it.carriedFrom(new BigDecimal("5"))).isEqualTo("0.00");
    }
}
