package org.mingqu.platform.demonstration;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the catalogue lacks (art. 5, 18): a demand that a department is to answer, one that the city is
/// asked for, and an objection to an entry.
final class Wanting {

    private static final String DEPARTMENT = "shuiwu";

    private final Cast cast;
    private final Cases cases;
    private final Words words;
    private final JsonMapper json;

    Wanting(Cast cast, Cases cases, Words words, JsonMapper json) {
        this.cast = cast;
        this.cases = cases;
        this.words = words;
        this.json = json;
    }

    List<Play.Scene> scenes() {
        return List.of(
                new Play.Scene("demand.answered", this::answered),
                new Play.Scene("demand.city", this::city),
                new Play.Scene("objection.raised", this::objection));
    }

    private ObjectNode demand(String name) {
        var form = json.createObjectNode()
                .put("title", words.of(name + ".title"))
                .put("scenario", words.of(name + ".scenario"))
                .put("why", words.of(name + ".why"));
        var fields = form.putArray("fields");
        for (var field : words.of(name + ".fields").split("、", -1)) {
            fields.add(field);
        }
        return form;
    }

    private String answered() {
        var form = demand("demand.answered");
        for (var department : cast.as("kangning").get("/api/demands/departments")) {
            if (department
                    .required("id")
                    .asString()
                    .equals(cast.as(DEPARTMENT)
                            .get("/api/session")
                            .required("user")
                            .required("organisation")
                            .required("id")
                            .asString())) {
                form.put("department", department.required("id").asString());
            }
        }
        return cast.as("kangning").post("/api/demands", form).required("id").asString();
    }

    private String city() {
        var posted = cast.as("xinhe").post("/api/demands", demand("demand.city"));
        var form = json.createObjectNode()
                .put("origin", posted.required("caseId").asString())
                .put("reach", "LEVEL")
                .put("title", words.of("demand.city.title"))
                .put("what", words.of("demand.city.fields"))
                .put("why", words.of("demand.city.ask"));
        return cast.as(Cases.AUTHORITY)
                .post("/api/city-requests", form)
                .required("id")
                .asString();
    }

    private String objection() {
        var form = json.createObjectNode()
                .put("resource", cases.resource("companies"))
                .put("kind", "INCOMPLETE")
                .put("text", words.of("objection.raised"));
        return cast.as("xinhe")
                .post("/api/catalogue-objections", form)
                .required("id")
                .asString();
    }
}
