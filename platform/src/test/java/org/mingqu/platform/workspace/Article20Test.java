package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;

@DisplayName("Article 20: an exact result leaves only checked, and by the decision of people who are not its author")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article20Test extends OnTheStreet {

    private static int asked;

    private static synchronized int threshold() {
        return ++asked;
    }

    /// A release of a run of its own, with the operator.
    private String asked() {
        var workspace = workspace("tangyibo", "停车泊位热力");
        var run = ran(
                "tangyibo",
                workspace,
                "{\"sql\": \"select road, sum(vehicles) as vehicles from traffic_counts where vehicles > %d group by road\", \"lane\": \"REVIEWED\"}"
                        .formatted(threshold()));
        assertThat(run.text("state")).as("%s", run).isEqualTo("DONE");
        var reply = as("tangyibo")
                .post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"a report\"}".formatted(run.text("id")));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text("id");
    }

    private static String move(int version, String step) {
        return "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"looked at\"}".formatted(version, step);
    }

    @Test
    void the_operator_forwards_the_authority_approves_and_the_file_leaves_with_its_receipt() {
        var id = asked();
        var path = "/api/releases/%s/moves".formatted(id);

        assertThat(as("tangyibo").get("/api/releases/%s/file".formatted(id)).problem())
                .isEqualTo("release-not-approved");
        assertThat(as("yunying").post(path, move(1, "FORWARD")).text("stage")).isEqualTo("WITH_AUTHORITY");
        assertThat(as("shuju").post(path, move(2, "APPROVE")).text("stage")).isEqualTo("APPROVED");
        var file = as("tangyibo").get("/api/releases/%s/file".formatted(id));

        assertThat(file.status()).isEqualTo(200);
        assertThat(new String(file.whole().body(), StandardCharsets.UTF_8)).contains("road", "vehicles");
        var entry = file.whole().headers().firstValue("X-Evidence-Id").orElseThrow();
        assertThat(as("tangyibo")
                        .get("/api/evidence/%s/receipt".formatted(entry))
                        .status())
                .isEqualTo(200);
        assertThat(as("shuju").get("/api/releases/" + id).text("stage")).isEqualTo("HANDED_OVER");
    }

    @Test
    void the_reviewers_see_the_result_and_its_checks_and_the_author_does_not_yet() {
        var id = asked();

        var review = as("yunying").get("/api/releases/" + id).body();
        assertThat(review.required("result").required("rows")).isNotEmpty();
        assertThat(review.required("checks").findValuesAsString("rule")).contains("release.raw-value");
        assertThat(as("tangyibo")
                        .get("/api/releases/" + id)
                        .body()
                        .required("result")
                        .isNull())
                .isTrue();
    }

    @Test
    void nobody_takes_anothers_step() {
        var path = "/api/releases/%s/moves".formatted(asked());

        assertThat(as("tangyibo").post(path, move(1, "FORWARD")).status()).isEqualTo(403);
        assertThat(as("shuju").post(path, move(1, "APPROVE")).status()).isEqualTo(409);
        assertThat(as("xinhe").post(path, move(1, "WITHDRAW")).status()).isEqualTo(404);
        assertThat(as("minzheng").post(path, move(1, "FORWARD")).status()).isEqualTo(404);
    }

    @Test
    void a_decision_states_its_opinion_and_a_stale_one_is_refused() {
        var path = "/api/releases/%s/moves".formatted(asked());

        assertThat(as("yunying")
                        .post(path, "{\"version\": 1, \"step\": \"FORWARD\"}")
                        .status())
                .isEqualTo(422);
        as("yunying").post(path, move(1, "FORWARD"));
        assertThat(as("shuju").post(path, move(1, "APPROVE")).problem()).isEqualTo("changed-meanwhile");
    }

    @Test
    void asking_twice_for_a_run_gives_the_release_that_there_is() {
        var id = asked();
        var run = as("tangyibo").get("/api/releases/" + id).text("run");

        var again = as("tangyibo").post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"another\"}".formatted(run));

        assertThat(again.text("id")).isEqualTo(id);
    }

    @Test
    void data_of_grade_three_takes_two_persons_of_the_authority_and_the_first_is_not_the_second() throws Exception {
        var workspace = workspace("kangning", "独居老人用水用电异常预警");
        var run = ran(
                "kangning",
                workspace,
                "{\"sql\": \"select street, count(*) as n from elders where age_band <> '%d' group by street\", \"lane\": \"REVIEWED\"}"
                        .formatted(threshold()));
        assertThat(run.text("state")).as("%s", run).isEqualTo("DONE");
        var id = as("kangning")
                .post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"a report\"}".formatted(run.text("id")))
                .text("id");
        var path = "/api/releases/%s/moves".formatted(id);
        as("yunying").post(path, move(1, "FORWARD"));

        var review = as("shuju").get("/api/releases/" + id).body();
        assertThat(review.required("grade").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(review.required("lineage").findValuesAsString("column")).containsExactly("street", "n");
        assertThat(review.required("suppressed").isArray()).isTrue();
        assertThat(review.required("open").findValuesAsString("step"))
                .contains("APPROVE_FIRST")
                .doesNotContain("APPROVE");
        assertThat(as("shuju").post(path, move(2, "APPROVE")).problem()).isEqualTo("step-not-open");
        assertThat(as("shuju").post(path, move(2, "APPROVE_FIRST")).text("stage"))
                .isEqualTo("WITH_SECOND");
        assertThat(as("shuju").post(path, move(3, "APPROVE")).problem()).isEqualTo("release-second");
        assertThat(as("shuju").post(path, move(3, "REFUSE")).problem()).isEqualTo("release-second");
        assertThat(as("shujuer").post(path, move(3, "APPROVE")).text("stage")).isEqualTo("APPROVED");
    }
}
