package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 22: a data set of rows leaves generalised to the figures of the register, by two persons' decision")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article22Test extends OnTheStreet {

    private Guest.Reply run(String sql, String more) throws InterruptedException {
        var workspace = workspace("kangning", "独居老人用水用电异常预警");
        var run = as("kangning")
                .post(
                        "/api/workspaces/%s/runs".formatted(workspace),
                        "{\"sql\": \"%s\", \"lane\": \"DATASET\"%s}".formatted(sql, more));
        for (var i = 0; i < 200 && run.text("state").equals("RUNNING"); i++) {
            Thread.sleep(200);
            run = as("kangning").get("/api/runs/" + run.text("id"));
        }
        return run;
    }

    private String asked(String sql, String more) throws InterruptedException {
        var run = run(sql, more);
        assertThat(run.text("state")).as("%s", run).isEqualTo("DONE");
        var reply = as("kangning")
                .post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"a model\"}".formatted(run.text("id")));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text("id");
    }

    private static String move(int version, String step) {
        return "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"looked at\"}".formatted(version, step);
    }

    @Test
    void the_reviewers_see_the_risk_what_was_generalised_and_what_use_is_left() throws Exception {
        var id = asked("select living, age_band, street from elders", "");

        var review = as("yunying").get("/api/releases/" + id).body();

        var report = review.required("dataSet");
        assertThat(report.required("target").required("sharing").asString()).isEqualTo("CONTROLLED");
        assertThat(report.required("target").required("k").asInt()).isEqualTo(5);
        assertThat(report.required("after").required("level").asString()).isEqualTo("L3");
        assertThat(report.required("smallest").asInt())
                .as("the grade's threshold")
                .isGreaterThanOrEqualTo(10);
        assertThat(report.required("columns").findValuesAsString("name"))
                .containsExactly("living", "age_band", "street");
        assertThat(review.required("checks").findValuesAsString("rule"))
                .contains("release.dataset.risk.controlled", "release.dataset.classes", "release.raw-value");
    }

    @Test
    void what_is_meant_for_the_public_keeps_to_its_greater_classes() throws Exception {
        var id = asked("select living, street from elders", ", \"sharing\": \"PUBLIC\"");

        var report = as("shuju").get("/api/releases/" + id).body().required("dataSet");

        assertThat(report.required("target").required("sharing").asString()).isEqualTo("PUBLIC");
        assertThat(report.required("smallest").asInt()).isGreaterThanOrEqualTo(21);
    }

    @Test
    void an_identifying_column_is_refused_with_its_article_and_what_is_open_instead() throws Exception {
        var run = run("select id_number, living from elders", "");

        assertThat(run.text("state")).isEqualTo("REFUSED");
        var finding = run.body().required("verdict").required("findings").get(0);
        assertThat(finding.required("rule").asString()).isEqualTo("dataset.column");
        assertThat(finding.required("article").asString()).isEqualTo("20");
        assertThat(finding.required("message").asString()).contains("id_number", "reviewed lane");
    }

    @Test
    void nobody_who_asks_learns_how_many_rows_there_are_before_people_have_decided() throws Exception {
        var run = run("select living from elders where age_band = '60-69'", "");

        JsonNode result = run.body().required("result");
        assertThat(result.required("total").asInt()).isEqualTo(-1);
        assertThat(result.required("rows")).isEmpty();
    }

    @Test
    void two_persons_decide_and_the_file_is_what_they_saw() throws Exception {
        var id = asked("select members, elders from households where dwelling = '商品房'", "");
        var path = "/api/releases/%s/moves".formatted(id);
        as("yunying").post(path, move(1, "FORWARD"));
        assertThat(as("shuju").post(path, move(2, "APPROVE")).problem()).isEqualTo("step-not-open");
        as("shuju").post(path, move(2, "APPROVE_FIRST"));
        assertThat(as("shuju").post(path, move(3, "APPROVE")).problem()).isEqualTo("release-second");
        as("shujuer").post(path, move(3, "APPROVE"));

        var author = as("kangning").get("/api/releases/" + id).body();
        assertThat(author.required("result").isNull())
                .as("rows leave in the file only")
                .isTrue();
        assertThat(author.required("dataSet").isNull()).isTrue();
        var file = as("kangning").get("/api/releases/%s/file".formatted(id));

        assertThat(file.status()).isEqualTo(200);
        var lines =
                new String(file.whole().body(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).contains("members,elders");
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines.size() - 1)
                .isEqualTo(as("shuju")
                        .get("/api/releases/" + id)
                        .body()
                        .required("result")
                        .required("total")
                        .asInt());
    }
}
