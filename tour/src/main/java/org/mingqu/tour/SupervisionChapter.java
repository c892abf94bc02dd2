package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// The authority stops a use while it runs, lets it go on, and ends it (art. 38).
final class SupervisionChapter {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);
    private static final Duration WATCHED = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Stage stage;
    private final Desk desk;
    private final Loaded leases;
    private final Loaded dwellings;

    SupervisionChapter(Stage stage, Desk desk, Loaded leases, Loaded dwellings) {
        this.stage = stage;
        this.desk = desk;
        this.leases = leases;
        this.dwellings = dwellings;
    }

    void play(String release) {
        suspended();
        resumed();
        terminated(release);
    }

    private void suspended() {
        var running = desk.start("REVIEWED", heavy(dwellings), 0, "act.heavy");
        Expect.same("expect.still-running", "RUNNING", text(running, "state"));
        var authority = stage.cast().authority();
        var reason = stage.words().of("suspension");
        var from = System.nanoTime();
        authority.post(path("suspension"), form().put("reason", reason));
        var run = awaitEnd(text(running, "id"), from);
        var took = Duration.ofNanos(System.nanoTime() - from);
        Expect.same("expect.cancelled", "CANCELLED", text(run, "state"));
        Expect.that("expect.stops", took.compareTo(STOPS_WITHIN) <= 0, STOPS_WITHIN, took);
        stage.diary().act(authority, "38", "workspace-suspended", desk.workspace(), "act.suspend");
        stage.diary().held("held.stopped", took.toMillis());
        var problem = desk.refused(quick(), 409, "workspace-suspended");
        Expect.that("expect.reason", problem.toString().contains(reason), reason, problem);
        stage.diary().refusal(desk.partner(), "38", problem, "refused.suspended");
    }

    private JsonNode awaitEnd(String run, long from) {
        var now = desk.look(run);
        while (text(now, "state").equals("RUNNING") && System.nanoTime() - from < WATCHED.toNanos()) {
            Pause.of(GLANCE);
            now = desk.look(run);
        }
        return now;
    }

    private void resumed() {
        var authority = stage.cast().authority();
        authority.delete(path("suspension") + "?reason=tour");
        stage.diary().act(authority, "38", "workspace-resumed", desk.workspace(), "act.resume");
        desk.run("REVIEWED", quick(), 0, "DONE", "act.again");
    }

    private void terminated(String release) {
        var authority = stage.cast().authority();
        authority.post(path("termination"), form().put("reason", stage.words().of("termination")));
        stage.diary().act(authority, "38", "workspace-terminated", desk.workspace(), "act.terminate");
        var problem = desk.refused(quick(), 409, "workspace-terminated");
        stage.diary().refusal(desk.partner(), "38", problem, "refused.terminated");
        var file = desk.partner().refused("GET", ReleaseChapter.file(release), null, 409, "workspace-terminated");
        stage.diary().refusal(desk.partner(), "38", file, "refused.terminated-file");
        var agreement = desk.partner().get("/api/agreements/" + text(desk.now(), "agreement"));
        Expect.same("expect.terminated", "TERMINATED", text(agreement, "stage"));
    }

    private String quick() {
        return "SELECT 街道, COUNT(*) AS 合同数 FROM %s GROUP BY 街道".formatted(leases.name());
    }

    /// Allowed, and longer than anybody waits: every dwelling of a street with every other, thrice.
    static String heavy(Loaded dwellings) {
        return """
                SELECT COUNT(*) AS n, SUM(a.area) AS area
                FROM %1$s AS a
                JOIN %1$s AS b ON a.use = b.use
                JOIN %1$s AS c ON b.use = c.use""".formatted(dwellings.name());
    }

    private String path(String what) {
        return "/api/workspaces/%s/%s".formatted(desk.workspace(), what);
    }
}
