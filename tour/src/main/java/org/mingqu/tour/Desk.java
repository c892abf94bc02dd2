package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The partner's desk in one workspace: asks, and follows what runs.
record Desk(Stage stage, String workspace) {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(100);

    Person partner() {
        return stage.cast().partner();
    }

    /// Starts a query; the act is on record.
    JsonNode start(String lane, String sql, double epsilon, String key, Object... parameters) {
        var run = partner().post(runs(), question(lane, sql, epsilon));
        stage.diary().act(partner(), "4", "query-run", text(run, "id"), key, parameters);
        return run;
    }

    /// Runs a query to its end, which must be as told.
    JsonNode run(String lane, String sql, double epsilon, String ends, String key, Object... parameters) {
        var run = await(start(lane, sql, epsilon, key, parameters));
        Expect.that(
                "expect.run",
                text(run, "state").equals(ends),
                ends + " (" + sql + ")",
                "%s %s %s"
                        .formatted(
                                text(run, "state"),
                                run.path("problem"),
                                run.path("verdict").path("findings")));
        return run;
    }

    JsonNode await(JsonNode started) {
        var run = started;
        var until = System.nanoTime() + LONGEST_RUN.toNanos();
        while (text(run, "state").equals("RUNNING")) {
            Expect.that("expect.run-ends", System.nanoTime() < until, LONGEST_RUN, "RUNNING");
            Pause.of(GLANCE);
            run = look(text(run, "id"));
        }
        return run;
    }

    JsonNode look(String run) {
        return partner().get("/api/runs/" + run);
    }

    JsonNode now() {
        return partner().get("/api/workspaces/" + workspace);
    }

    /// A query that may not even begin.
    JsonNode refused(String sql, int status, String code) {
        return partner().refused("POST", runs(), question("REVIEWED", sql, 0), status, code);
    }

    private String runs() {
        return "/api/workspaces/%s/runs".formatted(workspace);
    }

    private static ObjectNode question(String lane, String sql, double epsilon) {
        var form = form().put("sql", sql).put("lane", lane);
        if (epsilon > 0) {
            form.put("epsilon", epsilon);
        }
        return form;
    }
}
