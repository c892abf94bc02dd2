package org.mingqu.platform.demonstration;

import java.util.List;
import org.mingqu.district.District;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the people do whom the data are about (art. 37): prove who they are, ask, object, complain, authorise.
final class Citizens {

    static final String LI = "lixiulan";
    static final String ZHAO = "zhaomingyuan";
    static final String COMPANY = "lusong";

    private final Cast cast;
    private final District district;
    private final Words words;
    private final JsonMapper json;

    Citizens(Cast cast, District district, Words words, JsonMapper json) {
        this.cast = cast;
        this.district = district;
        this.words = words;
        this.json = json;
    }

    /// All three prove who they are.
    String known() {
        List.of(LI, ZHAO, COMPANY)
                .forEach(it -> cast.as(it).post("/api/demonstration/identity", json.createObjectNode()));
        return "";
    }

    String copy(String username, String resource) {
        return ask(username, form("COPY").put("resource", resource));
    }

    String objection(String username, String resource) {
        var form = form("OBJECTION").put("resource", resource).put("wish", "CORRECT");
        return ask(username, form.put("reason", words.of("rights.objection")));
    }

    /// About the department that looks after a resource.
    String complaint(String username, String resource) {
        var contact = district.resource(resource).contact();
        var department = cast.as(contact)
                .get("/api/session")
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
        return ask(
                username, form("COMPLAINT").put("department", department).put("reason", words.of("rights.complaint")));
    }

    private ObjectNode form(String kind) {
        return json.createObjectNode().put("kind", kind);
    }

    private String ask(String username, ObjectNode form) {
        return cast.as(username)
                .post("/api/rights/requests", form)
                .required("id")
                .asString();
    }

    void decide(String request, String username, String step) {
        var person = cast.as(username);
        var now = person.get("/api/rights/requests/" + request);
        var form = json.createObjectNode()
                .put("version", now.required("version").asInt())
                .put("step", step)
                .put("opinion", words.of("rights." + step.toLowerCase(java.util.Locale.ROOT)));
        person.post("/api/rights/requests/%s/moves".formatted(request), form);
    }

    /// Lets the first market entity that uses the person's data go on, until its agreement ends.
    String authorise(String username) {
        for (JsonNode scenario : cast.as(username).get("/api/rights/scenarios")) {
            var form = json.createObjectNode()
                    .put("workspace", scenario.required("workspace").asString())
                    .put("until", scenario.required("until").asString());
            return cast.as(username)
                    .post("/api/rights/authorisations", form)
                    .required("id")
                    .asString();
        }
        throw new SceneFailed("nobody uses data of " + username);
    }
}
