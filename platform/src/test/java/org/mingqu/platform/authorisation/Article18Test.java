package org.mingqu.platform.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.calendar.StateCouncil;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 18: operator, authority and every source department have five working days each, from receipt")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article18Test extends OnTheStreet {

    private static final String OPINION = "seen";

    private Guest partner;
    private Guest operator;
    private Guest authority;

    @BeforeEach
    void people() {
        partner = as("kangning");
        operator = as("yunying");
        authority = as("shuju");
    }

    private String draft(String... resources) {
        var opened = partner.post("/api/applications", "{}");
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        var items = new ArrayList<String>();
        for (var name : resources) {
            var id = resource(name);
            var column = nobody().get("/api/catalogue/" + id)
                    .body()
                    .required("columns")
                    .get(0)
                    .required("name")
                    .asString();
            items.add(("{\"resource\": \"%s\", \"columns\": [\"%s\"], \"necessity\": \"needed\","
                            + " \"reasons\": {\"%s\": \"needed\"}}")
                    .formatted(id, column, column));
        }
        var saved = partner.put("/api/applications/" + opened.text("id"), """
                {"version": %d, "scenario": {"title": "A test", "kind": "PUBLIC_WELFARE", "purpose": "p", "users": "u",
                 "outputs": "o", "method": "m", "call": "WORKBENCH", "frequency": "f", "benefit": "b", "risk": "r", "until": "%s"},
                 "items": [%s]}
                """.formatted(
                opened.body().required("version").asInt(), LocalDate.now().plusYears(1), String.join(",", items)));
        assertThat(saved.status()).as("%s", saved).isEqualTo(200);
        return opened.text("id");
    }

    private Guest.Reply move(Guest person, String id, String step) {
        return move(person, id, step, "");
    }

    private Guest.Reply move(Guest person, String id, String step, String more) {
        var version = as("kangning")
                .get("/api/applications/" + id)
                .body()
                .required("version")
                .asInt();
        return person.post(
                "/api/applications/%s/moves".formatted(id),
                "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"%s\"%s}".formatted(version, step, OPINION, more));
    }

    private JsonNode file(String application) {
        var id = partner.get("/api/applications/" + application).text("caseId");
        return authority.get("/api/cases/" + id).body();
    }

    private List<JsonNode> open(String application) {
        var open = new ArrayList<JsonNode>();
        file(application).required("tasks").forEach(it -> {
            if (!it.required("done").asBoolean()) {
                open.add(it);
            }
        });
        return open;
    }

    private static String inFiveWorkingDays() {
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        return StateCouncil.calendar()
                .deadline(today, WorkingDays.workingDays(5))
                .lastDay()
                .toString();
    }

    @Test
    void the_way_ahead_of_a_case_is_the_usual_one_and_ends_in_the_grant() {
        var id = draft("elders");
        move(partner, id, "SUBMIT");

        var stages = new ArrayList<String>();
        file(id).required("stages")
                .forEach(it -> stages.add(it.required("name").asString() + " "
                        + it.required("state").asString()));
        assertThat(stages)
                .containsExactly(
                        "DRAFT DONE",
                        "WITH_OPERATOR CURRENT",
                        "WITH_AUTHORITY AHEAD",
                        "WITH_SOURCE AHEAD",
                        "GRANTED AHEAD");
    }

    @Test
    void each_party_has_its_own_five_working_days_from_its_own_receipt() {
        var id = draft("elders", "water_daily");

        assertThat(move(partner, id, "SUBMIT").status()).isEqualTo(200);
        assertThat(open(id)).allMatch(it -> it.required("role").asString().equals("OPERATOR"));
        assertThat(open(id).getFirst().required("clock").required("due").asString())
                .isEqualTo(inFiveWorkingDays());
        assertThat(move(operator, id, "FORWARD").status()).isEqualTo(200);
        assertThat(open(id)).allMatch(it -> it.required("role").asString().equals("AUTHORITY"));
        assertThat(move(authority, id, "ASSESS").status()).isEqualTo(200);
        assertThat(open(id))
                .hasSize(2)
                .allMatch(it -> it.required("clock").required("due").asString().equals(inFiveWorkingDays()));
    }

    @Test
    void one_refusing_department_refuses_only_its_own_resources_and_silence_is_not_consent() {
        var id = draft("elders", "water_daily");
        move(partner, id, "SUBMIT");
        move(operator, id, "FORWARD");
        move(authority, id, "ASSESS");

        var refused = move(as("minzheng"), id, "REFUSE");
        assertThat(refused.text("stage")).as("%s", refused).isEqualTo("WITH_SOURCE");
        var again = move(as("minzheng"), id, "CONSENT");
        assertThat(again.status()).as("it has decided").isEqualTo(403);
        var granted = move(as("shuiwu"), id, "CONSENT");

        assertThat(granted.text("stage")).as("%s", granted).isEqualTo("GRANTED");
        var decisions = partner.get("/api/applications/" + id).body().required("items");
        decisions.forEach(it -> assertThat(
                        it.required("decision").required("consent").asBoolean())
                .isEqualTo(it.required("department").required("name").asString().contains("水务")));
    }

    @Test
    void nobody_is_passed_over() {
        var id = draft("elders");
        move(partner, id, "SUBMIT");

        assertThat(move(authority, id, "ASSESS").status()).isEqualTo(409);
        assertThat(move(as("minzheng"), id, "CONSENT").status()).isEqualTo(404);
        assertThat(move(partner, id, "FORWARD").status()).isEqualTo(403);
        assertThat(move(as("xinhe"), id, "WITHDRAW").status())
                .as("another partner")
                .isEqualTo(404);
    }

    @Test
    void what_is_returned_comes_back_corrected_or_is_withdrawn() {
        var id = draft("elders");
        move(partner, id, "SUBMIT");

        assertThat(move(operator, id, "RETURN").text("stage")).isEqualTo("RETURNED");
        assertThat(move(operator, id, "RESUBMIT").status())
                .as("not the operator's to correct")
                .isEqualTo(403);
        assertThat(move(partner, id, "RESUBMIT").text("stage")).isEqualTo("WITH_OPERATOR");
        assertThat(move(partner, id, "WITHDRAW").text("stage")).isEqualTo("WITHDRAWN");
        assertThat(move(operator, id, "FORWARD").status()).isEqualTo(409);
    }

    @Test
    void a_step_from_a_stale_page_and_a_step_taken_twice_change_nothing() {
        var id = draft("elders");
        var body = "{\"version\": %d, \"step\": \"SUBMIT\"}"
                .formatted(partner.get("/api/applications/" + id)
                        .body()
                        .required("version")
                        .asInt());

        assertThat(partner.post("/api/applications/%s/moves".formatted(id), body)
                        .status())
                .isEqualTo(200);
        assertThat(partner.post("/api/applications/%s/moves".formatted(id), body)
                        .status())
                .isEqualTo(409);
        assertThat(file(id).required("acts").findValuesAsString("step")).containsOnlyOnce("SUBMIT");
    }

    @Test
    void an_application_that_is_not_complete_is_told_all_that_is_missing_at_once() {
        var id = partner.post("/api/applications", "{}").text("id");

        var reply = move(partner, id, "SUBMIT");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").propertyNames())
                .contains("scenario.title", "scenario.purpose", "scenario.until", "items");
    }

    @Test
    void the_parties_are_reminded_once_a_day() {
        var id = draft("elders");
        move(partner, id, "SUBMIT");
        var path = "/api/cases/%s/reminders".formatted(file(id).required("id").asString());

        assertThat(partner.post(path, "{}").status()).isEqualTo(204);
        assertThat(partner.post(path, "{}").status()).isEqualTo(409);
        assertThat(open(id).getFirst().required("reminded").asInt()).isEqualTo(1);
    }
}
