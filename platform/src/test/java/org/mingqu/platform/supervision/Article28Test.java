package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 28: each month the operator reports on its partners")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article28Test extends OnDuty {

    private static final String REPORT = form("\"summary\": \"seen\", \"findings\": \"none\"");

    @Test
    void a_report_is_due_on_the_fifth_working_day_of_the_next_month() {
        var reports = duties(OPERATOR, "partner-report");

        assertThat(reports).isNotEmpty();
        assertThat(reports)
                .allSatisfy(it -> assertThat(day(it, "due")).isEqualTo(workingDaysAfter(day(it, "until"), 5)));
    }

    @Test
    void a_month_that_nobody_reported_is_overdue_from_the_day_after_and_is_on_the_wall() {
        var open = duties(OPERATOR, "usage-backup").stream()
                .filter(it -> !it.hasNonNull("submittedOn") && day(it, "due").isBefore(today()))
                .toList();

        assertThat(open)
                .isNotEmpty()
                .allMatch(it -> it.required("state").asString().equals("OVERDUE"));
        assertThat(wall().required("late").findValuesAsString("id"))
                .containsAll(open.stream().map(OnDuty::id).toList());
    }

    @Test
    void the_figures_of_a_report_come_from_the_record_and_are_frozen_with_it() {
        var month = YearMonth.from(today());
        laterBy(1);
        var id = id(duty(OPERATOR, "partner-report", month.atDay(1)));
        var workspace = workspace("kangning", "独居老人用水用电异常预警");
        var runs = as("kangning")
                .get("/api/workspaces/%s/runs?size=200".formatted(workspace))
                .body()
                .required("items")
                .findValuesAsString("state")
                .stream()
                .filter("DONE"::equals)
                .count();

        var before = as(OPERATOR).get("/api/duties/" + id).body();
        assertThat(before.required("frozen").asBoolean()).isFalse();
        assertThat(before.required("facts").required("used"))
                .anyMatch(it -> it.required("runs").asLong() >= runs
                        && it.required("partnerName").asString().contains("康宁"));
        assertThat(runs).isPositive();
        var after = accepted(take(OPERATOR, id, "SUBMIT", REPORT), "SUBMITTED").body();
        assertThat(after.required("frozen").asBoolean()).isTrue();
        assertThat(after.required("facts")).isEqualTo(before.required("facts"));
    }

    @Test
    void what_the_authority_returns_comes_back_within_its_term_and_is_accepted() {
        var id = id(duty(OPERATOR, "partner-report", laterBy(2).minusMonths(1).atDay(1)));

        accepted(take(OPERATOR, id, "SUBMIT", REPORT), "SUBMITTED");
        var silent = take(AUTHORITY, id, "RETURN", ", \"opinion\": \" \"");
        assertThat(silent.status()).as("%s", silent).isEqualTo(422);
        var returned = accepted(take(AUTHORITY, id, "RETURN", ", \"opinion\": \"more\""), "RETURNED");
        assertThat(day(returned.body().required("line"), "actBy")).isEqualTo(workingDaysAfter(today(), 5));
        accepted(take(OPERATOR, id, "SUBMIT", REPORT), "SUBMITTED");
        accepted(take(AUTHORITY, id, "ACCEPT", ""), "ACCEPTED");

        var again = take(OPERATOR, id, "SUBMIT", REPORT);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("step-not-open");
    }

    @Test
    void nobody_but_the_operator_reports_and_nobody_accepts_their_own() {
        var id = id(duty(OPERATOR, "partner-report", laterBy(3).minusMonths(1).atDay(1)));

        assertThat(take(AUTHORITY, id, "SUBMIT", REPORT).status()).isEqualTo(403);
        assertThat(take("kangning", id, "SUBMIT", REPORT).status()).isEqualTo(404);
        accepted(take(OPERATOR, id, "SUBMIT", REPORT), "SUBMITTED");
        assertThat(take(OPERATOR, id, "ACCEPT", "").status()).isEqualTo(403);
        assertThat(take("caizheng", id, "ACCEPT", "").status()).isEqualTo(404);
    }

    @Test
    void an_empty_report_is_refused_by_field_and_a_stale_one_is_told() {
        var id = id(duty(OPERATOR, "partner-report", laterBy(4).minusMonths(1).atDay(1)));

        var empty = take(OPERATOR, id, "SUBMIT", form("\"summary\": \"seen\""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().required("fields").has("findings")).isTrue();
        var stale = as(OPERATOR)
                .post(
                        "/api/duties/%s/moves".formatted(id),
                        "{\"version\": 99, \"step\": \"SUBMIT\"%s}".formatted(REPORT));
        assertThat(stale.problem()).isEqualTo("changed-meanwhile");
    }

    @Test
    void looking_twice_opens_nothing_twice() {
        var month = laterBy(1);
        assertThat(register.look(month.atDay(1))).isZero();
    }
}
