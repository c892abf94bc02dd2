package org.mingqu.platform.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 35: an incident is reported within its hours, handled, summed up and closed; a drill goes the same way")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article35Test extends OnAlert {

    private static final String MANY = "{\"people\": 1000000, \"loss\": 0}";

    @Autowired
    private Incidents incidents;

    private static Duration term(JsonNode it) {
        return Duration.between(
                Instant.parse(it.required("awareAt").asString()),
                Instant.parse(it.required("dueAt").asString()));
    }

    private JsonNode assess(String username, String harm) {
        var reply = as(username).post("/api/incidents/assessment", opening("LEAK", false, null, Instant.now(), harm));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.body();
    }

    @Test
    void the_level_follows_from_the_harm_and_the_hours_from_level_and_office() {
        assertThat(assess("yunying", "{\"people\": 999999, \"loss\": 4999999}")
                        .required("level")
                        .asString())
                .isEqualTo("GENERAL");
        assertThat(assess("yunying", MANY).required("level").asString()).isEqualTo("LARGER");
        assertThat(assess("yunying", "{\"people\": 0, \"loss\": 20000000}")
                        .required("level")
                        .asString())
                .isEqualTo("MAJOR");
        assertThat(assess("yunying", "{\"people\": 100000000, \"loss\": 0}")
                        .required("level")
                        .asString())
                .isEqualTo("GRAVEST");
        assertThat(term(assess("yunying", MANY))).isEqualTo(Duration.ofHours(4));
        assertThat(term(assess("minzheng", MANY))).isEqualTo(Duration.ofHours(2));
        assertThat(term(assess("yunying", "{\"people\": 0, \"loss\": 0, \"critical\": true}")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(term(assess("yunying", "{\"people\": 0, \"loss\": 0}"))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_report_after_its_hour_is_marked_late_for_good_and_the_authority_sees_it_before_it_comes() {
        var operator = as("yunying");
        var opened = operator.post(
                "/api/incidents", opening("LEAK", false, null, Instant.now().minus(Duration.ofHours(5)), MANY));
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        incidents.look(Instant.now());
        var seen = as("shuju").get("/api/incidents/" + opened.text("id"));
        assertThat(seen.body().required("late").asBoolean()).isTrue();
        incidents.look(Instant.now());
        var acts = as("shuju").get("/api/cases/" + opened.text("caseId")).body().required("acts");
        var escalated = 0;
        for (var act : acts) {
            escalated += act.required("step").asString().equals("ESCALATE") ? 1 : 0;
        }
        assertThat(escalated).as("told once").isEqualTo(1);
        var reported = move(operator, opened.text("id"), "REPORT");
        assertThat(reported.body().required("late").asBoolean()).isTrue();
        assertThat(as("wangxin").get("/api/incidents/" + opened.text("id")).status())
                .as("the security department reads what is more than general")
                .isEqualTo(200);
    }

    @Test
    void it_is_contained_resolved_summed_up_and_closed_by_the_authority_and_by_nobody_else() {
        var operator = as("yunying");
        var id = operator.post("/api/incidents", opening("OUTAGE", false, null)).text("id");
        assertThat(move(operator, id, "CONTAIN").status())
                .as("before it is reported")
                .isEqualTo(409);
        for (var step : new String[] {"REPORT", "CONTAIN", "NOTE", "RESOLVE", "SUMMARISE"}) {
            var moved = move(operator, id, step);
            assertThat(moved.status()).as("%s: %s", step, moved).isEqualTo(200);
        }
        assertThat(move(operator, id, "ACCEPT").status()).isEqualTo(403);
        assertThat(move(as("shuju"), id, "NOTE").status()).isEqualTo(200);
        var closed = move(as("shuju"), id, "ACCEPT");
        assertThat(closed.body().required("stage").asString()).isEqualTo("CLOSED");
    }

    @Test
    void a_drill_stops_nothing_and_calls_no_regulator() {
        var operator = as("yunying");
        var partner = organisation(partnerOfParking());
        var opened = operator.post("/api/incidents", opening("LEAK", true, partner, Instant.now(), MANY));
        assertThat(opened.body().required("stopped").asInt()).isZero();
        move(operator, opened.text("id"), "REPORT");
        assertThat(as("wangxin").get("/api/incidents/" + opened.text("id")).status())
                .isEqualTo(404);
    }

    @Test
    void nobody_knew_in_the_future_and_an_incident_without_an_account_is_none() {
        var future = as("yunying")
                .post(
                        "/api/incidents",
                        opening("LEAK", false, null, Instant.now().plusSeconds(3600), MANY));
        assertThat(future.status()).isEqualTo(422);
        assertThat(as("yunying")
                        .post("/api/incidents", "{\"kind\": \"LEAK\", \"drill\": false}")
                        .status())
                .isEqualTo(422);
        assertThat(as("lixiulan")
                        .post("/api/incidents", opening("LEAK", false, null))
                        .status())
                .isEqualTo(403);
    }
}
