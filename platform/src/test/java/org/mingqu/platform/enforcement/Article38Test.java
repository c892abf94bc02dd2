package org.mingqu.platform.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName(
        "Article 38: access is suspended while something is put right, comes back with acceptance, and ends when overdue")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article38Test extends OnOrder {

    private static final String QUESTION =
            "{\"sql\": \"select community, count(*) as n from elders group by community\", \"lane\": \"SYNTHETIC\"}";

    @Autowired
    EnforcementWatch watch;

    private String ask(String workspace) {
        return as("kangning")
                .post("/api/workspaces/%s/runs".formatted(workspace), QUESTION)
                .problem();
    }

    private String state(String workspace) {
        return as(AUTHORITY).get("/api/workspaces/" + workspace).text("state");
    }

    @Test
    void an_order_suspends_all_that_its_target_uses_at_once_and_acceptance_brings_it_back() {
        var workspace = workspace("kangning", "独居老人用水用电异常预警");
        var id = reported("minzheng", "kangning", "PARTNER");
        assertThat(ask(workspace)).isEmpty();

        must(take(AUTHORITY, id, "ORDER", until(today().plusDays(5))), "ORDERED");
        assertThat(ask(workspace)).isEqualTo("workspace-suspended");
        assertThat(view("kangning", id).required("demand").asString()).isEqualTo("because");
        must(take("kangning", id, "SUBMIT", ""), "SUBMITTED");
        assertThat(state(workspace)).as("not before acceptance").isEqualTo("SUSPENDED");
        must(take(AUTHORITY, id, "RETURN", ""), "ORDERED");
        must(take("kangning", id, "SUBMIT", ""), "SUBMITTED");
        must(take(AUTHORITY, id, "ACCEPT", ""), "ACCEPTED");

        assertThat(state(workspace)).isEqualTo("OPEN");
        // The domain is told as soon as the acceptance is through, and a moment later it knows.
        var answer = ask(workspace);
        for (var tries = 0; tries < 100 && !answer.isEmpty(); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = ask(workspace);
        }
        assertThat(answer).isEmpty();
    }

    @Test
    void what_the_authority_opens_by_hand_while_something_is_put_right_is_closed_again() {
        var workspace = workspace("kangning", "独居老人用水用电异常预警");
        var id = reported("minzheng", "kangning", "PARTNER");
        must(take(AUTHORITY, id, "ORDER", until(today().plusDays(5))), "ORDERED");
        as(AUTHORITY).delete("/api/workspaces/%s/suspension?reason=x".formatted(workspace));
        assertThat(state(workspace)).isEqualTo("OPEN");

        watch.look(today());

        assertThat(state(workspace)).isEqualTo("SUSPENDED");
        must(take("kangning", id, "SUBMIT", ""), "SUBMITTED");
        must(take(AUTHORITY, id, "ACCEPT", ""), "ACCEPTED");
        assertThat(state(workspace)).isEqualTo("OPEN");
    }

    @Test
    void an_order_to_which_nothing_came_by_its_last_day_has_ended_the_agreements_and_is_on_record() {
        var overdue = inStage("tangyibo", "TERMINATED");

        var file = as(AUTHORITY)
                .get("/api/cases/" + overdue.required("caseId").asString())
                .body();
        assertThat(file.required("closed").asBoolean()).isTrue();
        assertThat(as("tangyibo").get("/api/workspaces").body().findValuesAsString("state"))
                .contains("TERMINATED");
        assertThat(as("tangyibo").get("/api/credit-records").body())
                .anyMatch(it -> it.required("rectification")
                        .asString()
                        .equals(overdue.required("id").asString()));
    }

    @Test
    void what_was_submitted_in_time_is_not_ended_by_the_authoritys_delay() {
        var id = reported("minzheng", "yunying", "OPERATOR");
        must(take(AUTHORITY, id, "ORDER", until(today().plusDays(5))), "ORDERED");
        must(take("yunying", id, "SUBMIT", ""), "SUBMITTED");

        watch.look(today().plusDays(1));

        assertThat(view(AUTHORITY, id).required("line").required("stage").asString())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void nobody_but_the_target_submits_and_nobody_but_the_authority_accepts() {
        var id = reported("minzheng", "yunying", "OPERATOR");
        must(take(AUTHORITY, id, "ORDER", until(today().plusDays(5))), "ORDERED");

        assertThat(take("minzheng", id, "SUBMIT", "").status()).isEqualTo(403);
        assertThat(take("kangning", id, "SUBMIT", "").status()).isEqualTo(404);
        must(take("yunying", id, "SUBMIT", ""), "SUBMITTED");
        assertThat(take("yunying", id, "ACCEPT", "").status()).isEqualTo(403);
    }
}
