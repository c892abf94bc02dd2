package org.mingqu.platform.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemonstrationTest extends OnTheStreet {

    @Test
    void every_scene_was_played() {
        var progress = nobody().get("/api/demonstration/progress").body();

        assertThat(progress.required("finished").asBoolean()).isTrue();
        assertThat(progress.required("failed").asBoolean()).isFalse();
    }

    @Test
    void there_is_an_application_in_every_stage() {
        var stages = as("shuju").get("/api/cases?kind=AUTHORISATION&size=200").body();

        assertThat(stages.required("items").findValuesAsString("stage"))
                .contains(
                        "WITH_OPERATOR",
                        "RETURNED",
                        "WITH_AUTHORITY",
                        "WITH_SOURCE",
                        "GRANTED",
                        "REFUSED",
                        "REJECTED",
                        "WITHDRAWN");
    }

    @Test
    void there_is_a_workspace_in_every_state_and_a_release_in_every_stage() {
        assertThat(as("shuju").get("/api/workspaces").body().findValuesAsString("state"))
                .contains("OPEN", "SUSPENDED", "TERMINATED");
        assertThat(as("shuju").get("/api/releases").body().findValuesAsString("stage"))
                .contains("WITH_OPERATOR", "WITH_AUTHORITY", "APPROVED", "REFUSED", "HANDED_OVER");
    }
}
