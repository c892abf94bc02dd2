package org.mingqu.platform.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        assertThat(as("shuju").get("/api/agreements?size=200").body().findValuesAsString("stage"))
                .contains("DRAFT", "SIGNING", "IN_FORCE", "SUSPENDED", "TERMINATED");
        assertThat(as("shuju").get("/api/releases").body().findValuesAsString("stage"))
                .contains("WITH_OPERATOR", "WITH_AUTHORITY", "APPROVED", "REFUSED", "HANDED_OVER");
    }

    @Test
    void there_is_a_duty_in_every_state_and_a_finding_in_every_stage() {
        assertThat(as("shuju")
                        .get("/api/duties?size=200")
                        .body()
                        .required("items")
                        .findValuesAsString("state"))
                .contains("OVERDUE", "SUBMITTED", "RETURNED", "DONE", "DONE_LATE");
        assertThat(as("shuju").get("/api/rectifications").body().findValuesAsString("stage"))
                .contains("REPORTED", "DISMISSED", "ORDERED", "SUBMITTED", "ACCEPTED", "TERMINATED");
        assertThat(as("shuju").get("/api/credit-records").body()).isNotEmpty();
        assertThat(nobody().get("/api/disclosures").body()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void there_is_a_case_that_is_late_one_that_is_due_today_and_one_that_is_due_next() {
        var clocks = new ArrayList<String>();
        for (var username : List.of("shuju", "yunying", "minzheng", "zhujian", "shuiwu", "gongdian", "shichang")) {
            as(username)
                    .get("/api/tasks?size=200")
                    .body()
                    .required("items")
                    .forEach(it -> clocks.add(it.path("clock").path("state").asString("")));
        }

        assertThat(clocks).contains("OVERDUE", "NORMAL").containsAnyOf("TODAY", "SOON");
    }

    @Test
    void what_was_played_on_an_earlier_day_says_so_in_its_entry_and_is_not_before_its_checkpoint() {
        var entries =
                as("shuju").get("/api/evidence?q=demonstrationClock&size=200").body();

        assertThat(entries.required("items")).isNotEmpty();
        var receipt = as("shuju")
                .get("/api/evidence/%s/receipt"
                        .formatted(
                                entries.required("items").get(0).required("id").asString()));
        var signed = Instant.parse(
                receipt.body().required("checkpoint").required("at").asString());
        var acted =
                Instant.parse(entries.required("items").get(0).required("at").asString());
        assertThat(acted).isBefore(signed.minus(Duration.ofHours(12)));
    }

    @Test
    void nobody_else_can_set_the_clock_back() {
        var guest = as("kangning");
        var reply = guest.post("/api/applications", "{}", PastDays.HEADER, "00 30");

        var day = as("kangning").get("/api/cases/" + reply.text("caseId")).text("startedOn");
        assertThat(day)
                .isEqualTo(nobody().get("/api/session")
                        .body()
                        .required("installation")
                        .required("today")
                        .asString());
    }

    @Test
    void each_screen_shows_life_to_whom_it_is_for() {
        var screens = Map.of(
                "AUTHORITY",
                        List.of(
                                "/api/tasks",
                                "/api/cases",
                                "/api/agreements",
                                "/api/evidence",
                                "/api/workspaces",
                                "/api/releases",
                                "/api/catalogue-batches",
                                "/api/duties",
                                "/api/rectifications",
                                "/api/credit-records"),
                "OPERATOR",
                        List.of(
                                "/api/tasks",
                                "/api/cases",
                                "/api/agreements",
                                "/api/releases",
                                "/api/duties",
                                "/api/rectifications"),
                "SOURCE", List.of("/api/resources", "/api/cases", "/api/agreements"),
                "PARTNER", List.of("/api/tasks", "/api/cases", "/api/agreements", "/api/workspaces", "/api/evidence"),
                "AUDIT_ADMIN", List.of("/api/cases", "/api/evidence", "/api/people"),
                "SECURITY_REGULATOR", List.of("/api/evidence"),
                "MARKET_REGULATOR", List.of("/api/evidence"),
                "SYSTEM_ADMIN", List.of("/api/people", "/api/organisations"),
                "SUBJECT", List.of("/api/catalogue"));
        var empty = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var account : nobody().get("/api/demonstration/accounts").body()) {
            var role = account.required("role").asString();
            if (seen.add(role)) {
                for (var screen : screens.getOrDefault(role, List.of())) {
                    var body = as(account.required("username").asString())
                            .get(screen)
                            .body();
                    if ((body.isArray() ? body : body.path("items")).isEmpty()) {
                        empty.add(role + " sees nothing at " + screen);
                    }
                }
            }
        }
        assertThat(empty).isEmpty();
    }
}
