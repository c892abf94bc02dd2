package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 27: the authority inspects regularly how the agreement is kept")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article27Test extends OnDuty {

    @Test
    void the_authority_inspects_each_operator_in_each_quarter_with_the_figures_of_the_record_beside() {
        var from = YearMonth.from(today())
                .withMonth((today().getMonthValue() - 1) / 3 * 3 + 1)
                .atDay(1);
        var line = duty(AUTHORITY, "inspection", from);
        assertThat(line.required("article").asString()).isEqualTo("27");
        assertThat(line.required("about").required("name").asString()).contains("运营");
        assertThat(day(line, "due")).isEqualTo(from.plusMonths(3).minusDays(1));
        var whole = as(AUTHORITY).get("/api/duties/" + id(line)).body();
        assertThat(whole.path("facts").isMissingNode()).isFalse();
    }

    @Test
    void an_inspection_that_the_authority_has_not_made_stands_on_its_own_wall() {
        var from = YearMonth.from(today())
                .withMonth((today().getMonthValue() - 1) / 3 * 3 + 1)
                .atDay(1);
        var before = duty(AUTHORITY, "inspection", from);
        register.look(from.plusMonths(3));
        var next = duty(AUTHORITY, "inspection", from.plusMonths(3));
        assertThat(id(next)).isNotEqualTo(id(before));
        assertThat(next.required("state").asString()).isNotEqualTo("DONE");
    }

    @Test
    void what_was_found_is_recorded_in_the_authoritys_own_words_and_nobody_elses() {
        var from = YearMonth.from(today())
                .withMonth((today().getMonthValue() - 1) / 3 * 3 + 1)
                .atDay(1);
        register.look(from.plusMonths(6));
        var line = duty(AUTHORITY, "inspection", from.plusMonths(6));
        var form = form("\"summary\": \"s\", \"findings\": \"none\"");
        assertThat(take(OPERATOR, id(line), "RECORD", form).status()).isIn(403, 404);
        accepted(take(AUTHORITY, id(line), "RECORD", form), "RECORDED");
    }
}
