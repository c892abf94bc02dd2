package org.mingqu.platform.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.parties.OperatingTimes;
import org.mingqu.platform.parties.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 14: when the agreement ends, every access is closed at once, and the rest is handed over by a list")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article14Test extends MandateStreet {

    private static final String QUESTION =
            "{\"sql\": \"select count(*) from traffic_counts\", \"lane\": \"SYNTHETIC\"}";

    @Autowired
    OperatingTimes times;

    private String operator;
    private String partner;
    private String mandate;

    /// An operator of its own with one filed partner.
    private void operating() {
        operator = newcomer("运营 " + UUID.randomUUID(), "COMPANY", Role.OPERATOR);
        partner = newcomer("合作 " + UUID.randomUUID(), "COMPANY", Role.PARTNER);
        mandate = inForce(operator);
        ok(as(operator).post("/api/partner-rules", "{\"admission\": \"in\", \"leaving\": \"out\"}"), 201);
        var admitted = ok(as(operator).post("/api/partnerships", """
                {"partner": "%s", "introduction": "i", "affiliated": false, "capabilities": [
                 {"kind": "STANDING", "text": "a"}, {"kind": "TEAM", "text": "b"},
                 {"kind": "SECURITY", "text": "c"}, {"kind": "EXPERIENCE", "text": "d"}]}
                """.formatted(organisation(partner))), 201);
        var id = admitted.required("id").asString();
        moved(operator, id, "FILE");
        moved("shuju", id, "ACKNOWLEDGE");
    }

    private void moved(String username, String partnership, String step) {
        var path = "/api/partnerships/" + partnership;
        var version = as(username).get(path).body().required("version").asInt();
        ok(
                as(username)
                        .post(
                                path + "/moves",
                                "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"seen\"}".formatted(version, step)),
                200);
    }

    private void step(String username, String application, String step) {
        var version = as(partner)
                .get("/api/applications/" + application)
                .body()
                .required("version")
                .asInt();
        ok(
                as(username)
                        .post(
                                "/api/applications/%s/moves".formatted(application),
                                "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"seen\"}".formatted(version, step)),
                200);
    }

    private String workspace() {
        var application = as(partner).post("/api/applications", "{}").text("id");
        ok(
                as(partner).put("/api/applications/" + application, """
                {"version": 1, "scenario": {"title": "A test", "kind": "PUBLIC_WELFARE", "purpose": "p", "users": "u",
                 "outputs": "o", "method": "m", "call": "WORKBENCH", "frequency": "f", "benefit": "b", "risk": "r", "until": "%s"},
                 "items": [{"resource": "%s", "columns": ["road"], "necessity": "n"}]}
                """.formatted(
                                today().plusYears(1), resource("traffic_counts"))),
                200);
        step(partner, application, "SUBMIT");
        assertThat(as("yunying")
                        .post(
                                "/api/applications/%s/moves".formatted(application),
                                "{\"version\": 3, \"step\": \"FORWARD\", \"opinion\": \"x\"}")
                        .status())
                .as("another operator's partner")
                .isEqualTo(404);
        step(operator, application, "FORWARD");
        step("shuju", application, "ASSESS");
        step("zhujian", application, "CONSENT");
        var path = "/api/agreements/"
                + as(partner).get("/api/applications/" + application).text("agreement");
        ok(
                as(operator)
                        .put(
                                path + "/heads",
                                "{\"version\": 1, \"heads\": {\"FEES\": \"a\", \"RESPONSIBILITY\": \"b\","
                                        + " \"SUPERVISION\": \"c\", \"CONFIDENTIALITY\": \"d\"}}"),
                200);
        for (var username : new String[] {"zhujian", operator, partner, "shuju"}) {
            var now = as(username).get(path);
            ok(
                    as(username)
                            .post(
                                    path + "/signatures",
                                    "{\"version\": %d, \"sm3\": \"%s\"}"
                                            .formatted(
                                                    now.body()
                                                            .required("version")
                                                            .asInt(),
                                                    now.text("sm3"))),
                    200);
        }
        await(() -> !as(partner).get(path).text("workspace").isEmpty());
        return as(partner).get(path).text("workspace");
    }

    private static void await(BooleanSupplier done) {
        for (var i = 0; i < 150 && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private Guest.Reply run(String workspace) {
        return as(partner).post("/api/workspaces/%s/runs".formatted(workspace), QUESTION);
    }

    private JsonNode closing(String username) {
        return ok(
                as(username)
                        .get("/api/closings/"
                                + read(username, mandate).required("closing").asString()),
                200);
    }

    private Guest.Reply prove(String username, JsonNode item) {
        var now = closing(username);
        return as(username)
                .post(
                        "/api/closings/%s/proofs".formatted(now.required("id").asString()),
                        "{\"version\": %d, \"item\": \"%s\", \"text\": \"done\"}"
                                .formatted(
                                        now.required("version").asInt(),
                                        item.required("id").asString()));
    }

    private Guest.Reply close(String username) {
        var now = closing(username);
        return as(username)
                .post(
                        "/api/closings/%s/closure".formatted(now.required("id").asString()),
                        "{\"version\": %d}".formatted(now.required("version").asInt()));
    }

    @Test
    void a_revocation_closes_every_access_at_once_and_the_case_ends_when_all_is_evidenced() {
        operating();
        var workspace = workspace();
        ok(run(workspace), 201);

        ok(move("shuju", mandate, "REVOKE"), 200);

        var refused = run(workspace);
        assertThat(refused.problem()).isEqualTo("workspace-terminated");
        assertThat(refused.text("article")).isEqualTo("14");
        assertThat(as(partner).post("/api/applications", "{}").problem()).isEqualTo("partner-operator-ended");
        assertThat(as(operator).post("/api/applications", "{}").problem()).isEqualTo("operator-ended");

        var list = closing("shuju").required("items");
        assertThat(list.findValuesAsString("duty"))
                .containsExactly("ACCESS", "DELETION", "PLATFORM", "PARTNER", "LOGS", "SETTLEMENT");
        await(() -> closing("shuju").required("destroyed").asInt() == 1);
        assertThat(close("shuju").problem()).isEqualTo("closing-incomplete");
        for (var item : list) {
            var mine = item.required("owner").asString().equals("AUTHORITY") ? "shuju" : operator;
            var others = mine.equals("shuju") ? operator : "shuju";
            assertThat(prove(others, item).status()).isEqualTo(403);
            ok(prove(mine, item), 200);
        }
        var access = closing(operator).required("items").get(0);
        assertThat(access.required("millis").asLong()).isBetween(0L, 30_000L);
        assertThat(close(operator).status()).isEqualTo(403);
        assertThat(ok(close("shuju"), 200).required("stage").asString()).isEqualTo("CLOSED");
    }

    @Test
    void the_network_logs_are_held_for_three_years_and_all_of_them_when_it_ran_shorter() {
        operating();
        ok(move("shuju", mandate, "REVOKE"), 200);

        var closing = closing("shuju");
        assertThat(closing.required("logsWhole").asBoolean()).isTrue();
        assertThat(closing.required("logsFrom").asString()).isEqualTo(today().toString());
        assertThat(closing.required("logsUntil").asString())
                .isEqualTo(today().plusMonths(36).toString());
        var refused = as("shuju")
                .delete("/api/closings/%s/logs".formatted(closing.required("id").asString()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("logs-held");
        assertThat(refused.text("article")).isEqualTo("14");
    }

    @Test
    void who_operated_when_is_known_so_that_nothing_more_is_owed_after_the_end() {
        operating();
        var organisation = sql.sql("select operator from mandate where id = ?::uuid")
                .param(mandate)
                .query(UUID.class)
                .single();
        assertThat(times.during(today().minusYears(1), today().minusDays(1))).doesNotContain(organisation);
        assertThat(times.during(today().plusDays(1), today().plusYears(1))).contains(organisation);

        ok(move("shuju", mandate, "REVOKE"), 200);

        assertThat(times.during(today(), today().plusYears(1))).contains(organisation);
        assertThat(times.during(today().plusDays(1), today().plusYears(1))).doesNotContain(organisation);
    }

    @Test
    void it_ends_by_agreement_when_the_authority_agrees() {
        operating();
        ok(move(operator, mandate, "PROPOSE_END"), 200);
        assertThat(move(operator, mandate, "AGREE_END").status()).isEqualTo(403);
        ok(as(operator).post("/api/applications", "{}"), 201);

        ok(move("shuju", mandate, "AGREE_END"), 200);

        assertThat(stage(operator, mandate)).isEqualTo("TERMINATED");
        assertThat(closing(operator).required("stage").asString()).isEqualTo("OPEN");
    }

    @Test
    void when_its_term_is_over_it_ends_by_itself() {
        operating();
        sql.sql("update mandate set until_day = ? where id = ?::uuid")
                .params(today().minusDays(1), mandate)
                .update();

        watch.look();
        watch.look();

        assertThat(stage(operator, mandate)).isEqualTo("EXPIRED");
        assertThat(closing(operator).required("items").findValuesAsString("duty"))
                .contains("PARTNER");
        assertThat(as(operator).post("/api/applications", "{}").problem()).isEqualTo("operator-ended");
    }

    @Test
    void a_revocation_states_its_reason_and_is_the_authoritys_alone() {
        operating();

        var version = read("shuju", mandate).required("version").asInt();
        var path = "/api/mandates/%s/moves".formatted(mandate);
        assertThat(as("shuju")
                        .post(path, "{\"version\": %d, \"step\": \"REVOKE\"}".formatted(version))
                        .status())
                .isEqualTo(422);
        assertThat(move(operator, mandate, "REVOKE").status()).isEqualTo(403);
    }

    @Test
    void what_an_operator_does_not_put_right_in_time_ends_its_agreement() {
        operating();
        var found = ok(
                as("shuju")
                        .post(
                                "/api/rectifications",
                                "{\"target\": \"%s\", \"role\": \"OPERATOR\", \"finding\": \"no rules\"}"
                                        .formatted(organisation(operator))),
                201);
        var id = found.required("line").required("id").asString();
        ok(
                as("shuju")
                        .post(
                                "/api/rectifications/%s/moves".formatted(id),
                                "{\"version\": %d, \"step\": \"ORDER\", \"opinion\": \"x\", \"deadline\": \"%s\"}"
                                        .formatted(found.required("version").asInt(), today().plusDays(2))),
                200);
        sql.sql("update rectification set deadline = ? where id = ?::uuid")
                .params(today().minusDays(1), id)
                .update();

        ok(as("shuju").post("/api/rectifications/look", "{}"), 204);

        assertThat(stage(operator, mandate)).isEqualTo("REVOKED");
        assertThat(as(partner).post("/api/applications", "{}").problem()).isEqualTo("partner-operator-ended");
    }
}
