package org.mingqu.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.mingqu.platform.Guest;
import tools.jackson.databind.JsonNode;

/// A register of a department in which a citizen of the demonstration stands among others, for a test alone.
final class OwnRegister {

    static final String LI = "449901193701180024";
    static final String ZHAO = "449901195102150033";

    private static int made;

    private final Guest department;
    private final String id;
    private final String title;

    private OwnRegister(Guest department, String id, String title) {
        this.department = department;
        this.id = id;
        this.title = title;
    }

    static synchronized OwnRegister of(Guest department) {
        var title = "Test register " + ++made;
        var reply = department.post("/api/resources", """
                {"name": "test_register_%d", "title": "%s", "summary": "For a test", "updateCycle": "MONTHLY",
                 "legalBasis": "A rule", "contact": "the office", "retention": "three years"}
                """.formatted(made, title));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return new OwnRegister(department, reply.text("id"), title);
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /// Loads a version with one line for each pair of number and street.
    void load(String... lines) {
        var csv = new StringBuilder("id_number,street\n");
        for (var line : lines) {
            csv.append(line).append('\n');
        }
        for (var i = 0; i < 12; i++) {
            csv.append("4499011950010100%02dX,Elm Street\n".formatted(i));
        }
        var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        var ticket = department
                .post(
                        "/api/resources/%s/loads".formatted(id),
                        "{\"format\": \"CSV\", \"fileName\": \"a.csv\", \"size\": %d}".formatted(bytes.length))
                .body();
        var load = ticket.required("id").asString();
        department.upload(ticket.required("url").asString(), bytes);
        await(load, "STAGED");
        var confirmed = department.put("/api/loads/%s/confirmation".formatted(load), """
                {"columns": [
                  {"name": "id_number", "label": "ID number", "type": "TEXT", "scale": 0, "columnClass": "IDENTIFIER", "grade": 4},
                  {"name": "street", "label": "Street", "type": "TEXT", "scale": 0, "columnClass": "QUASI_IDENTIFIER", "grade": 2}],
                 "subject": "id_number", "subjectKind": "person"}
                """);
        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
        await(load, "LANDED");
    }

    private void await(String load, String state) {
        JsonNode now = department.get("/api/loads/" + load).body();
        for (var i = 0; i < 300 && !now.required("state").asString().equals(state); i++) {
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            now = department.get("/api/loads/" + load).body();
        }
        assertThat(now.required("state").asString()).as("%s", now).isEqualTo(state);
    }
}
