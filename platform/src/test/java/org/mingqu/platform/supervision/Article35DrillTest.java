package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 35: there is a drill of the emergency plan each year")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article35DrillTest extends OnDuty {

    @Test
    void there_is_a_drill_each_year_by_the_end_of_it() {
        var drill = duty(AUTHORITY, "drill", LocalDate.of(today().getYear(), 1, 1));

        assertThat(day(drill, "due")).isEqualTo(LocalDate.of(today().getYear(), 12, 31));
        assertThat(drill.required("article").asString()).isEqualTo("35");
        var last = duty(AUTHORITY, "drill", LocalDate.of(today().getYear() - 1, 1, 1));
        assertThat(last.required("state").asString()).isEqualTo("DONE");
    }
}
