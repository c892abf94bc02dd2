package org.mingqu.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 6: a source department registers, loads, grades and hands in its own resources")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article6Test extends OnTheStreet {

    private static final String CSV = """
            id_number,name,visits
            11010119900307010X,张0,0
            110101199003070118,张1,1
            110101199003070126,张2,2
            110101199003070134,张3,3
            110101199003070142,张4,4
            110101199003070150,张5,5
            110101199003070169,张6,6
            110101199003070177,张7,7
            110101199003070185,"李
            二",x
            """;

    private static int made;

    private static synchronized String name() {
        return "clinic_" + ++made;
    }

    private static String form(String name) {
        return """
                {"name": "%s", "title": "Clinic visits", "summary": "Visits", "updateCycle": "MONTHLY",
                 "legalBasis": "Health regulations", "contact": "the office", "retention": "three years"}
                """.formatted(name);
    }

    private Guest department() {
        return as("weijian");
    }

    private String registered() {
        var reply = department().post("/api/resources", form(name()));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text("id");
    }

    private JsonNode ticket(String resource, int size) {
        var reply = department()
                .post(
                        "/api/resources/%s/loads".formatted(resource),
                        "{\"format\": \"CSV\", \"fileName\": \"a.csv\", \"size\": %d}".formatted(size));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.body();
    }

    private JsonNode await(String load, String state) throws InterruptedException {
        for (var i = 0; i < 300; i++) {
            var now = department().get("/api/loads/" + load).body();
            if (now.required("state").asString().equals(state)) {
                return now;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new AssertionError("load is not " + state + ": " + department().get("/api/loads/" + load));
    }

    private JsonNode staged(String resource) throws InterruptedException {
        return staged(resource, CSV);
    }

    private JsonNode staged(String resource, String csv) throws InterruptedException {
        var bytes = csv.getBytes(Charset.forName("GB18030"));
        var ticket = ticket(resource, bytes.length);
        var reply = department().upload(ticket.required("url").asString(), bytes);
        assertThat(reply.status()).as("%s", reply).isLessThan(300);
        return await(ticket.required("id").asString(), "STAGED");
    }

    private static String confirmation(int grade) {
        return """
                {"columns": [
                  {"name": "id_number", "label": "ID", "type": "TEXT", "scale": 0, "columnClass": "IDENTIFIER", "grade": %d},
                  {"name": "visits", "label": "Visits", "type": "INTEGER", "scale": 0, "columnClass": "MEASURE",
                   "grade": 2, "lower": 0, "upper": 50}],
                 "subject": "id_number", "subjectKind": "person"}
                """.formatted(grade);
    }

    @Test
    void a_column_of_identity_numbers_is_proposed_as_an_identifier_of_the_highest_grade_with_the_evidence()
            throws InterruptedException {
        var load = staged(registered());

        var column = load.required("columns").get(0);
        assertThat(column.required("name").asString()).isEqualTo("id_number");
        assertThat(column.required("proposedClass").asString()).isEqualTo("IDENTIFIER");
        assertThat(column.required("proposedGrade").asInt()).isEqualTo(4);
        assertThat(column.required("evidence").required("matching").asLong()).isPositive();
    }

    @Test
    void good_rows_land_as_a_version_and_bad_ones_come_back_with_their_reasons() throws InterruptedException {
        var resource = registered();
        var load = staged(resource).required("id").asString();

        var confirmed = department().put("/api/loads/%s/confirmation".formatted(load), confirmation(4));
        var landed = await(load, "LANDED");

        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
        var seen = department().get("/api/resources/" + resource).body();
        assertThat(seen.required("dataVersion").asInt()).isEqualTo(1);
        assertThat(landed.required("rows").asLong()
                        + landed.required("rejected").asLong())
                .isEqualTo(9);
        var rejects = department().get("/api/loads/%s/rejects".formatted(load));
        assertThat(department().fetch(rejects.text("url"))).isNotBlank();
    }

    @Test
    void a_row_whose_value_fails_the_form_that_was_confirmed_comes_back_and_else_lands() throws InterruptedException {
        var wrongDigit = CSV.replace("110101199003070177", "110101199003070178");
        var held = confirmation(4).replace("\"grade\": 4}", "\"grade\": 4, \"confirmed\": \"ID_NUMBER\"}");
        var rows = new long[2];
        for (var i = 0; i < 2; i++) {
            var load = staged(registered(), wrongDigit).required("id").asString();
            department().put("/api/loads/%s/confirmation".formatted(load), i == 0 ? confirmation(4) : held);
            rows[i] = await(load, "LANDED").required("rows").asLong();
        }

        assertThat(rows[1]).isEqualTo(rows[0] - 1);
    }

    @Test
    void a_form_that_no_value_can_be_held_to_is_named() throws InterruptedException {
        var load = staged(registered()).required("id").asString();
        var held = confirmation(4).replace("\"grade\": 4}", "\"grade\": 4, \"confirmed\": \"PERSON_NAME\"}");

        var reply = department().put("/api/loads/%s/confirmation".formatted(load), held);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").propertyNames()).contains("columns.id_number.confirmed");
    }

    @Test
    void what_could_not_land_as_confirmed_is_confirmed_otherwise_and_lands() throws InterruptedException {
        var load = staged(registered()).required("id").asString();
        var noRowIsSo = confirmation(4).replace("\"type\": \"TEXT\"", "\"type\": \"DATE\"");

        department().put("/api/loads/%s/confirmation".formatted(load), noRowIsSo);
        var failed = await(load, "STAGED");
        department().put("/api/loads/%s/confirmation".formatted(load), confirmation(4));
        var landed = await(load, "LANDED");

        assertThat(failed.required("problem").required("type").asString()).isEqualTo("no-rows");
        assertThat(landed.required("rows").asLong()).isPositive();
        assertThat(landed.required("problem").isNull()).isTrue();
    }

    @Test
    void confirming_twice_lands_once() throws InterruptedException {
        var resource = registered();
        var load = staged(resource).required("id").asString();

        department().put("/api/loads/%s/confirmation".formatted(load), confirmation(4));
        var again = department().put("/api/loads/%s/confirmation".formatted(load), confirmation(4));
        await(load, "LANDED");

        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(department().get("/api/resources/" + resource).body().required("versions"))
                .hasSize(1);
    }

    @Test
    void a_confirmation_that_does_not_fit_names_each_field() throws InterruptedException {
        var load = staged(registered()).required("id").asString();

        var reply = department().put("/api/loads/%s/confirmation".formatted(load), confirmation(7));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").propertyNames()).contains("columns.id_number.grade");
    }

    @Test
    void a_second_load_waits_until_the_first_is_done() throws InterruptedException {
        var resource = registered();
        staged(resource);

        var reply = department()
                .post(
                        "/api/resources/%s/loads".formatted(resource),
                        "{\"format\": \"CSV\", \"fileName\": \"b.csv\", \"size\": 1}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("load-under-way");
    }

    @Test
    void a_name_is_taken_once() {
        var name = name();
        department().post("/api/resources", form(name));

        var again = department().post("/api/resources", form(name));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body().required("fields").propertyNames()).containsExactly("name");
    }

    @Test
    void a_change_on_a_stale_version_is_refused() {
        var resource = registered();
        var change = """
                {"version": 1, "title": "New", "summary": "New", "updateCycle": "DAILY", "legalBasis": "b",
                 "contact": "c", "retention": "r"}
                """;
        department().put("/api/resources/" + resource, change);

        var stale = department().put("/api/resources/" + resource, change);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.problem()).isEqualTo("changed-meanwhile");
    }

    @Test
    void nothing_is_submitted_without_data() {
        var reply = department().post("/api/resources/%s/submission".formatted(registered()), "{}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("resource-without-data");
    }

    @Test
    void another_department_is_not_told_that_the_resource_or_its_loads_exist() throws InterruptedException {
        var resource = registered();
        var load = staged(resource).required("id").asString();
        var stranger = as("minzheng");

        assertThat(stranger.get("/api/resources/" + resource).status()).isEqualTo(404);
        assertThat(stranger.get("/api/loads/" + load).status()).isEqualTo(404);
        assertThat(stranger.get("/api/loads/%s/rejects".formatted(load)).status())
                .isEqualTo(404);
        assertThat(stranger.delete("/api/loads/" + load).status()).isEqualTo(404);
        assertThat(stranger.put("/api/loads/%s/confirmation".formatted(load), confirmation(4))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void only_a_source_department_registers() {
        for (var username : new String[] {"shuju", "yunying", "kangning", "wangxin", "lixiulan"}) {
            assertThat(as(username).post("/api/resources", form(name())).status())
                    .as(username)
                    .isEqualTo(403);
        }
        assertThat(nobody().post("/api/resources", form(name())).status()).isEqualTo(401);
    }
}
