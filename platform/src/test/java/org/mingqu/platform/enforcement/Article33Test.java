package org.mingqu.platform.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 33: a source department may report and demand rectification at any time")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article33Test extends OnOrder {

    @Test
    void a_department_reports_and_the_authority_has_five_working_days_to_decide() {
        var id = reported("minzheng", "kangning", "PARTNER");

        var file = as(AUTHORITY)
                .get("/api/cases/"
                        + view(AUTHORITY, id)
                                .required("line")
                                .required("caseId")
                                .asString())
                .body();
        var task = file.required("tasks").get(0);
        assertThat(task.required("role").asString()).isEqualTo("AUTHORITY");
        assertThat(task.required("clock").required("totalDays").asInt()).isEqualTo(5);
        assertThat(task.required("clock").required("article").asString()).isEqualTo("33");
    }

    @Test
    void whom_it_is_about_does_not_know_of_it_before_an_order_and_never_of_one_that_was_dismissed() {
        var id = reported("minzheng", "kangning", "PARTNER");

        assertThat(as("kangning").get("/api/rectifications/" + id).status()).isEqualTo(404);
        assertThat(as("shuiwu").get("/api/rectifications/" + id).status())
                .as("another department")
                .isEqualTo(404);
        must(take(AUTHORITY, id, "DISMISS", ""), "DISMISSED");
        assertThat(as("kangning").get("/api/rectifications/" + id).status()).isEqualTo(404);
        assertThat(view("minzheng", id).required("line").required("stage").asString())
                .isEqualTo("DISMISSED");
    }

    @Test
    void each_reports_by_their_own_article_and_a_partner_reports_nobody() {
        assertThat(view(AUTHORITY, reported("yunying", "tangyibo", "PARTNER"))
                        .required("article")
                        .asString())
                .isEqualTo("28");
        assertThat(view(AUTHORITY, reported("wangxin", "yunying", "OPERATOR"))
                        .required("article")
                        .asString())
                .isEqualTo("7");
        assertThat(report("xinhe", "kangning", "PARTNER").status()).isEqualTo(403);
        assertThat(report("yunying", "yunying", "OPERATOR").status())
                .as("an operator reports its partners, not operators")
                .isEqualTo(422);
    }

    @Test
    void only_the_authority_orders_and_only_with_a_day_to_come_and_a_reason() {
        var id = reported("minzheng", "yunying", "OPERATOR");

        assertThat(take("minzheng", id, "ORDER", until(today().plusDays(5))).status())
                .isEqualTo(403);
        assertThat(take(AUTHORITY, id, "ORDER", until(today()))
                        .body()
                        .required("fields")
                        .has("deadline"))
                .isTrue();
        var silent = as(AUTHORITY)
                .post(
                        "/api/rectifications/%s/moves".formatted(id),
                        "{\"version\": 1, \"step\": \"ORDER\"%s}".formatted(until(today().plusDays(5))));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(take(AUTHORITY, id, "ACCEPT", "").problem()).isEqualTo("step-not-open");
    }
}
