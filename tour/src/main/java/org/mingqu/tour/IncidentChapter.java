package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.util.List;

/// Who finds a risk stops at once and reports; only the authority lets the use begin again (art. 21, 35).
final class IncidentChapter {

    private final Stage stage;
    private final Cast cast;
    private final Diary diary;
    private final Moves moves;

    IncidentChapter(Stage stage) {
        this.stage = stage;
        this.cast = stage.cast();
        this.diary = stage.diary();
        this.moves = new Moves(stage);
    }

    void play(Desk desk) {
        var form = form().put("kind", "RISK_OF_COMBINATION")
                .put("drill", false)
                .put("title", stage.words().of("years.risk"))
                .put("text", stage.words().of("years.risk-text"))
                .put("stop", cast.partner().organisationId());
        form.putObject("harm")
                .put("people", 0)
                .put("loss", 0)
                .put("importantData", false)
                .put("critical", false);
        var opened = cast.operator().post("/api/incidents", form);
        var path = "/api/incidents/" + text(opened, "id");
        diary.did(cast.operator(), "21", text(opened, "caseId"), "act.risk");
        var problem = desk.refused("SELECT 1", 409, "");
        diary.refusal(desk.partner(), problem, "refused.suspended");
        var early = moves.refused(cast.operator(), cast.operator(), path, "RESUME", 403, "");
        diary.refusal(cast.operator(), early, "refused.resume");
        moves.take(cast.authority(), path, "RESUME", "years.resumed");
        diary.did(cast.authority(), "21", text(opened, "caseId"), "act.risk-resume");
        for (var step : List.of("REPORT", "CONTAIN", "RESOLVE", "SUMMARISE")) {
            moves.take(cast.operator(), path, step, "years.handled");
        }
        moves.take(cast.authority(), path, "ACCEPT", "opinion.any");
        Expect.same("expect.incident-closed", "CLOSED", text(cast.authority().get(path), "stage"));
        diary.did(cast.authority(), "35", text(opened, "caseId"), "act.incident-closed");
    }
}
