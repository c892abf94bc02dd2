package org.mingqu.privacy.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.mask.Generalisation.Ages;
import org.mingqu.privacy.mask.Generalisation.Dates;
import org.mingqu.privacy.mask.Generalisation.Regions;
import org.mingqu.privacy.risk.Generaliser;
import org.mingqu.privacy.risk.Target;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneralisationTest {

    @Test
    void an_age_becomes_a_band_and_from_ninety_on_all_are_one() {
        var ages = new Ages(List.of(5, 10, 30));
        assertThat(levels(ages, "67")).containsExactly("67", "65-69", "60-69", "60-89", "*");
        assertThat(levels(ages, "0")).containsExactly("0", "0-4", "0-9", "0-29", "*");
        assertThat(levels(ages, "101")).containsExactly("101", "90+", "90+", "90+", "*");
        assertThat(levels(ages, "89")).containsExactly("89", "85-89", "80-89", "60-89", "*");
    }

    @Test
    void bands_that_cut_each_other_are_refused() {
        for (var widths : List.of(List.of(5, 8), List.of(7), List.of(10, 10), List.of(10, 5), List.of(1))) {
            assertThatIllegalArgumentException().as("%s", widths).isThrownBy(() -> new Ages(widths));
        }
    }

    @Test
    void a_region_becomes_town_county_city_and_province() {
        assertThat(levels(new Regions(12), "440306007012"))
                .containsExactly("440306007012", "440306007000", "440306000000", "440300000000", "440000000000", "*");
        assertThat(levels(new Regions(6), "440306")).containsExactly("440306", "440300", "440000", "*");
        assertThatIllegalArgumentException().isThrownBy(() -> new Regions(8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Regions(6).at(0, "4403"));
    }

    @Test
    void a_date_becomes_month_quarter_and_year() {
        assertThat(levels(new Dates(), "2026-06-24")).containsExactly("2026-06-24", "2026-06", "2026-Q2", "2026", "*");
        assertThat(new Dates().at(2, "2026-12-31")).isEqualTo("2026-Q4");
        assertThatIllegalArgumentException().isThrownBy(() -> new Dates().at(1, "24/06/2026"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dates().at(5, "2026-06-24"));
    }

    @Test
    void a_column_as_numbers_is_what_the_search_for_the_least_loss_takes() {
        var random = new Random(1);
        var ages = new Ages(List.of(5, 10, 30))
                .numbered(random.ints(500, 0, 100).mapToObj(String::valueOf).toList());
        var dates = new Dates()
                .numbered(IntStream.range(0, 500)
                        .mapToObj(
                                i -> LocalDate.of(2026, 1, 1).plusDays(i % 300).toString())
                        .toList());

        var found = new Generaliser(
                        List.of(ages.rows(), dates.rows()), List.of(ages.hierarchy(), dates.hierarchy()), new int[500])
                .global(new Target(5, 1, 0.1));

        assertThat(found)
                .hasValueSatisfying(recoding -> assertThat(recoding.loss()).isBetween(0.01, 0.9));
    }

    private static List<String> levels(Generalisation by, String value) {
        return IntStream.range(0, by.levels())
                .mapToObj(level -> by.at(level, value))
                .toList();
    }
}
