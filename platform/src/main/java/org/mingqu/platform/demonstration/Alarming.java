package org.mingqu.platform.demonstration;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Incidents (art. 21, 35): the yearly drill, closed; one that is being handled; one whose hours run.
final class Alarming {

    private static final int DRILL = 45;
    private static final int YESTERDAY = 1;
    private static final List<String> WHOLE_WAY = List.of("REPORT", "CONTAIN", "RESOLVE", "SUMMARISE");

    private final Cast cast;
    private final Words words;
    private final JsonMapper json;

    Alarming(Cast cast, Words words, JsonMapper json) {
        this.cast = cast;
        this.words = words;
        this.json = json;
    }

    List<Play.Scene> scenes() {
        return List.of(
                new Play.Scene("incident.drill", () -> cast.daysAgo(DRILL, this::drill)),
                new Play.Scene("incident.handled", () -> cast.daysAgo(YESTERDAY, this::handled)),
                new Play.Scene("incident.open", () -> open("shuiwu", "RISK_OF_COMBINATION", "incident.open", false)));
    }

    private String drill() {
        var id = open(Cases.OPERATOR, "LEAK", "incident.drill", true);
        WHOLE_WAY.forEach(step -> move(Cases.OPERATOR, id, step, "incident.drill." + step));
        move(Cases.AUTHORITY, id, "ACCEPT", "incident.drill.ACCEPT");
        return id;
    }

    private String handled() {
        var id = open(Cases.OPERATOR, "OUTAGE", "incident.handled", false);
        move(Cases.OPERATOR, id, "REPORT", "incident.handled.REPORT");
        move(Cases.OPERATOR, id, "CONTAIN", "incident.handled.CONTAIN");
        return id;
    }

    private String open(String username, String kind, String text, boolean drill) {
        var form = json.createObjectNode()
                .put("kind", kind)
                .put("drill", drill)
                .put("title", words.of(text + ".title"))
                .put("text", words.of(text));
        form.putObject("harm")
                .put("people", 0)
                .put("loss", 0)
                .put("importantData", false)
                .put("critical", false);
        return cast.as(username)
                .post("/api/incidents", form)
                .required("id")
                .asString();
    }

    private void move(String username, String id, String step, String account) {
        var person = cast.as(username);
        var version = person.get("/api/incidents/" + id).required("version").asInt();
        var form = json.createObjectNode()
                .put("version", version)
                .put("step", step)
                .put("opinion", words.of(account));
        person.post("/api/incidents/%s/moves".formatted(id), form);
    }
}
