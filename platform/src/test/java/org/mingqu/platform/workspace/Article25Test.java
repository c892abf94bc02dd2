package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 25: whose copy a leaked file was made from is found inside the domain and put on record")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article25Test extends OnTheStreet {

    private static final double ACCEPTED = 1e-6;

    private String reported(String username) {
        var reply = as(username).post("/api/traces", "{\"fileName\": \"found.csv\", \"note\": \"in a forum\"}");
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text("id") + " " + reply.text("url");
    }

    private static int bring(String url, String content) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .PUT(BodyPublishers.ofString(content))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private JsonNode seeded(String fileName) {
        for (var leak : as("shuju").get("/api/traces").body()) {
            if (leak.required("fileName").asString().equals(fileName)) {
                return leak;
            }
        }
        throw new AssertionError("no leak of " + fileName);
    }

    @Test
    void a_part_of_a_delivered_file_names_its_recipient_with_the_chance_of_a_false_name() {
        var leak = seeded("企业资料.csv");

        assertThat(leak.required("state").asString()).isEqualTo("DONE");
        assertThat(leak.required("found").findValuesAsString("organisationName"))
                .containsExactly("信禾数字科技有限公司（演示）");
        var found = leak.required("found").get(0);
        assertThat(found.required("falsePositive").asDouble()).isPositive().isLessThanOrEqualTo(ACCEPTED);
        assertThat(as("shuju")
                        .get("/api/releases/" + found.required("release").asString())
                        .text("stage"))
                .isEqualTo("HANDED_OVER");
    }

    @Test
    void a_file_of_nobody_names_nobody() {
        var leak = seeded("名录.csv");

        assertThat(leak.required("compared").asInt()).isPositive();
        assertThat(leak.required("found")).isEmpty();
    }

    @Test
    void the_finding_is_on_record_before_it_is_shown_and_the_same_afterwards() throws Exception {
        var reported = reported("shuju").split(" ");
        var path = "/api/traces/" + reported[0];
        assertThat(as("shuju").post(path + "/finding", "{}").problem()).isEqualTo("leak-not-there");

        assertThat(bring(reported[1], "capital\n100.00\n")).isEqualTo(202);
        assertThat(bring(reported[1], "capital\n100.00\n"))
                .as("a ticket is for one file")
                .isEqualTo(401);
        var finding = as("shuju").post(path + "/finding", "{}");

        assertThat(finding.text("state")).isEqualTo("DONE");
        assertThat(finding.body().required("rows").asInt()).isEqualTo(1);
        assertThat(as("shuju").get("/api/evidence/" + finding.text("evidence")).status())
                .isEqualTo(200);
        assertThat(as("shuju").post(path + "/finding", "{}").text("evidence")).isEqualTo(finding.text("evidence"));
    }

    @Test
    void a_file_that_cannot_be_read_says_why() throws Exception {
        var reported = reported("minzheng").split(" ");

        assertThat(bring(reported[1], "")).isEqualTo(422);
        var finding = as("minzheng").post("/api/traces/%s/finding".formatted(reported[0]), "{}");

        assertThat(finding.text("state")).isEqualTo("FAILED");
        assertThat(finding.text("problem")).contains("no rows that could be compared");
    }

    @Test
    void the_authority_sees_all_a_department_its_own_and_nobody_else_any() {
        var own = reported("minzheng").split(" ")[0];

        assertThat(as("shuju").get("/api/traces/" + own).status()).isEqualTo(200);
        assertThat(as("zhujian").get("/api/traces/" + own).status()).isEqualTo(404);
        assertThat(as("zhujian").get("/api/traces").body().findValuesAsString("id"))
                .doesNotContain(own);
        for (var other : List.of("xinhe", "yunying", "lixiulan")) {
            assertThat(as(other).get("/api/traces").status()).isEqualTo(403);
            assertThat(as(other).get("/api/traces/" + own).status()).isEqualTo(403);
        }
    }
}
