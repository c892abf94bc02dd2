package org.mingqu.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 37: a data subject sees, copies, authorises, objects and complains")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article37Test extends OnTheStreet {

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void they_have_proven_who_they_are() {
        for (var username : new String[] {"lixiulan", "zhaomingyuan", "lusong"}) {
            assertThat(as(username).post("/api/demonstration/identity", "{}").status())
                    .as(username)
                    .isEqualTo(204);
        }
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        for (var it : list) {
            if (it.required(field).asString().equals(value)) {
                return it;
            }
        }
        throw new AssertionError("no %s %s in %s".formatted(field, value, list));
    }

    private static String copyOf(String resource) {
        return "{\"kind\": \"COPY\", \"resource\": \"%s\"}".formatted(resource);
    }

    private static String objectionTo(String resource, String wish) {
        return "{\"kind\": \"OBJECTION\", \"resource\": \"%s\", \"wish\": \"%s\", \"fields\": [\"Street\"], \"reason\": \"I moved\"}"
                .formatted(resource, wish);
    }

    private static String move(Guest.Reply at, String step) {
        return "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"looked at\"}"
                .formatted(at.body().required("version").asInt(), step);
    }

    private static Guest.Reply moved(Guest by, Guest.Reply at, String step) {
        return by.post("/api/rights/requests/%s/moves".formatted(at.text("id")), move(at, step));
    }

    /// A copy that was asked for by Li of a register of her own.
    private Guest.Reply copyAsked(OwnRegister register) {
        register.load(OwnRegister.LI + ",Oak Street", OwnRegister.ZHAO + ",Pine Street");
        var asked = as("lixiulan").post("/api/rights/requests", copyOf(register.id()));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        return asked;
    }

    @Test
    void a_person_sees_which_departments_hold_which_of_their_data_since_when() {
        var data = as("lixiulan").get("/api/rights/data").body();

        var elders = one(data, "resource", resource("elders"));
        assertThat(elders.required("departmentName").asString()).contains("民政");
        assertThat(elders.required("rows").asLong()).isEqualTo(1);
        assertThat(elders.required("fields")).isNotEmpty();
        assertThat(elders.required("since").asString()).isNotBlank();
        assertThat(data.findValuesAsString("resource")).doesNotContain(resource("companies"));
    }

    @Test
    void somebody_for_an_organisation_sees_what_is_held_about_it() {
        var data = as("lusong").get("/api/rights/data").body();

        assertThat(data.findValuesAsString("resource"))
                .contains(resource("companies"))
                .doesNotContain(resource("elders"));
    }

    @Test
    void who_used_the_data_for_what_under_which_agreement_and_when_is_shown() {
        var uses = as("lixiulan").get("/api/rights/uses?size=200").body().required("items");

        assertThat(uses).isNotEmpty();
        for (var use : uses) {
            assertThat(use.required("partnerName").asString()).isNotBlank();
            assertThat(use.required("scenario").asString()).isNotBlank();
            assertThat(use.required("agreement").asString()).isNotBlank();
            assertThat(use.required("lane").asString()).isNotEqualTo("SYNTHETIC");
        }
        assertThat(as("zhaomingyuan").get("/api/rights/uses?size=200").body().required("items"))
                .isNotEmpty();
        assertThat(as("minzheng")
                        .get("/api/rights/department-uses?size=200")
                        .body()
                        .required("items")
                        .findValuesAsString("scenario"))
                .contains("独居老人用水用电异常预警");
        assertThat(as("minzheng")
                        .get("/api/rights/department-uses?size=200")
                        .body()
                        .required("items")
                        .findValuesAsString("resource"))
                .doesNotContain(resource("companies"));
    }

    @Test
    void the_number_is_nowhere_in_the_platforms_database() {
        for (var table : new String[] {
            "rights_identity", "rights_look", "rights_request", "evidence_entry", "case_file", "case_act"
        }) {
            var found = sql.sql("select count(*) from %1$s as t where to_jsonb(t)::text like '%%%2$s%%'"
                            .formatted(table, OwnRegister.LI))
                    .query(Long.class)
                    .single();
            assertThat(found).as(table).isZero();
        }
    }

    @Test
    void a_copy_holds_the_own_rows_only_and_comes_from_the_enclave_once_the_department_has_granted_it() {
        var register = OwnRegister.of(as("weijian"));
        var asked = copyAsked(register);
        var ticket = "/api/rights/requests/%s/ticket".formatted(asked.text("id"));

        var early = as("lixiulan").post(ticket, "{}");
        var accepted = moved(as("weijian"), asked, "ACCEPT");
        var granted = moved(as("weijian"), accepted, "GRANT");
        var given = as("lixiulan").post(ticket, "{}");
        var copy = as("lixiulan").fetch(given.text("url"));
        var again = as("lixiulan").fetch(given.text("url"));

        assertThat(early.problem()).isEqualTo("copy-not-granted");
        assertThat(granted.text("stage")).isEqualTo("GRANTED");
        assertThat(copy).contains(OwnRegister.LI, "Oak Street").doesNotContain(OwnRegister.ZHAO, "Pine Street");
        assertThat(copy.lines()).hasSize(2);
        assertThat(again).as("a ticket is good once").doesNotContain("Oak Street");
        assertThat(as("lixiulan")
                        .get("/api/rights/requests/" + asked.text("id"))
                        .text("stage"))
                .isEqualTo("FETCHED");
    }

    @Test
    void a_request_is_the_departments_task_with_a_clock_and_a_complaint_the_authoritys() {
        var register = OwnRegister.of(as("weijian"));
        var asked = copyAsked(register);

        var file = as("weijian").get("/api/cases/" + asked.text("caseId")).body();
        var task = file.required("tasks").get(0);
        assertThat(task.required("role").asString()).isEqualTo("SOURCE");
        assertThat(task.required("clock").required("totalDays").asInt()).isEqualTo(1);
        var accepted = moved(as("weijian"), asked, "ACCEPT");
        var next = as("weijian")
                .get("/api/cases/" + accepted.text("caseId"))
                .body()
                .required("tasks")
                .get(1);
        assertThat(next.required("clock").required("totalDays").asInt()).isEqualTo(15);

        var complaint = as("lixiulan")
                .post(
                        "/api/rights/requests",
                        "{\"kind\": \"COMPLAINT\", \"department\": \"%s\", \"reason\": \"No answer\"}"
                                .formatted(asked.text("department")));
        assertThat(complaint.status()).as("%s", complaint).isEqualTo(201);
        assertThat(as("weijian")
                        .get("/api/rights/requests/" + complaint.text("id"))
                        .status())
                .as("another queue")
                .isEqualTo(404);
        var taken = moved(as("shuju"), complaint, "ACCEPT");
        var tasks = as("shuju").get("/api/cases/" + taken.text("caseId")).body().required("tasks");
        var last = tasks.get(tasks.size() - 1).required("clock").required("due").asString();
        assertThat(LocalDate.parse(last)).isAfterOrEqualTo(LocalDate.now().plusDays(60));
        assertThat(moved(as("shuju"), taken, "ANSWER").text("stage")).isEqualTo("ANSWERED");
    }

    @Test
    void a_refusal_has_its_reasons_and_says_what_is_open_instead() {
        var register = OwnRegister.of(as("weijian"));
        var asked = copyAsked(register);
        var path = "/api/rights/requests/%s/moves".formatted(asked.text("id"));

        assertThat(as("weijian")
                        .post(path, "{\"version\": 1, \"step\": \"REFUSE\"}")
                        .status())
                .isEqualTo(422);
        var refused = moved(as("weijian"), asked, "REFUSE");

        var seen = as("lixiulan").get("/api/rights/requests/" + asked.text("id"));
        assertThat(refused.text("stage")).isEqualTo("REFUSED");
        assertThat(seen.text("answer")).isEqualTo("looked at");
        assertThat(seen.body().required("remedies").toString()).contains("COMPLAINT", "REVIEW");
    }

    @Test
    void an_upheld_objection_is_done_when_the_enclave_sees_it_in_newer_data_and_not_before() {
        var register = OwnRegister.of(as("weijian"));
        register.load(OwnRegister.LI + ",Oak Street", OwnRegister.ZHAO + ",Pine Street");
        var asked = as("lixiulan").post("/api/rights/requests", objectionTo(register.id(), "CORRECT"));
        var upheld = moved(as("weijian"), asked, "UPHOLD");

        var before = moved(as("weijian"), upheld, "CORRECT");
        register.load(OwnRegister.LI + ",Oak Street", OwnRegister.ZHAO + ",Ash Street");
        var unchanged = moved(as("weijian"), upheld, "CORRECT");
        register.load(OwnRegister.LI + ",Lime Street", OwnRegister.ZHAO + ",Ash Street");
        var corrected = moved(as("weijian"), upheld, "CORRECT");

        assertThat(before.problem()).isEqualTo("correction-not-loaded");
        assertThat(unchanged.problem()).isEqualTo("correction-not-there");
        assertThat(corrected.text("stage")).as("%s", corrected).isEqualTo("CORRECTED");
        var outcome = as("lixiulan")
                .get("/api/rights/requests/" + asked.text("id"))
                .body()
                .required("outcome");
        assertThat(outcome.required("columns").toString()).isEqualTo("[\"street\"]");
        assertThat(outcome.toString()).doesNotContain("Lime");
    }

    @Test
    void a_deletion_is_done_when_no_row_is_left() {
        var register = OwnRegister.of(as("weijian"));
        register.load(OwnRegister.LI + ",Oak Street");
        var asked = as("lixiulan").post("/api/rights/requests", objectionTo(register.id(), "DELETE"));
        var upheld = moved(as("weijian"), asked, "UPHOLD");
        register.load();
        var done = moved(as("weijian"), upheld, "CORRECT");

        assertThat(done.text("stage")).as("%s", done).isEqualTo("CORRECTED");
        assertThat(as("lixiulan").get("/api/rights/data").body().findValuesAsString("resource"))
                .doesNotContain(register.id());
    }

    @Test
    void every_look_at_the_rows_is_the_persons_to_see() {
        var register = OwnRegister.of(as("weijian"));
        var asked = copyAsked(register);
        var given = as("weijian").post("/api/rights/requests/%s/ticket".formatted(asked.text("id")), "{}");
        assertThat(as("weijian").fetch(given.text("url")))
                .contains("Oak Street")
                .doesNotContain("Pine Street");

        var looks = as("lixiulan").get("/api/rights/looks").body();
        var look = one(looks, "title", register.title());
        assertThat(look.required("what").asString()).isEqualTo("ROWS");
        assertThat(look.required("organisationName").asString()).contains("卫生");
    }

    @Test
    void nobody_reaches_what_is_anothers() {
        var register = OwnRegister.of(as("weijian"));
        register.load(OwnRegister.LI + ",Oak Street");
        var asked = as("lixiulan").post("/api/rights/requests", copyOf(register.id()));
        var path = "/api/rights/requests/" + asked.text("id");

        for (var username : new String[] {"zhaomingyuan", "lusong", "minzheng"}) {
            assertThat(as(username).get(path).status()).as(username).isEqualTo(404);
            assertThat(as(username).post(path + "/ticket", "{}").status())
                    .as(username)
                    .isEqualTo(404);
            assertThat(moved(as(username), asked, "WITHDRAW").status())
                    .as(username)
                    .isEqualTo(404);
            assertThat(as(username).get("/api/cases/" + asked.text("caseId")).status())
                    .as(username)
                    .isEqualTo(404);
        }
        assertThat(as("zhaomingyuan")
                        .post("/api/rights/requests", copyOf(register.id()))
                        .status())
                .as("a resource in which the person has no row")
                .isEqualTo(404);
        assertThat(as("shuju").post(path + "/ticket", "{}").problem())
                .as("the authority sees no rows")
                .isEqualTo("copy-not-granted");
        assertThat(moved(as("lixiulan"), asked, "GRANT").status())
                .as("not one's own judge")
                .isEqualTo(403);
    }

    @Test
    void asking_for_the_same_twice_is_told_so_and_a_withdrawn_request_can_be_made_again() {
        var register = OwnRegister.of(as("weijian"));
        var asked = copyAsked(register);

        assertThat(as("lixiulan")
                        .post("/api/rights/requests", copyOf(register.id()))
                        .problem())
                .isEqualTo("request-open-already");
        assertThat(moved(as("lixiulan"), asked, "WITHDRAW").text("stage")).isEqualTo("WITHDRAWN");
        assertThat(as("lixiulan")
                        .post("/api/rights/requests", copyOf(register.id()))
                        .status())
                .isEqualTo(201);
    }
}
