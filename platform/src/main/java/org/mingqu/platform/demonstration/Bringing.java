package org.mingqu.platform.demonstration;

import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A partner brings data of its own to its workspace (art. 16): the members of its club.
final class Bringing {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final String NAME = "members";

    private final Cast cast;
    private final DepartmentSystems systems;
    private final Words words;
    private final JsonMapper json;

    Bringing(Cast cast, DepartmentSystems systems, Words words, JsonMapper json) {
        this.cast = cast;
        this.systems = systems;
        this.words = words;
        this.json = json;
    }

    /// Brings the table, or finds it where an interrupted scene left it; gives its id.
    String members(String workspace, String username) {
        var partner = cast.as(username);
        var path = "/api/workspaces/%s/own-tables".formatted(workspace);
        for (var table : partner.get(path)) {
            if (table.required("name").asString().equals(NAME)
                    && table.required("state").asString().equals("LANDED")) {
                return table.required("id").asString();
            }
        }
        var form = json.createObjectNode()
                .put("name", NAME)
                .put("title", words.of("own.title"))
                .put("basis", "CONSENT")
                .put("statement", words.of("own.statement"))
                .put("fileName", Members.FILE)
                .put("format", "CSV");
        var ticket = partner.post(path, form);
        partner.upload(URI.create(ticket.required("url").asString()), systems.members());
        var table = path + "/" + ticket.required("id").asString();
        await(partner, table, "STAGED");
        partner.post(table + "/confirmation", confirmation());
        await(partner, table, "LANDED");
        return ticket.required("id").asString();
    }

    private JsonNode confirmation() {
        var form = json.createObjectNode().put("subject", "member_id").put("subjectKind", "person");
        var columns = form.putArray("columns");
        columns.addObject()
                .put("name", "member_id")
                .put("label", words.of("own.member"))
                .put("columnClass", "IDENTIFIER");
        columns.addObject()
                .put("name", "tier")
                .put("label", words.of("own.tier"))
                .put("columnClass", "OPEN");
        columns.addObject()
                .put("name", "visits")
                .put("label", words.of("own.visits"))
                .put("columnClass", "MEASURE")
                .put("lower", 0)
                .put("upper", 40);
        return form;
    }

    private static void await(Visitor partner, String table, String state) {
        var until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!partner.get(table).required("state").asString().equals(state)) {
            if (System.nanoTime() > until) {
                throw new SceneFailed("the own table does not become " + state);
            }
            Pause.of(GLANCE);
        }
    }
}
