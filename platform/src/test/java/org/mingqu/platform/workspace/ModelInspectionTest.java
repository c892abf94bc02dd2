package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 22: a model that fails its inspection is not asked for, and only an inspected one is a model")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelInspectionTest extends OnTheStreet {

    private static final String ALERT = "独居老人用水用电异常预警";
    private static final String LINEAR =
            ", \"model\": {\"kind\": \"LINEAR\", \"target\": \"elders\", \"ridgeMilli\": 10}";

    private Guest.Reply run(String lane, String sql, String more) {
        return ran(
                "kangning",
                workspace("kangning", ALERT),
                "{\"sql\": \"%s\", \"lane\": \"%s\"%s}".formatted(sql, lane, more));
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
    void a_model_of_nobody_is_not_even_asked_for() {
        var run = run("MODEL", "select members, elders from households where dwelling = 'nowhere'", LINEAR);
        assertThat(run.text("state")).isEqualTo("DONE");
        assertThat(as("kangning")
                        .post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"x\"}".formatted(run.text("id")))
                        .problem())
                .isEqualTo("release-check-failed");
    }

    @Test
    void a_model_without_a_statement_and_a_statement_without_a_model_are_refused() {
        assertThat(run("MODEL", "select members, elders from households", "").problem())
                .isEqualTo("invalid");
        assertThat(run("REVIEWED", "select count(*) from households", LINEAR).problem())
                .isEqualTo("invalid");
        assertThat(run("MODEL", "select members, elders from households", LINEAR.replace(": 10", ": 99999"))
                        .problem())
                .isEqualTo("invalid");
    }

    @Test
    void an_inspected_model_leaves_by_the_decision_of_people_and_becomes_a_product() {
        var id = askedFor(streets());
        take("yunying", id, "FORWARD");
        var open =
                as("shuju").get("/api/releases/" + id).body().required("open").findValuesAsString("step");
        if (open.contains("APPROVE_FIRST")) {
            take("shuju", id, "APPROVE_FIRST");
            take("shujuer", id, "APPROVE");
        } else {
            take("shuju", id, "APPROVE");
        }
        var file = as("kangning").get("/api/releases/%s/file".formatted(id));
        assertThat(new String(file.whole().body(), StandardCharsets.UTF_8)).contains("<PMML");
        var product = product(id, "MODEL");
        assertThat(product.status()).as("%s", product).isEqualTo(201);
    }

    /// A model of some of the households: of which, what has left before in this district decides.
    private String askedFor(Set<String> some) {
        var answers = new ArrayList<String>();
        for (var those : some) {
            var run =
                    run("MODEL", "select members, elders from households where street = '%s'".formatted(those), LINEAR);
            if (run.text("state").equals("DONE")) {
                var asked = as("kangning")
                        .post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"a model\"}".formatted(run.text("id")));
                if (asked.status() == 201) {
                    return asked.text("id");
                }
                answers.add(asked.toString());
            } else {
                answers.add(run.toString());
            }
        }
        throw new AssertionError(String.join("\n", answers));
    }

    /// As the synthetic sample has them.
    private Set<String> streets() {
        var sample = nobody().get("/api/catalogue/%s/sample".formatted(resource("households")))
                .body();
        var names =
                sample.required("columns").valueStream().map(JsonNode::asString).toList();
        return sample.required("rows")
                .valueStream()
                .map(row -> row.get(names.indexOf("street")).asString())
                .collect(Collectors.toSet());
    }

    private void take(String username, String release, String step) {
        var version = as(username)
                .get("/api/releases/" + release)
                .body()
                .required("version")
                .asInt();
        var reply = as(username)
                .post(
                        "/api/releases/%s/moves".formatted(release),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"looked at\"}".formatted(version, step));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    }

    @Test
    void an_identifier_is_in_no_model() {
        var run = run("MODEL", "select household_no, elders from households", LINEAR);
        assertThat(run.text("state")).isEqualTo("REFUSED");
        var finding = run.body().required("verdict").required("findings").get(0);
        assertThat(finding.required("rule").asString()).isEqualTo("model.column");
        assertThat(finding.required("article").asString()).isEqualTo("22");
    }
}
