package org.mingqu.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;

@DisplayName("Article 38: access is suspended while something is put right, and ends when it is not")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article38Test extends OnTheStreet {

    private static final String QUESTION =
            "{\"sql\": \"select industry, count(*) as n from companies group by industry\","
                    + " \"lane\": \"SYNTHETIC\"}";

    private String suspended() {
        return workspaceLike("xinhe", "SUSPENDED");
    }

    private String workspaceLike(String username, String state) {
        for (var item : as(username).get("/api/workspaces").body()) {
            var decided = !state.equals("TERMINATED") || item.hasNonNull("reason"); // not by the end of its term
            if (decided && item.required("state").asString().equals(state)) {
                return item.required("id").asString();
            }
        }
        throw new AssertionError("no workspace is " + state);
    }

    @Test
    void in_a_suspended_workspace_a_query_is_refused_with_article_and_reason() {
        var reply = as("xinhe").post("/api/workspaces/%s/runs".formatted(suspended()), QUESTION);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("workspace-suspended");
        assertThat(reply.text("article")).isEqualTo("38");
        assertThat(reply.text("detail")).contains("责令");
    }

    @Test
    void after_the_resumption_a_query_runs_and_after_the_next_suspension_it_does_not() {
        var id = suspended();
        var authority = as("shuju");

        assertThat(authority
                        .delete("/api/workspaces/%s/suspension?reason=done".formatted(id))
                        .status())
                .isEqualTo(200);
        var ran = as("xinhe").post("/api/workspaces/%s/runs".formatted(id), QUESTION);
        assertThat(ran.status()).as("%s", ran).isEqualTo(201);
        assertThat(authority
                        .post("/api/workspaces/%s/suspension".formatted(id), "{\"reason\": \"责令说明\"}")
                        .status())
                .isEqualTo(200);
        assertThat(as("xinhe")
                        .post("/api/workspaces/%s/runs".formatted(id), QUESTION)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_terminated_workspace_is_closed_for_good() {
        var id = workspaceLike("tangyibo", "TERMINATED");

        var reply = as("tangyibo").post("/api/workspaces/%s/runs".formatted(id), QUESTION);

        assertThat(reply.problem()).isEqualTo("workspace-terminated");
        assertThat(as("shuju")
                        .delete("/api/workspaces/%s/suspension?reason=x".formatted(id))
                        .problem())
                .isEqualTo("step-not-open");
    }

    @Test
    void only_the_authority_suspends_resumes_and_ends() {
        var id = suspended();

        for (var username : new String[] {"xinhe", "yunying", "shichang"}) {
            assertThat(as(username)
                            .post("/api/workspaces/%s/termination".formatted(id), "{\"reason\": \"x\"}")
                            .status())
                    .as(username)
                    .isEqualTo(403);
            assertThat(as(username)
                            .delete("/api/workspaces/%s/suspension?reason=x".formatted(id))
                            .status())
                    .as(username)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_suspension_states_its_reason() {
        var id = suspended();

        var reply = as("shuju").post("/api/workspaces/%s/suspension".formatted(id), "{\"reason\": \" \"}");

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void suspending_twice_is_refused() {
        var id = suspended();

        var reply = as("shuju").post("/api/workspaces/%s/suspension".formatted(id), "{\"reason\": \"again\"}");

        assertThat(reply.problem()).isEqualTo("step-not-open");
    }
}
