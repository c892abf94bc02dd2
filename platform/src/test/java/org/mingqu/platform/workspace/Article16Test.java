package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 16: a partner brings data of its own to its workspace, and nobody else sees a row of them")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article16Test extends OnTheStreet {

    private static final String ALERT = "独居老人用水用电异常预警";

    private String tables() {
        return "/api/workspaces/%s/own-tables".formatted(workspace("kangning", ALERT));
    }

    private static String request(String name) {
        return """
                {"name": "%s", "title": "会员名册", "basis": "CONSENT", "statement": "会员入会时同意",
                 "fileName": "members.csv", "format": "CSV"}""".formatted(name);
    }

    private static String confirmation(String subject, String kind, String columnClass) {
        return """
                {"subject": "%s", "subjectKind": "%s", "columns": [
                  {"name": "id", "label": "身份证号", "columnClass": "IDENTIFIER"},
                  {"name": "tier", "label": "会员级别", "columnClass": "%s"}]}""".formatted(subject, kind, columnClass);
    }

    private static int put(String url, String content) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .PUT(BodyPublishers.ofString(content))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Guest.Reply await(String id, String state) throws InterruptedException {
        for (var i = 0; ; i++) {
            var reply = as("kangning").get(tables() + "/" + id);
            if (reply.text("state").equals(state) || i == 300) {
                assertThat(reply.text("state")).as("%s", reply).isEqualTo(state);
                return reply;
            }
            Thread.sleep(100);
        }
    }

    private String staged(String name) throws Exception {
        var ticket = as("kangning").post(tables(), request(name));
        assertThat(ticket.status()).as("%s", ticket).isEqualTo(201);
        var csv = IntStream.range(0, 57)
                .mapToObj(i -> "44030019500101%04d,%s".formatted(i, i % 2 == 0 ? "金" : "银"))
                .collect(Collectors.joining("\n", "id,tier\n", "\n"));
        assertThat(put(ticket.text("url"), csv)).isEqualTo(202);
        await(ticket.text("id"), "STAGED");
        return ticket.text("id");
    }

    private String landed(String name) throws Exception {
        var id = staged(name);
        as("kangning").post("%s/%s/confirmation".formatted(tables(), id), confirmation("id", "person", "OPEN"));
        await(id, "LANDED");
        return id;
    }

    private Guest.Reply judged(String sql, String lane) {
        return as("kangning")
                .post(
                        "/api/workspaces/%s/judgements".formatted(workspace("kangning", ALERT)),
                        "{\"sql\": \"%s\", \"lane\": \"%s\"}".formatted(sql, lane));
    }

    @Test
    void it_is_there_for_questions_of_the_workspace_until_its_owner_destroys_it() throws Exception {
        var id = landed("own_a");
        var sql = "select o.tier, count(*) as n from elders e join own_a o on e.id_number = o.id group by o.tier";
        assertThat(judged(sql, "REVIEWED").body().required("allowed").asBoolean())
                .isTrue();
        assertThat(judged(sql, "INSTANT").body().required("allowed").asBoolean())
                .isTrue();

        assertThat(as("kangning").delete(tables() + "/" + id).status()).isEqualTo(204);

        assertThat(judged(sql, "REVIEWED").body().required("findings").findValuesAsString("rule"))
                .containsExactly("table.not-granted");
        assertThat(as("kangning").get(tables() + "/" + id).text("state")).isEqualTo("DESTROYED");
    }

    @Test
    void what_it_would_single_out_is_refused_with_a_sentence_and_the_article() throws Exception {
        landed("own_b");
        var finding = judged("select sum(length(o.tier)) from elders e join own_b o on e.id_number = o.id", "REVIEWED")
                .body()
                .required("findings")
                .get(0);
        assertThat(finding.required("rule").asString()).isEqualTo("own.column");
        assertThat(finding.required("article").asString()).isEqualTo("16");
        assertThat(finding.required("message").asString()).contains("tier");
    }

    @Test
    void the_departments_see_that_it_takes_part_and_about_how_large_it_is_and_no_row() throws Exception {
        landed("own_c");
        JsonNode seen = null;
        for (var table : as("minzheng").get(tables()).body()) {
            seen = table.required("name").asString().equals("own_c") ? table : seen;
        }
        assertThat(seen).isNotNull();
        assertThat(seen.required("mine").asBoolean()).isFalse();
        assertThat(seen.required("rows").asLong()).isEqualTo(60);
        assertThat(seen.required("basis").asString()).isEqualTo("CONSENT");
        assertThat(seen.required("columns").findValuesAsString("columnClass")).containsExactly("IDENTIFIER", "OPEN");
        assertThat(as("minzheng")
                        .get(tables() + "/" + seen.required("id").asString())
                        .problem())
                .isEqualTo("workspace-not-yours");
        assertThat(as("lianchuang").get(tables()).status()).isEqualTo(404);
    }

    @Test
    void only_the_partner_of_the_workspace_brings_confirms_and_destroys() throws Exception {
        var id = staged("own_d");
        for (var other : new String[] {"minzheng", "shuju"}) {
            assertThat(as(other).post(tables(), request("own_e")).problem()).isEqualTo("workspace-not-yours");
            assertThat(as(other)
                            .post("%s/%s/confirmation".formatted(tables(), id), confirmation("id", "person", "OPEN"))
                            .problem())
                    .isEqualTo("workspace-not-yours");
            assertThat(as(other).delete(tables() + "/" + id).problem()).isEqualTo("workspace-not-yours");
        }
        assertThat(as("kangning").delete(tables() + "/" + id).status()).isEqualTo(204);
    }

    @Test
    void a_name_that_is_taken_a_wrong_form_and_a_wrong_order_are_refused() throws Exception {
        assertThat(as("kangning").post(tables(), request("elders")).problem()).isEqualTo("invalid");
        assertThat(as("kangning").post(tables(), request("1;drop")).problem()).isEqualTo("invalid");
        assertThat(as("kangning")
                        .post(tables(), request("own_f").replace("会员入会时同意", " "))
                        .problem())
                .isEqualTo("invalid");
        var ticket = as("kangning").post(tables(), request("own_g"));
        var path = "%s/%s/confirmation".formatted(tables(), ticket.text("id"));
        assertThat(as("kangning")
                        .post(path, confirmation("id", "person", "OPEN"))
                        .problem())
                .isEqualTo("own-table-not-staged");
        assertThat(as("kangning").post(tables(), request("OWN_G")).problem()).isEqualTo("invalid");

        var id = staged("own_h");
        var confirm = "%s/%s/confirmation".formatted(tables(), id);
        assertThat(as("kangning")
                        .post(confirm, confirmation("name", "person", "OPEN"))
                        .problem())
                .isEqualTo("invalid");
        assertThat(as("kangning")
                        .post(confirm, confirmation("id", "cat", "OPEN"))
                        .problem())
                .isEqualTo("invalid");
    }

    @Test
    void a_suspended_workspace_takes_nothing_in() {
        JsonNode suspended = null;
        for (var line : as("shuju").get("/api/workspaces").body()) {
            suspended = line.required("state").asString().equals("SUSPENDED") ? line : suspended;
        }
        assertThat(suspended).isNotNull();
        var path = "/api/workspaces/%s/own-tables"
                .formatted(suspended.required("id").asString());
        assertThat(as("xinhe").post(path, request("own_i")).problem()).isEqualTo("workspace-suspended");
    }
}
