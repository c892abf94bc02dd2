package org.mingqu.platform.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnApplications;

@DisplayName("At everybody's desk: several cases decided with one reason, and decisions that wait for a colleague")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TogetherTest extends OnApplications {

    private static final String COLLEAGUE = "yunyinger";

    private String submitted() {
        var id = draft("elders");
        ok(move(PARTNER, id, "SUBMIT"));
        return id;
    }

    private String taskOf(String application) {
        return task(caseOf(application), "OPERATOR").required("id").asString();
    }

    private Guest.Reply decide(String username, List<String> tasks, String step, String opinion) {
        var ids = tasks.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return as(username)
                .post(
                        "/api/tasks/decisions",
                        "{\"tasks\": [%s], \"step\": \"%s\", \"opinion\": \"%s\"}".formatted(ids, step, opinion));
    }

    @Test
    void each_is_an_act_of_its_own_and_the_one_that_fails_keeps_its_sentence() {
        var first = submitted();
        var second = submitted();
        var tasks = List.of(taskOf(first), taskOf(second));
        ok(move(OPERATOR, second, "RETURN"));

        var outcome = ok(decide(OPERATOR, tasks, "FORWARD", "complete")).body();

        assertThat(outcome.get(0).required("done").asBoolean()).isTrue();
        assertThat(outcome.get(1).required("done").asBoolean()).isFalse();
        assertThat(outcome.get(1).required("problem").asString()).isNotEmpty();
        assertThat(as(PARTNER).get("/api/applications/" + first).text("stage")).isEqualTo("WITH_AUTHORITY");
        assertThat(as(PARTNER).get("/api/applications/" + second).text("stage")).isEqualTo("RETURNED");
        assertThat(acts(caseOf(first))).contains("FORWARD");
    }

    @Test
    void all_have_entries_of_their_own_and_none_without_a_reason() {
        var first = submitted();
        var second = submitted();
        var tasks = List.of(taskOf(first), taskOf(second));
        var steps = as(OPERATOR)
                .get("/api/tasks/decisions?task=%s&task=%s".formatted(tasks.getFirst(), tasks.getLast()))
                .body();
        assertThat(steps.findValuesAsString("step")).contains("FORWARD", "RETURN", "REJECT");

        decide(OPERATOR, tasks, "FORWARD", "")
                .body()
                .forEach(it -> assertThat(it.required("done").asBoolean()).isFalse());
        ok(decide(OPERATOR, tasks, "FORWARD", "complete"))
                .body()
                .forEach(it -> assertThat(it.required("done").asBoolean()).isTrue());

        for (var application : List.of(first, second)) {
            var entries = sql.sql(
                            "select count(distinct evidence) from case_act where case_id = ? and step = 'FORWARD' and evidence is not null")
                    .param(UUID.fromString(caseOf(application)))
                    .query(Long.class)
                    .single();
            assertThat(entries).isEqualTo(1);
        }
    }

    @Test
    void nobody_decides_anothers_tasks_or_tasks_of_different_steps() {
        var mine = taskOf(submitted());
        var other = task(caseOf(withAuthority("elders")), "AUTHORITY")
                .required("id")
                .asString();

        assertThat(decide(OPERATOR, List.of(mine, other), "FORWARD", "x").status())
                .isEqualTo(404);
        assertThat(decide(PARTNER, List.of(mine), "FORWARD", "x").status()).isEqualTo(404);
        assertThat(decide(OPERATOR, List.of(), "FORWARD", "x").status()).isEqualTo(422);
        var outcome = ok(decide(OPERATOR, List.of(mine), "ASSESS", "x")).body().get(0);
        assertThat(outcome.required("done").asBoolean())
                .as("the authority's step")
                .isFalse();
    }

    private Guest.Reply ask(String username, String application, String colleague) {
        return as(username)
                .post(
                        "/api/cases/%s/countersignatures".formatted(caseOf(application)),
                        "{\"step\": \"FORWARD\", \"opinion\": \"complete\", \"colleague\": \"%s\"}"
                                .formatted(person(colleague)));
    }

    private String person(String username) {
        return as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("id")
                .asString();
    }

    private Guest.Reply answer(String username, String id, boolean sign) {
        return as(username)
                .post(
                        "/api/countersignatures/%s/answer".formatted(id),
                        "{\"sign\": %s, \"answer\": \"read\"}".formatted(sign));
    }

    private String stage(String application) {
        return as(PARTNER).get("/api/applications/" + application).text("stage");
    }

    @Test
    void a_decision_takes_effect_with_the_colleagues_signature_and_in_the_name_of_who_asked() {
        var id = submitted();
        assertThat(ask(OPERATOR, id, OPERATOR).status()).as("oneself").isEqualTo(422);
        assertThat(ask(OPERATOR, id, AUTHORITY).status()).as("somebody else's").isEqualTo(422);
        var asked = ok(ask(OPERATOR, id, COLLEAGUE)).text("id");
        assertThat(stage(id)).as("nothing is decided yet").isEqualTo("WITH_OPERATOR");
        assertThat(ask(OPERATOR, id, COLLEAGUE).status())
                .as("one waits already")
                .isEqualTo(409);
        assertThat(answer(OPERATOR, asked, true).status()).as("who asked").isEqualTo(404);

        ok(answer(COLLEAGUE, asked, true));

        assertThat(stage(id)).isEqualTo("WITH_AUTHORITY");
        assertThat(acts(caseOf(id))).containsSubsequence("ASK_COUNTERSIGN", "COUNTERSIGN", "FORWARD");
        var acts = file(AUTHORITY, caseOf(id)).required("acts");
        assertThat(acts.get(acts.size() - 1).required("person").asString())
                .isEqualTo(as(OPERATOR)
                        .get("/api/session")
                        .body()
                        .required("user")
                        .required("name")
                        .asString());
        assertThat(answer(COLLEAGUE, asked, true).status()).as("twice").isEqualTo(409);
    }

    @Test
    void what_is_not_signed_or_has_moved_on_meanwhile_decides_nothing() {
        var declined = submitted();
        var first = ok(ask(OPERATOR, declined, COLLEAGUE)).text("id");
        ok(answer(COLLEAGUE, first, false));
        assertThat(stage(declined)).isEqualTo("WITH_OPERATOR");

        var second = ok(ask(OPERATOR, declined, COLLEAGUE)).text("id");
        ok(move(OPERATOR, declined, "RETURN"));
        assertThat(answer(COLLEAGUE, second, true).status()).isEqualTo(409);
        assertThat(stage(declined)).isEqualTo("RETURNED");
    }
}
