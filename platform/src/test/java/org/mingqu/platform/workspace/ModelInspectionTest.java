package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;

@DisplayName("Article 22: a model that fails its inspection is not asked for, and only an inspected one is a model")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelInspectionTest extends OnTheStreet {

    private static final String ALERT = "独居老人用水用电异常预警";
    private static final String LINEAR =
            ", \"model\": {\"kind\": \"LINEAR\", \"target\": \"elders\", \"ridgeMilli\": 10}";

    private Guest.Reply run(String lane, String sql, String more) throws InterruptedException {
        var run = as("kangning")
                .post(
                        "/api/workspaces/%s/runs".formatted(workspace("kangning", ALERT)),
                        "{\"sql\": \"%s\", \"lane\": \"%s\"%s}".formatted(sql, lane, more));
        for (var i = 0; i < 200 && run.text("state").equals("RUNNING"); i++) {
            Thread.sleep(200);
            run = as("kangning").get("/api/runs/" + run.text("id"));
        }
        return run;
    }

    private Guest.Reply product(String release, String kind) {
        return as("kangning").post("/api/products", """
                        {"release": "%s", "terms": {"name": "老人户模型%s", "kind": "%s", "purpose": "WELFARE",
                         "scenario": "%s", "audience": "街道", "wayOfUse": "文件", "limits": "不得转让", "priceBasis": "免费"}}
                        """.formatted(release, kind, kind, ALERT));
    }

    @Test
    void what_was_not_inspected_as_a_model_is_not_registered_as_one() {
        var other = as("kangning").get("/api/products/works").body().get(0);
        for (var work : as("kangning").get("/api/products/works").body()) {
            other = work.required("purpose").asString().equals("a model") ? other : work;
        }
        assertThat(product(other.required("id").asString(), "MODEL").problem()).isEqualTo("product-model-inspected");
    }

    @Test
    void a_model_of_nobody_is_not_even_asked_for() throws Exception {
        var run = run("MODEL", "select members, elders from households where dwelling = 'nowhere'", LINEAR);
        assertThat(run.text("state")).isEqualTo("DONE");
        assertThat(as("kangning")
                        .post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"x\"}".formatted(run.text("id")))
                        .problem())
                .isEqualTo("release-check-failed");
    }

    @Test
    void a_model_without_a_statement_and_a_statement_without_a_model_are_refused() throws Exception {
        assertThat(run("MODEL", "select members, elders from households", "").problem())
                .isEqualTo("invalid");
        assertThat(run("REVIEWED", "select count(*) from households", LINEAR).problem())
                .isEqualTo("invalid");
        assertThat(run("MODEL", "select members, elders from households", LINEAR.replace(": 10", ": 99999"))
                        .problem())
                .isEqualTo("invalid");
    }

    @Test
    void an_identifier_is_in_no_model() throws Exception {
        var run = run("MODEL", "select household_no, elders from households", LINEAR);
        assertThat(run.text("state")).isEqualTo("REFUSED");
        var finding = run.body().required("verdict").required("findings").get(0);
        assertThat(finding.required("rule").asString()).isEqualTo("model.column");
        assertThat(finding.required("article").asString()).isEqualTo("22");
    }
}
