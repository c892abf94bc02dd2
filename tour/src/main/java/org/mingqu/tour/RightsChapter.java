package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

/// A citizen proves who they are, sees who holds what about them, gets a copy, objects, and complains (art. 37).
final class RightsChapter {

    private final Stage stage;
    private final Diary diary;
    private final Moves moves;
    private final Person citizen;
    private final Person department;

    RightsChapter(Stage stage) {
        this.stage = stage;
        this.diary = stage.diary();
        this.moves = new Moves(stage);
        this.citizen = stage.cast().as("lixiulan");
        this.department = stage.cast().civilAffairs();
    }

    /// The citizen's year.
    ///
    /// @param residents where one row is the citizen's
    void play(Loaded residents) {
        citizen.post("/api/demonstration/identity", form());
        var held = citizen.get("/api/rights/data");
        Expect.that(
                "expect.own-data",
                held.findValuesAsString("resource").contains(residents.id()),
                residents.name(),
                Person.shortened(held.toString()));
        diary.held("held.own-data", held.size());
        var copy = ask("COPY", residents, "");
        diary.did(citizen, "37", copy, "act.copy");
        decide(copy, "GRANT", "act.grant-copy");
        var objection = ask("OBJECTION", residents, "CORRECT");
        diary.did(citizen, "37", objection, "act.object");
        decide(objection, "REFUSE", "act.reject-objection");
        complained();
    }

    private void complained() {
        var form = form().put("kind", "COMPLAINT")
                .put("department", department.organisationId())
                .put("reason", stage.words().of("years.complaint"));
        var id = text(citizen.post("/api/rights/requests", form), "id");
        diary.did(citizen, "37", id, "act.complain");
        var authority = stage.cast().authority();
        moves.take(authority, path(id), "ACCEPT", "");
        moves.take(authority, path(id), "ANSWER", "years.upheld");
        diary.did(authority, "37", id, "act.answer-complaint");
        Expect.same("expect.answered", "ANSWERED", text(citizen.get(path(id)), "stage"));
    }

    private String ask(String kind, Loaded residents, String wish) {
        var form = form().put("kind", kind).put("resource", residents.id());
        if (!wish.isEmpty()) {
            form.put("wish", wish).put("reason", stage.words().of("years.objection"));
        }
        return text(citizen.post("/api/rights/requests", form), "id");
    }

    private void decide(String id, String step, String key) {
        moves.take(department, path(id), step, "years.answered");
        diary.did(department, "37", id, key);
    }

    private static String path(String id) {
        return "/api/rights/requests/" + id;
    }
}
