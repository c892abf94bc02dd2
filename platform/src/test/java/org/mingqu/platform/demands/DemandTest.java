package org.mingqu.platform.demands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnApplications;
import org.mingqu.platform.procedures.LaterDay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName(
        "Articles 5 and 6: a demand for data finds its department, which answers on a clock; objections are answered")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemandTest extends OnApplications {

    private static final String SOURCE = "shuiwu";

    @Autowired
    private ApplicationContext context;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private String organisation(String username) {
        return as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    private Guest.Reply post(String username, String more) {
        return as(username).post("/api/demands", """
                {"title": "Leaks of water pipes", "scenario": "Warn before pipes burst", "why": "Nothing in the catalogue",
                 "fields": ["pipe", "pressure", "pipe"]%s}
                """.formatted(more));
    }

    private Guest.Reply move(String path, String username, String id, String step, String more) {
        var version = ok(as(AUTHORITY).get("/api/%s/%s".formatted(path, id)))
                .body()
                .required("version")
                .asInt();
        return as(username)
                .post(
                        "/api/%s/%s/moves".formatted(path, id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"because\"%s}"
                                .formatted(version, step, more));
    }

    private Guest.Reply demand(String username, String id, String step, String more) {
        return move("demands", username, id, step, more);
    }

    private Guest.Reply objection(String username, String id, String step) {
        return move("catalogue-objections", username, id, step, "");
    }

    private String department() {
        return ", \"department\": \"%s\"".formatted(organisation(SOURCE));
    }

    @Test
    void a_demand_goes_by_the_authority_to_a_department_that_can_pass_it_back_and_is_registered_in_the_end() {
        var posted = ok(post(PARTNER, ""));
        var id = posted.text("id");
        assertThat(posted.body().required("fields")).as("each once").hasSize(2);
        assertThat(demand(SOURCE, id, "OFFER", "").status()).isEqualTo(409);
        assertThat(demand(AUTHORITY, id, "ASSIGN", "").status()).as("to whom?").isEqualTo(422);
        ok(demand(AUTHORITY, id, "ASSIGN", department()));
        assertThat(demand("minzheng", id, "OFFER", "").status())
                .as("another department")
                .isEqualTo(403);
        assertThat(demand(SOURCE, id, "PASS", "").text("stage")).isEqualTo("OPEN");
        ok(demand(AUTHORITY, id, "ASSIGN", department()));

        assertThat(demand(SOURCE, id, "OFFER", "").text("stage")).isEqualTo("TO_REGISTER");
        assertThat(task(posted.text("caseId"), "SOURCE").required("step").asString())
                .isEqualTo("LINK");
        assertThat(demand(SOURCE, id, "LINK", ", \"resource\": \"%s\"".formatted(resource("elders")))
                        .status())
                .as("another department's resource")
                .isEqualTo(422);
        var supplied = ok(demand(SOURCE, id, "LINK", ", \"resource\": \"%s\"".formatted(resource("water_daily"))));
        assertThat(supplied.text("stage")).isEqualTo("SUPPLIED");
        assertThat(as(PARTNER)
                        .get("/api/demands/" + id)
                        .body()
                        .required("resourceTitle")
                        .asString())
                .isNotEmpty();
        assertThat(demand(SOURCE, id, "CANNOT", "").status()).as("too late").isEqualTo(409);
    }

    @Test
    void silence_of_the_department_is_no_answer_and_escalates() {
        var posted = ok(post(PARTNER, department()));
        assertThat(posted.text("stage")).isEqualTo("WITH_SOURCE");

        LaterDay.look(context, today().plusDays(90));

        assertThat(acts(posted.text("caseId"))).contains("ESCALATE");
        assertThat(as(PARTNER).get("/api/demands/" + posted.text("id")).text("stage"))
                .isEqualTo("WITH_SOURCE");
    }

    @Test
    void others_need_the_same_once_and_only_who_uses_data_posts() {
        var id = ok(post(PARTNER, "")).text("id");

        ok(as("xinhe").post("/api/demands/%s/support".formatted(id), "{}"));
        ok(as("xinhe").post("/api/demands/%s/support".formatted(id), "{}"));

        assertThat(as(AUTHORITY)
                        .get("/api/demands/" + id)
                        .body()
                        .required("supporters")
                        .asInt())
                .isEqualTo(1);
        assertThat(as(PARTNER)
                        .post("/api/demands/%s/support".formatted(id), "{}")
                        .status())
                .as("its own")
                .isEqualTo(409);
        assertThat(post(SOURCE, "").status()).isEqualTo(403);
        assertThat(as("zhuanjiayi").get("/api/demands").status()).isEqualTo(403);
        var empty = as(PARTNER).post("/api/demands", "{}");
        assertThat(empty.body().required("fields").propertyNames())
                .containsExactlyInAnyOrder("title", "scenario", "why", "fields");
    }

    @Test
    void the_authority_asks_the_city_for_what_the_district_does_not_have() {
        var posted = ok(post(PARTNER, ""));
        var file = posted.text("caseId");
        ok(as(AUTHORITY).post("/api/city-requests", """
                {"origin": "%s", "reach": "REGION", "title": "Pipes", "what": "Pressure", "why": "The city has it"}
                """.formatted(file)));
        assertThat(task(file, "AUTHORITY").required("clock").required("state").asString())
                .isEqualTo("PAUSED");
    }

    private Guest.Reply object(String username, String kind) {
        return as(username)
                .post(
                        "/api/catalogue-objections",
                        "{\"resource\": \"%s\", \"kind\": %s, \"text\": \"The unit is wrong\"}"
                                .formatted(resource("water_daily"), kind));
    }

    @Test
    void an_objection_is_answered_with_a_reason_goes_to_the_authority_and_ends_with_a_correction() {
        var raised = ok(object(PARTNER, "\"WRONG\""));
        var id = raised.text("id");
        assertThat(object(PARTNER, "\"WRONG\"").status()).as("twice").isEqualTo(409);
        assertThat(object(PARTNER, "null").status()).isEqualTo(422);
        assertThat(object(SOURCE, "\"WRONG\"").status()).isEqualTo(403);
        assertThat(as("minzheng").get("/api/catalogue-objections/" + id).status())
                .as("another department")
                .isEqualTo(404);
        var silent = as(SOURCE)
                .post(
                        "/api/catalogue-objections/%s/moves".formatted(id),
                        "{\"version\": 1, \"step\": \"REJECT\", \"opinion\": \" \"}");
        assertThat(silent.status()).as("without a ground").isEqualTo(422);

        ok(objection(SOURCE, id, "REJECT"));
        assertThat(objection(AUTHORITY, id, "UPHOLD").status())
                .as("nobody has appealed")
                .isEqualTo(409);
        ok(objection(PARTNER, id, "APPEAL"));
        ok(objection(AUTHORITY, id, "UPHOLD"));
        assertThat(task(raised.text("caseId"), "SOURCE").required("step").asString())
                .isEqualTo("CORRECT");
        assertThat(objection(SOURCE, id, "CORRECT").text("stage")).isEqualTo("CORRECTED");
        assertThat(objection(SOURCE, id, "CORRECT").status()).isEqualTo(409);
    }
}
