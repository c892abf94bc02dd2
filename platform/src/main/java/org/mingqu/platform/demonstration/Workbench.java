package org.mingqu.platform.demonstration;

import java.time.Duration;
import java.util.Set;
import org.mingqu.district.Scenario;
import org.mingqu.district.StoryQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a partner does in the workspace, and what comes of it.
final class Workbench {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Set<String> ENDED = Set.of("DONE", "REFUSED", "FAILED", "CANCELLED");

    private final Cast cast;
    private final Words words;
    private final JsonMapper json;

    Workbench(Cast cast, Words words, JsonMapper json) {
        this.cast = cast;
        this.words = words;
        this.json = json;
    }

    /// Waits until the agreement's workspace has opened; gives its id.
    static String await(Visitor partner, String agreement) {
        var until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < until) {
            for (var workspace : partner.get("/api/workspaces")) {
                if (workspace.required("agreement").asString().equals(agreement)) {
                    return workspace.required("id").asString();
                }
            }
            Pause.of(GLANCE);
        }
        throw new SceneFailed("agreement %s has opened no workspace".formatted(agreement));
    }

    /// Runs a query of the story to its end; gives the run's id.
    String run(String workspace, Scenario scenario, StoryQuery query) {
        var run = ended(workspace, scenario, query.sql(), query.lane().name());
        if (query.allowed() != run.required("state").asString().equals("DONE")) {
            throw new SceneFailed("query %s ended as %s: %s %s"
                    .formatted(
                            query.key(),
                            run.required("state").asString(),
                            run.path("problem"),
                            run.path("verdict").path("findings")));
        }
        return run.required("id").asString();
    }

    /// Has a data set of rows made; gives the run's id.
    String rows(String workspace, Scenario scenario, String sql) {
        var run = ended(workspace, scenario, sql, "DATASET");
        if (!run.required("state").asString().equals("DONE")) {
            throw new SceneFailed("the data set is refused: %s %s"
                    .formatted(run.path("problem"), run.path("verdict").path("findings")));
        }
        return run.required("id").asString();
    }

    private JsonNode ended(String workspace, Scenario scenario, String sql, String lane) {
        var partner = cast.as(scenario.partner());
        var form = json.createObjectNode().put("sql", sql).put("lane", lane);
        var run = partner.post("/api/workspaces/%s/runs".formatted(workspace), form);
        var id = run.required("id").asString();
        var until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!isEnded(run)) {
            if (System.nanoTime() > until) {
                throw new SceneFailed("a query does not end: " + sql);
            }
            Pause.of(GLANCE);
            run = partner.get("/api/runs/" + id);
        }
        return run;
    }

    private static boolean isEnded(JsonNode run) {
        return ENDED.contains(run.required("state").asString());
    }

    /// Asks for the release of a run; gives the release's id.
    String ask(String run, Scenario scenario, String purpose) {
        var form = json.createObjectNode()
                .put("run", run)
                .put("purpose", words.of(purpose))
                .put("recipientNote", words.of("release.recipient"));
        return cast.as(scenario.partner())
                .post("/api/releases", form)
                .required("id")
                .asString();
    }

    /// The authority approves: one person, or two where the grade of the data asks for it.
    void approve(String release) {
        var first = cast.as(Cases.AUTHORITY).get("/api/releases/" + release).required("open");
        if (first.findValuesAsString("step").contains("APPROVE_FIRST")) {
            move(release, Cases.AUTHORITY, "APPROVE_FIRST", "opinion.release.approve");
            move(release, Cases.AUTHORITY_COLLEAGUE, "APPROVE", "opinion.release.second");
        } else {
            move(release, Cases.AUTHORITY, "APPROVE", "opinion.release.approve");
        }
    }

    void move(String release, String username, String step, String opinion) {
        var version = cast.as(username)
                .get("/api/releases/" + release)
                .required("version")
                .asInt();
        var form = json.createObjectNode()
                .put("version", version)
                .put("step", step)
                .put("opinion", words.of(opinion));
        cast.as(username).post("/api/releases/%s/moves".formatted(release), form);
    }

    /// Fetches the file of an approved release, which hands it over.
    void fetch(String release, Scenario scenario) {
        cast.as(scenario.partner()).fetch("/api/releases/%s/file".formatted(release));
    }

    void suspend(String workspace) {
        var form = json.createObjectNode().put("reason", words.of("suspension.reason"));
        cast.as(Cases.AUTHORITY).post("/api/workspaces/%s/suspension".formatted(workspace), form);
    }

    void terminate(String workspace) {
        var form = json.createObjectNode().put("reason", words.of("termination.reason"));
        cast.as(Cases.AUTHORITY).post("/api/workspaces/%s/termination".formatted(workspace), form);
    }
}
