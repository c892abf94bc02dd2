package org.mingqu.tour;

import static org.mingqu.tour.Person.text;

import tools.jackson.databind.JsonNode;

/// The partner at work: synthetic rows, a refusal that explains itself, an instant answer, an exact one that stays
/// inside (art. 4, 16, 20).
final class WorkbenchChapter {

    private static final double EPSILON = 1.0;
    private static final double CENT = 0.001;

    private final Stage stage;
    private final Desk desk;
    private final Loaded leases;
    private final Loaded contracts;

    WorkbenchChapter(Stage stage, Desk desk, Loaded leases, Loaded contracts) {
        this.stage = stage;
        this.desk = desk;
        this.leases = leases;
        this.contracts = contracts;
    }

    /// All lanes, and what is refused in them.
    ///
    /// @return id of the run whose exact result stays inside
    String play() {
        granted();
        strangers();
        var rows = desk.run(
                        "SYNTHETIC",
                        "SELECT 街道, 用途, 月租金 FROM %s LIMIT 20".formatted(leases.name()),
                        0,
                        "DONE",
                        "act.synthetic")
                .required("result")
                .required("rows");
        Expect.that("expect.synthetic-rows", !rows.isEmpty(), "> 0", rows.size());
        refused("SELECT tenant_id, street\nFROM %s".formatted(contracts.name()), "act.refused-identifier");
        refused(
                "SELECT 街道, MIN(%s) AS 最早\nFROM %s GROUP BY 街道".formatted(ApplicationForm.DROPPED, leases.name()),
                "act.refused-dropped");
        refused("DELETE FROM " + leases.name(), "act.refused-statement");
        instant();
        return reviewed();
    }

    /// The grant is what the departments left of what was asked for.
    private void granted() {
        for (var table : desk.now().required("tables")) {
            if (!text(table, "name").equals(leases.name())) {
                continue;
            }
            for (var column : table.required("columns")) {
                Expect.that(
                        "expect.dropped",
                        !text(column, "name").equals(ApplicationForm.DROPPED),
                        "-",
                        ApplicationForm.DROPPED);
                if (text(column, "name").equals(ApplicationForm.COARSER)) {
                    Expect.same("expect.mask", "GENERALISE", text(column, "mask"));
                }
            }
        }
        stage.diary().held("held.grant", ApplicationForm.DROPPED, ApplicationForm.COARSER);
    }

    /// To others the workspace does not exist; supervisors see it, but cannot work in it.
    private void strangers() {
        var path = "/api/workspaces/" + desk.workspace();
        stage.cast().stranger().refused("GET", path, null, 404, "");
        stage.cast().nobody().refused("GET", path, null, 401, "");
        var query = Person.form().put("sql", "SELECT 1").put("lane", "SYNTHETIC");
        var problem = stage.cast().operator().refused("POST", path + "/runs", query, 403, "workspace-not-yours");
        stage.diary().refusal(stage.cast().operator(), "19", problem, "refused.not-yours");
        stage.diary().held("held.strangers");
    }

    private void refused(String sql, String key) {
        var run = desk.run("REVIEWED", sql, 0, "REFUSED", key);
        var finding = run.required("verdict").required("findings").get(0);
        Expect.that(
                "expect.finding",
                finding != null
                        && finding.path("line").asInt() > 0
                        && finding.path("column").asInt() > 0
                        && !finding.path("rule").asString("").isEmpty()
                        && !finding.path("article").asString("").isEmpty()
                        && !finding.path("message").asString("").isEmpty(),
                "line, column, rule, article, message",
                run.path("verdict"));
        stage.diary()
                .held(
                        "held.finding",
                        finding.path("line").asInt(),
                        finding.path("column").asInt(),
                        text(finding, "rule"),
                        text(finding, "article"),
                        text(finding, "message"));
    }

    /// Answered at once with noise; the same question again costs nothing and says the same.
    private void instant() {
        var sql = "SELECT street, COUNT(*) AS contracts FROM %s GROUP BY street".formatted(contracts.name());
        var before = spent();
        var run = desk.run("INSTANT", sql, EPSILON, "DONE", "act.instant", EPSILON);
        var result = run.required("result");
        Expect.that("expect.instant-rows", !result.required("rows").isEmpty(), "> 0", result);
        var bars = result.required("errorBars");
        Expect.that("expect.error-bars", largest(bars) > 0, "> 0", bars);
        var cost = spent() - before;
        Expect.that("expect.spent", Math.abs(cost - EPSILON) < CENT, EPSILON, cost);
        stage.diary().held("held.instant", result.required("rows").size(), largest(bars), cost);
        var again = desk.run("INSTANT", sql, EPSILON, "DONE", "act.instant-again");
        Expect.same(
                "expect.same-answer",
                result.required("rows"),
                again.required("result").required("rows"));
        Expect.that("expect.free", Math.abs(spent() - before - cost) < CENT, cost, spent() - before);
        stage.diary().held("held.instant-again");
    }

    private static double largest(JsonNode bars) {
        var largest = 0.0;
        for (var row : bars) {
            for (var bar : row) {
                largest = Math.max(largest, bar.asDouble(0));
            }
        }
        return largest;
    }

    private double spent() {
        for (var budget : desk.now().required("budget")) {
            if (text(budget, "resource").equals(contracts.id())) {
                return budget.path("spent").asDouble();
            }
        }
        throw new Broken("expect.budget", contracts.name(), desk.now().required("budget"));
    }

    private String reviewed() {
        var run = desk.run(
                "REVIEWED",
                "SELECT 街道, 用途, COUNT(*) AS 合同数, AVG(月租金) AS 平均月租金\nFROM %s\nGROUP BY 街道, 用途".formatted(leases.name()),
                0,
                "DONE",
                "act.reviewed");
        var rows = run.path("result").path("rows");
        Expect.that("expect.no-values", rows.isEmpty(), "[]", Person.shortened(rows.toString()));
        stage.diary().held("held.reviewed");
        return text(run, "id");
    }
}
