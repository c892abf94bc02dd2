package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One application from the draft to the grant, and one that is returned, corrected and withdrawn (art. 18).
final class ApplicationChapter {

    private static final int REVIEW = 5;
    private static final int ASSESSMENT = 5;
    private static final int OPINION = 5;
    private static final int SUPPLEMENT = 10;

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Terms terms;

    ApplicationChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.terms = new Terms(stage);
    }

    /// The first application, up to the last consent.
    ///
    /// @param housing resources of the housing department
    /// @param civilAffairs resources of the department of civil affairs
    /// @return the id of the agreement that the grant leads to
    String granted(List<Loaded> housing, List<Loaded> civilAffairs) {
        var all = new ArrayList<>(housing);
        all.addAll(civilAffairs);
        var application = draft(stage.words().of("scenario.title", stage.suffix()), all);
        var id = text(application, "id");
        var caseId = text(application, "caseId");
        move(cast.partner(), id, "SUBMIT", "", null, "act.submit");
        terms.check(cast.operator(), caseId, "FORWARD", REVIEW);
        assessOutOfTurn(id);
        move(cast.operator(), id, "FORWARD", stage.words().of("opinion.forward"), null, "act.forward");
        terms.check(cast.authority(), caseId, "ASSESS", ASSESSMENT);
        move(cast.authority(), id, "ASSESS", stage.words().of("opinion.assess"), null, "act.assess");
        transfer(terms.check(cast.housing(), caseId, "CONSENT", OPINION));
        move(cast.housingColleague(), id, "CONSENT", opinion(), conditions(housing), "act.consent-conditions");
        Expect.same("expect.waits", "WITH_SOURCE", stageOf(id));
        move(cast.civilAffairs(), id, "CONSENT", opinion(), plain(civilAffairs), "act.consent");
        Expect.same("expect.granted", "GRANTED", stageOf(id));
        binding(id);
        return text(cast.partner().get("/api/applications/" + id), "agreement");
    }

    private JsonNode draft(String title, List<Loaded> all) {
        var partner = cast.partner();
        var opened = partner.post("/api/applications", form());
        var id = text(opened, "id");
        diary.act(partner, "18", "application-opened", id, "act.open-application", title);
        var problem = partner.refused("POST", moves(id), step(opened, "SUBMIT", "", null), 422, "");
        Expect.that("expect.fields", problem.path("fields").size() > 3, "fields", problem);
        diary.held("held.fields", problem.path("fields").size());
        var half = ApplicationForm.of(stage, opened.path("version").asInt(), title, List.of());
        var saved = partner.put("/api/applications/" + id, half);
        partner.refused("PUT", "/api/applications/" + id, half, 409, "");
        var whole = ApplicationForm.of(stage, saved.path("version").asInt(), title, all);
        var full = partner.put("/api/applications/" + id, whole);
        Expect.same("expect.saved", all.size(), full.required("items").size());
        cast.operator().refused("GET", "/api/applications/" + id, null, 404, "");
        diary.held("held.draft");
        return full;
    }

    private void assessOutOfTurn(String id) {
        var now = cast.authority().get("/api/applications/" + id);
        var problem =
                cast.authority().refused("POST", moves(id), step(now, "ASSESS", opinion(), null), 409, "step-not-open");
        diary.refusal(cast.authority(), "18", problem, "refused.out-of-turn");
    }

    /// Hands the department's task to a colleague (转办).
    private void transfer(JsonNode task) {
        var to = form().put("person", cast.housingColleague().id());
        cast.housing().post("/api/tasks/%s/transfer".formatted(text(task, "id")), to);
        diary.act(
                cast.housing(),
                "18",
                "task-transferred",
                text(task, "id"),
                "act.transfer",
                cast.housingColleague().name());
    }

    private ArrayNode conditions(List<Loaded> resources) {
        var decisions = plain(resources);
        var first = (ObjectNode) decisions.get(0);
        first.putArray("dropColumns").add(ApplicationForm.DROPPED);
        first.putObject("masks").put(ApplicationForm.COARSER, "GENERALISE");
        return decisions;
    }

    private ArrayNode plain(List<Loaded> resources) {
        var decisions = Person.JSON.createArrayNode();
        for (var it : resources) {
            var decision = decisions.addObject().put("resource", it.id()).put("consent", true);
            decision.putArray("dropColumns");
            decision.putObject("masks");
            decision.put("until", stage.today().plusDays(stage.useDays()).toString());
        }
        return decisions;
    }

    private void binding(String id) {
        var items = cast.partner().get("/api/applications/" + id).required("items");
        for (var column : items.get(0).required("columns")) {
            var name = text(column, "name");
            Expect.same(
                    "expect.granted-column",
                    !name.equals(ApplicationForm.DROPPED),
                    column.path("granted").asBoolean());
            var mask = name.equals(ApplicationForm.COARSER) ? "GENERALISE" : "NONE";
            Expect.same("expect.mask", mask, column.path("mask").asString("NONE"));
        }
        diary.held("held.conditions", ApplicationForm.DROPPED, ApplicationForm.COARSER);
    }

    /// Returned, corrected, reminded, withdrawn.
    void withdrawn(List<Loaded> resources) {
        var application = draft(stage.words().of("scenario.second", stage.suffix()), resources);
        var id = text(application, "id");
        var caseId = text(application, "caseId");
        move(cast.partner(), id, "SUBMIT", "", null, "act.submit");
        remind(caseId);
        var now = cast.operator().get("/api/applications/" + id);
        cast.operator().refused("POST", moves(id), step(now, "RETURN", "", null), 422, "");
        move(cast.operator(), id, "RETURN", stage.words().of("opinion.return"), null, "act.return");
        terms.check(cast.partner(), caseId, "RESUBMIT", SUPPLEMENT);
        var version =
                cast.partner().get("/api/applications/" + id).path("version").asInt();
        var title = stage.words().of("scenario.corrected", stage.suffix());
        cast.partner().put("/api/applications/" + id, ApplicationForm.of(stage, version, title, resources));
        move(cast.partner(), id, "RESUBMIT", "", null, "act.resubmit");
        move(cast.partner(), id, "WITHDRAW", stage.words().of("opinion.withdraw"), null, "act.withdraw");
        var ended = cast.operator().get("/api/applications/" + id);
        var problem = cast.operator()
                .refused("POST", moves(id), step(ended, "FORWARD", opinion(), null), 409, "step-not-open");
        diary.refusal(cast.operator(), "18", problem, "refused.withdrawn");
    }

    private void remind(String caseId) {
        var path = "/api/cases/%s/reminders".formatted(caseId);
        cast.partner().post(path, form());
        diary.act(cast.partner(), "", "case-reminded", caseId, "act.remind");
        var problem = cast.partner().refused("POST", path, form(), 409, "reminded-today");
        diary.refusal(cast.partner(), "", problem, "refused.reminded");
    }

    private void move(Person by, String id, String step, String opinion, @Nullable ArrayNode decisions, String key) {
        var now = by.get("/api/applications/" + id);
        by.post(moves(id), step(now, step, opinion, decisions));
        diary.act(by, "18", "application-moved", id, key);
    }

    private static JsonNode step(JsonNode now, String step, String opinion, @Nullable ArrayNode decisions) {
        var form = form().put("version", now.path("version").asInt())
                .put("step", step)
                .put("opinion", opinion);
        if (decisions != null) {
            form.set("decisions", decisions);
        }
        return form;
    }

    private String stageOf(String id) {
        return text(cast.partner().get("/api/applications/" + id), "stage");
    }

    private String opinion() {
        return stage.words().of("opinion.consent");
    }

    private static String moves(String id) {
        return "/api/applications/%s/moves".formatted(id);
    }
}
