package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Applications over the holidays, and a department that does not answer: clocks run in working days, silence is
/// called to mind and made known, and is never consent (art. 18).
final class SilenceChapter {

    private static final int DAYS = 5;

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Terms terms;
    private final Moves moves;

    SilenceChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.terms = new Terms(stage);
        this.moves = new Moves(stage);
    }

    /// Each leg begins on the last day of the leg before.
    ///
    /// @param legs the last days of the operator's, the authority's and the departments' terms
    void play(String title, List<Loaded> housing, List<Loaded> civilAffairs, List<LocalDate> legs) {
        var all = new ArrayList<>(housing);
        all.addAll(civilAffairs);
        var opened = cast.partner().post("/api/applications", form());
        var id = text(opened, "id");
        var form = ApplicationForm.of(stage, opened.required("version").asInt(), title, all);
        cast.partner().put(path(id), form);
        moves.take(cast.partner(), path(id), "SUBMIT", "");
        var caseId = text(cast.partner().get(path(id)), "caseId");
        due(terms.check(cast.operator(), caseId, "FORWARD", DAYS), legs.get(0));
        stage.days().until(legs.get(0));
        moves.take(cast.operator(), path(id), "FORWARD", "opinion.forward");
        due(terms.check(cast.authority(), caseId, "ASSESS", DAYS), legs.get(1));
        stage.days().until(legs.get(1));
        moves.take(cast.authority(), path(id), "ASSESS", "opinion.assess");
        due(terms.check(cast.civilAffairs(), caseId, "CONSENT", DAYS), legs.get(2));
        decide(cast.housing(), id, "CONSENT", housing);
        silent(id, caseId, legs.get(2));
        decide(cast.civilAffairs(), id, "REFUSE", civilAffairs);
        diary.did(cast.civilAffairs(), "18", id, "act.refuse-own");
        Expect.same("expect.granted", "GRANTED", text(cast.partner().get(path(id)), "stage"));
        diary.held("held.partly");
    }

    private static void due(JsonNode task, LocalDate day) {
        Expect.same("expect.due", day, LocalDate.parse(text(task.required("clock"), "due")));
    }

    private void silent(String id, String caseId, LocalDate due) {
        stage.days().until(due.plusDays(1));
        var acts = cast.authority().get("/api/cases/" + caseId).required("acts").findValuesAsString("step");
        Expect.that("expect.warned", acts.contains("WARN") && acts.contains("ESCALATE"), "WARN, ESCALATE", acts);
        Expect.same("expect.waits", "WITH_SOURCE", text(cast.partner().get(path(id)), "stage"));
        diary.held("held.silence", cast.civilAffairs().organisation(), due.toString());
    }

    private void decide(Person by, String id, String step, List<Loaded> resources) {
        ObjectNode form = form();
        var decisions = form.putArray("decisions");
        for (var it : resources) {
            var decision = decisions.addObject().put("resource", it.id()).put("consent", step.equals("CONSENT"));
            decision.putArray("dropColumns");
            decision.putObject("masks");
            decision.put("until", stage.today().plusDays(stage.useDays()).toString());
        }
        moves.take(by, path(id), step, "opinion.consent", form);
    }

    private static String path(String id) {
        return "/api/applications/" + id;
    }
}
