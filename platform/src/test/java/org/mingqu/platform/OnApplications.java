package org.mingqu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.DemonstrationAccounts;
import org.mingqu.platform.parties.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What tests about applications have in common: a small one, brought as far as the test needs it.
public abstract class OnApplications extends OnTheStreet {

    protected static final String PARTNER = "kangning";
    protected static final String OPERATOR = "yunying";
    protected static final String AUTHORITY = "shuju";

    @Autowired
    protected DemonstrationAccounts accounts;

    @Autowired
    protected JdbcClient sql;

    /// Who applies.
    protected String partner() {
        return PARTNER;
    }

    protected static Guest.Reply ok(Guest.Reply reply) {
        assertThat(reply.status()).as("%s", reply).isBetween(200, 299);
        return reply;
    }

    /// Somebody new, in a role for an organisation of that name.
    protected String newcomer(String organisation, Role role) {
        var username = "t" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(username, "某某", organisation, "COMPANY", null, role);
        return username;
    }

    /// A draft for the first column of each resource.
    protected String draft(String... resources) {
        return draftCalled("A test", resources);
    }

    protected String draftCalled(String title, String... resources) {
        var id = ok(as(partner()).post("/api/applications", "{}")).text("id");
        var items = new ArrayList<String>();
        for (var name : resources) {
            items.add(item(name, column(name, 0)));
        }
        ok(save(id, title, items));
        return id;
    }

    protected Guest.Reply save(String id, String title, List<String> items) {
        return as(partner()).put("/api/applications/" + id, """
                {"version": %d, "scenario": {"title": "%s", "kind": "PUBLIC_WELFARE", "purpose": "p", "users": "u",
                 "outputs": "o", "method": "m", "call": "WORKBENCH", "frequency": "f", "benefit": "b", "risk": "r",
                 "until": "%s"}, "items": [%s]}
                """.formatted(
                        version(id), title, LocalDate.now().plusYears(1), String.join(",", items)));
    }

    protected String item(String resource, String column) {
        return """
                {"resource": "%s", "columns": ["%s"], "necessity": "needed", "reasons": {"%s": "needed"}}
                """.formatted(resource(resource), column, column);
    }

    protected String column(String resource, int place) {
        return nobody().get("/api/catalogue/" + resource(resource))
                .body()
                .required("columns")
                .get(place)
                .required("name")
                .asString();
    }

    protected int version(String id) {
        return as(partner())
                .get("/api/applications/" + id)
                .body()
                .required("version")
                .asInt();
    }

    protected Guest.Reply move(String username, String id, String step) {
        return as(username)
                .post(
                        "/api/applications/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"seen\"}".formatted(version(id), step));
    }

    /// An application that is with the authority.
    protected String withAuthority(String... resources) {
        var id = draft(resources);
        ok(move(partner(), id, "SUBMIT"));
        ok(move(OPERATOR, id, "FORWARD"));
        return id;
    }

    protected String caseOf(String application) {
        return as(partner()).get("/api/applications/" + application).text("caseId");
    }

    protected JsonNode file(String username, String caseId) {
        return ok(as(username).get("/api/cases/" + caseId)).body();
    }

    /// The open task of a role in a case.
    protected JsonNode task(String caseId, String role) {
        for (var it : file(AUTHORITY, caseId).required("tasks")) {
            if (!it.required("done").asBoolean()
                    && it.required("role").asString().equals(role)) {
                return it;
            }
        }
        throw new AssertionError("nothing is open for " + role);
    }

    protected List<String> acts(String caseId) {
        var acts = new ArrayList<String>();
        file(AUTHORITY, caseId)
                .required("acts")
                .forEach(it -> acts.add(it.required("step").asString()));
        return acts;
    }
}
