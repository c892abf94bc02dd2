package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who owes what (art. 26–35), a finding that is put right (art. 33, 38), and what anybody may read of it.
final class DutyChapter {

    private static final int GIVEN_DAYS = 10;
    private static final int ARTICLES = 41;

    private final Stage stage;

    DutyChapter(Stage stage) {
        this.stage = stage;
    }

    void play() {
        wall();
        putRight();
        open();
    }

    private void wall() {
        var wall = stage.cast().authority().get("/api/duties/wall");
        var own = 0L;
        for (var party : wall.required("parties")) {
            if (text(party, "role").equals("AUTHORITY")) {
                own = party.required("open").asLong() + party.required("due").asLong();
            }
        }
        Expect.that("expect.own-duties", own > 0, "> 0", own);
        for (var line : wall.required("late")) {
            var due = LocalDate.parse(text(line, "actBy"));
            Expect.that("expect.late", due.isBefore(stage.today()), "< " + stage.today(), due);
        }
        var totals = wall.required("totals");
        stage.diary()
                .held(
                        "held.wall",
                        totals.required("due").asLong(),
                        totals.required("inTime").asLong(),
                        totals.required("overdue").asLong());
        var problem = stage.cast().partner().refused("GET", "/api/duties/wall", null, 403, "not-yours");
        stage.diary().refusal(stage.cast().partner(), "", problem, "refused.wall");
    }

    private void putRight() {
        var department = stage.cast().civilAffairs();
        var operator = stage.cast().operator();
        var authority = stage.cast().authority();
        var target = operator.get("/api/session").required("user").required("organisation");
        var reported = department.post(
                "/api/rectifications",
                form().put("target", text(target, "id"))
                        .put("role", "OPERATOR")
                        .put("finding", stage.words().of("finding")));
        var id = text(reported.required("line"), "id");
        stage.diary().act(department, "33", "finding-reported", id, "act.report");
        operator.refused("GET", "/api/rectifications/" + id, null, 404, "not-found");
        var until = stage.today().plusDays(GIVEN_DAYS).toString();
        var ordered = move(authority, id, "ORDER", form().put("deadline", until));
        Expect.same("expect.ordered", "ORDERED", stageOf(ordered));
        stage.diary().act(authority, "38", "rectification-ordered", id, "act.order", until);
        var problem = department.refused("POST", moves(id), step(ordered, "SUBMIT"), 403, "step-not-yours");
        stage.diary().refusal(department, "38", problem, "refused.submit");
        Expect.same("expect.submitted", "SUBMITTED", stageOf(move(operator, id, "SUBMIT", form())));
        stage.diary().act(operator, "38", "rectification-submitted", id, "act.put-right");
        Expect.same("expect.accepted", "ACCEPTED", stageOf(move(authority, id, "ACCEPT", form())));
        stage.diary().act(authority, "38", "rectification-accepted", id, "act.accept");
    }

    private JsonNode move(Person by, String id, String step, ObjectNode more) {
        return by.post(moves(id), more.setAll(step(by.get("/api/rectifications/" + id), step)));
    }

    private ObjectNode step(JsonNode now, String step) {
        return form().put("version", now.required("version").asInt())
                .put("step", step)
                .put("opinion", stage.words().of("rectification"));
    }

    private static String moves(String id) {
        return "/api/rectifications/%s/moves".formatted(id);
    }

    private static String stageOf(JsonNode it) {
        return text(it.required("line"), "stage");
    }

    private void open() {
        var nobody = stage.cast().nobody();
        var disclosures = nobody.get("/api/disclosures");
        for (var line : disclosures) {
            var disclosure = nobody.get("/api/disclosures/" + text(line, "id"));
            Expect.same("expect.disclosure", true, disclosure.required("holds").asBoolean());
        }
        stage.diary().held("held.disclosures", disclosures.size());
        var measures = nobody.get("/api/measures");
        Expect.same("expect.measures", ARTICLES, measures.size());
        var uncovered = 0;
        for (var article : measures) {
            uncovered += article.required("covered").isEmpty() ? 1 : 0;
        }
        stage.diary().held("held.measures", ARTICLES - uncovered, uncovered);
    }
}
