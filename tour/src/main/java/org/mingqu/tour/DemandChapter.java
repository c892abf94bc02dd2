package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

/// A demand for data finds its department and ends in a resource (art. 5, 6); another one only the city can meet,
/// which is asked and answers (art. 18).
final class DemandChapter {

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;

    DemandChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
    }

    /// The department passes it back once, then offers and registers.
    void supplied(Loaded resource) {
        var id = posted();
        var department = cast.housing();
        cast.stranger().post(path(id) + "/support", form());
        var to = form().put("department", department.organisationId());
        moves.take(cast.authority(), path(id), "ASSIGN", "", to);
        diary.did(cast.authority(), "5", id, "act.demand-assign", department.organisation());
        moves.take(department, path(id), "PASS", "years.passed");
        moves.take(cast.authority(), path(id), "ASSIGN", "", to.deepCopy());
        var problem = moves.refused(cast.civilAffairs(), cast.authority(), path(id), "OFFER", 403, "");
        diary.refusal(cast.civilAffairs(), problem, "refused.other-demand");
        moves.take(department, path(id), "OFFER", "years.answered");
        diary.did(department, "6", id, "act.demand-offer");
        moves.take(department, path(id), "LINK", "", form().put("resource", resource.id()));
        Expect.same("expect.supplied", "SUPPLIED", text(cast.partner().get(path(id)), "stage"));
        diary.held("held.demand");
    }

    /// Only the city has it.
    void ofTheCity() {
        var id = posted();
        var asked = form().put("origin", text(cast.partner().get(path(id)), "caseId"))
                .put("reach", "LEVEL")
                .put("title", stage.words().of("years.demand", stage.suffix()))
                .put("what", stage.words().of("years.demand-what"))
                .put("why", stage.words().of("years.demand-why"));
        var request = text(cast.authority().post("/api/city-requests", asked), "id");
        diary.did(cast.authority(), "18", request, "act.ask-city");
        var city = cast.as("shishuju");
        moves.take(city, "/api/city-requests/" + request, "GRANT_PARTLY", "years.answered");
        diary.did(city, "18", request, "act.city-answer");
        var after = cast.authority().get("/api/city-requests/" + request);
        Expect.same("expect.city", "PARTLY", text(after, "stage"));
        moves.take(cast.authority(), path(id), "CANNOT", "years.answered");
        diary.held("held.city");
    }

    private String posted() {
        var form = form().put("title", stage.words().of("years.demand", stage.suffix()))
                .put("scenario", stage.words().of("years.demand-what"))
                .put("why", stage.words().of("years.demand-why"));
        form.putArray("fields").add("area").add("built_year");
        var id = text(cast.partner().post("/api/demands", form), "id");
        diary.did(cast.partner(), "5", id, "act.demand");
        return id;
    }

    private static String path(String id) {
        return "/api/demands/" + id;
    }
}
