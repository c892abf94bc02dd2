package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Article 41 and the notice of February 2026: dated rules, and the yearly disclosure")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article41Test extends OnDuty {

    @Autowired
    JdbcClient sql;

    @Test
    void both_disclosers_have_disclosed_last_year_for_everybody_to_read() {
        var all = nobody().get("/api/disclosures").body();

        assertThat(all.findValuesAsString("kind")).contains("AUTHORITY", "OPERATOR");
        for (var line : all) {
            var view = nobody().get("/api/disclosures/" + id(line)).body();
            assertThat(view.required("holds").asBoolean()).isTrue();
            assertThat(view.required("content").required("year").asInt())
                    .isEqualTo(line.required("year").asInt());
        }
    }

    @Test
    void a_disclosure_cannot_be_changed_after_it_was_signed() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> sql.sql("update disclosure set content = '{}'").update())
                .hasMessageContaining("stays as it was signed");
    }

    @Test
    void a_correction_is_a_further_version_beside_the_first() {
        var year = today().getYear();
        register.look(LocalDate.of(year + 1, 1, 1));
        var line = duty(OPERATOR, "disclosure-operator", LocalDate.of(year, 1, 1));
        var form = form("\"summary\": \"s\", \"products\": \"p\", \"fees\": \"none\"");

        assertThat(day(line, "due")).isEqualTo(LocalDate.of(year + 1, 3, 31));
        accepted(take(OPERATOR, id(line), "SUBMIT", form), "SUBMITTED");
        accepted(take(AUTHORITY, id(line), "RETURN", ", \"opinion\": \"fees\""), "RETURNED");
        accepted(take(OPERATOR, id(line), "SUBMIT", form), "SUBMITTED");

        var versions = nobody().get("/api/disclosures")
                .body()
                .valueStream()
                .filter(it -> it.required("year").asInt() == year)
                .map(it -> it.required("version").asInt())
                .toList();
        assertThat(versions).containsExactly(2, 1);
    }

    @Test
    void a_figure_changes_from_a_day_on_and_what_has_begun_ends_under_the_old_one() {
        var month = laterBy(6).minusMonths(1);
        var change = "{\"from\": \"%s\", \"cycle\": \"MONTH\", \"dueDays\": 8, \"dueDate\": null, \"reason\": \"r\"}"
                .formatted(month.plusMonths(1).atDay(10));
        var reply = as(AUTHORITY).post("/api/duty-rules/usage-backup/changes", change);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        laterBy(7);

        assertThat(day(duty(OPERATOR, "usage-backup", month.atDay(1)), "due"))
                .isEqualTo(workingDaysAfter(month.atEndOfMonth(), 5));
        assertThat(day(duty(OPERATOR, "usage-backup", month.plusMonths(1).atDay(1)), "due"))
                .isEqualTo(workingDaysAfter(month.plusMonths(1).atEndOfMonth(), 8));
        assertThat(nobody().get("/api/duty-rules").body())
                .anyMatch(it -> it.required("code").asString().equals("usage-backup")
                        && it.required("state").asString().equals("AHEAD"));
    }

    @Test
    void what_the_rule_itself_says_cannot_be_changed_and_a_change_needs_a_later_day_and_a_reason() {
        var change =
                "{\"from\": \"2099-01-01\", \"cycle\": \"YEAR\", \"dueDays\": 0, \"dueDate\": null, \"reason\": \"r\"}";

        assertThat(as(AUTHORITY)
                        .post("/api/duty-rules/security-check/changes", change)
                        .problem())
                .isEqualTo("duty-rule-law");
        assertThat(as(OPERATOR).post("/api/duty-rules/training/changes", change).status())
                .isEqualTo(403);
        var late = change.replace("2099", "2026").replace("\"r\"", "\" \"");
        assertThat(as(AUTHORITY)
                        .post("/api/duty-rules/training/changes", late)
                        .body()
                        .required("fields")
                        .propertyNames())
                .contains("from", "reason");
    }
}
