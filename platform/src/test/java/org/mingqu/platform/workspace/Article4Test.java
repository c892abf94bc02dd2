package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 4: data are used without being seen, each use for one scenario and on record")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article4Test extends OnTheStreet {

    private String elders() {
        return workspace("kangning", "独居老人用水用电异常预警");
    }

    private static String question(String sql, String lane) {
        return "{\"sql\": \"%s\", \"lane\": \"%s\"}".formatted(sql, lane);
    }

    @Test
    void a_column_that_was_dropped_by_its_department_does_not_exist_for_the_query() {
        var verdict = as("kangning")
                .post(
                        "/api/workspaces/%s/judgements".formatted(elders()),
                        question("select sex, count(*) as n from elders group by sex", "REVIEWED"))
                .body();

        assertThat(verdict.required("allowed").asBoolean()).isFalse();
        assertThat(verdict.required("findings").get(0).required("message").asString())
                .contains("sex");
    }

    @Test
    void an_identifier_never_comes_out() {
        var reply = ran("kangning", elders(), question("select id_number from elders", "REVIEWED"));

        assertThat(reply.text("state")).isEqualTo("REFUSED");
        assertThat(reply.body().required("verdict").required("findings")).isNotEmpty();
    }

    @Test
    void an_exact_result_is_not_shown_to_the_partner() {
        var reply = ran(
                "kangning",
                elders(),
                question("select community, count(*) as n from elders group by community", "REVIEWED"));

        assertThat(reply.text("state")).as("%s", reply).isEqualTo("DONE");
        assertThat(reply.body().required("result").required("rows")).isEmpty();
    }

    @Test
    void an_instant_answer_is_noisy_says_so_and_costs_budget_once() {
        var sql = "select age_band, count(*) as n from elders group by age_band";

        var first = ran("kangning", elders(), question(sql, "INSTANT"));
        var spent = budget();
        var again = ran("kangning", elders(), question(sql, "INSTANT"));

        assertThat(first.text("state")).as("%s", first).isEqualTo("DONE");
        assertThat(first.body().required("result").required("errorBars").isArray())
                .isTrue();
        assertThat(again.body().required("result").required("rows"))
                .isEqualTo(first.body().required("result").required("rows"));
        assertThat(budget()).as("the same question is free").isEqualTo(spent);
    }

    private JsonNode budget() {
        return as("kangning").get("/api/workspaces/" + elders()).body().required("budget");
    }

    @Test
    void the_department_can_tell_who_used_its_data_for_what_and_sees_no_rows() {
        var history =
                as("shuiwu").get("/api/workspaces/%s/runs".formatted(elders())).body();

        assertThat(history.required("total").asInt()).isPositive();
        var run = history.required("items").get(0);
        assertThat(run.required("sql").asString()).isNotBlank();
        assertThat(run.required("personName").asString()).isEqualTo("宋知夏");
        assertThat(run.required("result").isNull()).isTrue();
    }

    @Test
    void others_are_not_told_that_the_workspace_or_its_runs_exist() {
        var id = elders();
        var run = as("kangning")
                .get("/api/workspaces/%s/runs".formatted(id))
                .body()
                .required("items")
                .get(0)
                .required("id")
                .asString();

        for (var username : new String[] {"xinhe", "tangyibo", "shichang", "lixiulan"}) {
            assertThat(as(username).get("/api/workspaces/" + id).status())
                    .as(username)
                    .isEqualTo(404);
            assertThat(as(username).get("/api/runs/" + run).status())
                    .as(username)
                    .isEqualTo(404);
            assertThat(as(username).delete("/api/runs/" + run).status())
                    .as(username)
                    .isEqualTo(404);
        }
    }

    @Test
    void those_who_supervise_look_but_do_not_query() {
        var reply = as("shuju").post("/api/workspaces/%s/runs".formatted(elders()), question("select 1", "SYNTHETIC"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("workspace-not-yours");
    }

    @Test
    void every_use_is_in_the_evidence_of_the_case() {
        var workspace = as("kangning").get("/api/workspaces/" + elders()).body();
        var acts = as("kangning")
                .get("/api/evidence?size=100&case="
                        + workspace.required("caseId").asString())
                .body();

        assertThat(acts.required("items").findValuesAsString("act"))
                .contains("workspace-opened", "query-run", "agreement-signed");
    }
}
