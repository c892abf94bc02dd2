package org.mingqu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

@DisplayName("Other people's ids, double submits, expired sessions: a clear sentence, nothing lost, nothing half done")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest extends OnApplications {

    /// For each kind of thing one that is none of the strangers' business.
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("applications", "select id from application where applicant_name like '%康%' limit 1"),
            Map.entry("agreements", "select id from agreement where partner_name like '%康%' limit 1"),
            Map.entry("workspaces", "select id from workspace where partner_name like '%康%' limit 1"),
            Map.entry("cases", "select case_id from application where applicant_name like '%康%' limit 1"),
            Map.entry(
                    "tasks",
                    "select t.id from case_task t join application a on a.case_id = t.case_id"
                            + " where a.applicant_name like '%康%' limit 1"),
            Map.entry("documents", "select id from case_document limit 1"),
            Map.entry("evidence", "select id from evidence_entry where organisation_name like '%康%' limit 1"),
            Map.entry("resources", "select id from catalogue_resource where department_name like '%水务%' limit 1"),
            Map.entry(
                    "loads",
                    "select l.id from catalogue_load l join catalogue_resource r on r.id = l.resource"
                            + " where r.department_name like '%水务%' limit 1"),
            Map.entry(
                    "runs",
                    "select r.id from workspace_run r join workspace w on w.id = r.workspace"
                            + " where w.partner_name like '%康%' limit 1"),
            Map.entry(
                    "releases",
                    "select r.id from workspace_release r join workspace w on w.id = r.workspace"
                            + " where w.partner_name like '%康%' limit 1"),
            Map.entry("traces", "select id from workspace_leak limit 1"),
            Map.entry("rights", "select id from rights_request where name like '%赵%' limit 1"),
            Map.entry("duties", "select id from duty where role = 'OPERATOR' limit 1"),
            Map.entry("rectifications", "select id from rectification where target_name like '%康%' limit 1"),
            Map.entry("credit-records", "select id from credit_record where subject_name not like '%信禾%' limit 1"),
            Map.entry("remits", "select organisation as id from remit limit 1"),
            Map.entry("selections", "select id from selection_call where stage = 'REVIEWING' limit 1"),
            Map.entry("candidacies", "select id from selection_candidacy where organisation_name like '%康%' limit 1"),
            Map.entry("mandates", "select id from mandate where operator_name like '%明渠%' limit 1"),
            Map.entry("closings", "select id from closing limit 1"),
            Map.entry("partnerships", "select id from partnership where partner_name like '%康%' limit 1"),
            Map.entry("products", "select id from product where owner_name like '%康%' limit 1"),
            Map.entry("costs", "select id from pricing_cost limit 1"),
            Map.entry("periods", "select id from pricing_period limit 1"),
            Map.entry("quality-tickets", "select id from quality_ticket limit 1"),
            Map.entry("leaks", "select id from leak limit 1"),
            Map.entry("incidents", "select id from incident where not drill limit 1"),
            Map.entry("messages", "select id from message_subscription where ended_at is null limit 1"),
            Map.entry("filings", "select id from filing where owner_name not like '%信禾%' limit 1"),
            Map.entry("national-records", "select id from national_record limit 1"),
            Map.entry("listings", "select id from listing limit 1"),
            Map.entry("outside", "select id from outside_message limit 1"),
            Map.entry("oversight", "select id from case_file limit 1"),
            Map.entry("city-requests", "select id from city_request limit 1"),
            Map.entry("scenario-opinions", "select id from scenario_opinion limit 1"),
            Map.entry("demands", "select id from data_demand limit 1"),
            Map.entry("catalogue-objections", "select id from catalogue_objection limit 1"),
            Map.entry("countersignatures", "select id from countersignature where state = 'ASKED' limit 1"),
            Map.entry("organisations", "select id from organisation where name like '%康%' limit 1"),
            Map.entry("people", "select id from person where username = 'kangning'"));

    /// Who is a stranger to what only its own department may see; to all else another partner and a citizen.
    private static final Map<String, List<String>> STRANGERS = Map.of(
            "resources", List.of("minzheng", "xinhe"),
            "loads", List.of("minzheng", "xinhe"),
            "demands", List.of("lixiulan"), // the board is every partner's to read
            "city-requests", List.of("tangyibo", "lixiulan"),
            "catalogue-objections", List.of("tangyibo", "lixiulan"),
            "quality-tickets", List.of("kangning", "lixiulan"));

    private static final String TERMS = "{\"name\": \"x\", \"kind\": \"REPORT\", \"purpose\": \"WELFARE\","
            + " \"scenario\": \"x\", \"audience\": \"\", \"wayOfUse\": \"\", \"limits\": \"\", \"priceBasis\": \"\"}";

    /// Forms that would do something if the thing were theirs.
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("moves", "{\"version\": 1, \"step\": \"WITHDRAW\", \"opinion\": \"x\"}"),
            Map.entry("signatures", "{\"version\": 1, \"sm3\": \"\"}"),
            Map.entry("heads", "{\"version\": 1, \"heads\": {}}"),
            Map.entry("runs", "{\"sql\": \"select 1\", \"lane\": \"SYNTHETIC\"}"),
            Map.entry("judgements", "{\"sql\": \"select 1\", \"lane\": \"SYNTHETIC\"}"),
            Map.entry("transfer", "{\"person\": \"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry("roles", "{\"roles\": []}"),
            Map.entry("suspension", "{\"reason\": \"x\"}"),
            Map.entry("termination", "{\"reason\": \"x\"}"),
            Map.entry("applications", "{\"version\": 1, \"scenario\": {}, \"items\": []}"),
            Map.entry("rectifications/moves", "{\"version\": 1, \"step\": \"SUBMIT\", \"opinion\": \"x\"}"),
            Map.entry("credit-records/moves", "{\"version\": 1, \"step\": \"OBJECT\", \"opinion\": \"x\"}"),
            Map.entry("duties/moves", "{\"version\": 1, \"step\": \"SUBMIT\"}"),
            Map.entry("products/moves", "{\"version\": 1, \"step\": \"SUBMIT\", \"opinion\": \"x\"}"),
            Map.entry("quality-tickets/moves", "{\"version\": 1, \"step\": \"SETTLE\", \"opinion\": \"x\"}"),
            Map.entry("leaks/moves", "{\"version\": 1, \"step\": \"STOP\", \"opinion\": \"x\"}"),
            Map.entry("products", "{\"version\": 1, \"terms\": " + TERMS + "}"),
            Map.entry(
                    "customers",
                    "{\"organisation\": \"00000000-0000-0000-0000-000000000001\", \"scenario\": \"x\","
                            + " \"purpose\": \"WELFARE\"}"),
            Map.entry("calls", "{\"request\": \"x\", \"scenario\": \"x\", \"filter\": {}}"),
            Map.entry("reversal", "{}"),
            Map.entry("caps", "{\"product\": \"00000000-0000-0000-0000-000000000001\", \"amount\": 1, \"volume\": 1}"),
            Map.entry(
                    "sheets",
                    "{\"unit\": 1, \"hitOnly\": true, \"freeCalls\": 0, \"from\": \"2099-01-01\", \"basis\": \"x\"}"),
            Map.entry("remits", "{\"remit\": \"FINANCE\"}"),
            Map.entry("selections/moves", "{\"version\": 1, \"step\": \"CANCEL\", \"opinion\": \"x\"}"),
            Map.entry(
                    "selections",
                    "{\"version\": 1, \"title\": \"x\", \"conditions\": \"x\", \"opensOn\": \"2026-01-01\","
                            + " \"closesOn\": \"2099-01-01\"}"),
            Map.entry("recusals", "{\"reason\": \"x\"}"),
            Map.entry("candidacies", "{\"version\": 1, \"answers\": {}}"),
            Map.entry("candidacies/moves", "{\"version\": 1, \"step\": \"WITHDRAW\", \"opinion\": \"x\"}"),
            Map.entry("mandates/moves", "{\"version\": 1, \"step\": \"AMEND\", \"opinion\": \"x\"}"),
            Map.entry("partnerships/moves", "{\"version\": 1, \"step\": \"LEAVE\", \"opinion\": \"x\"}"),
            Map.entry(
                    "proofs", "{\"version\": 1, \"item\": \"00000000-0000-0000-0000-000000000001\", \"text\": \"x\"}"),
            Map.entry("national-records/moves", "{\"version\": 1, \"step\": \"HAND_IN\"}"),
            Map.entry("listings/moves", "{\"version\": 1, \"step\": \"SEND\"}"),
            Map.entry("surrender", "{\"reason\": \"x\"}"),
            Map.entry("closure", "{\"version\": 1}"),
            Map.entry("fast-lane", "{\"version\": 1, \"fast\": true}"),
            Map.entry("answer", "{\"sign\": true, \"answer\": \"x\"}"),
            Map.entry("scenario-opinions/moves", "{\"version\": 1, \"step\": \"END_ASKING\", \"opinion\": \"x\"}"),
            Map.entry("city-requests/moves", "{\"version\": 1, \"step\": \"WITHDRAW\", \"opinion\": \"x\"}"),
            Map.entry("incidents/moves", "{\"version\": 1, \"step\": \"NOTE\", \"opinion\": \"x\"}"),
            Map.entry("scores", "{\"points\": {}}"),
            Map.entry("opinions", "{\"objects\": false}"));

    /// A notice is for everybody: who asks is given an application of their own.
    private static final String OWN = "POST /api/selections/{id}/candidacies";

    @Test
    void another_partner_and_a_citizen_learn_nothing_by_any_id() throws IOException {
        as("kangning").get("/api/session"); // somebody of that partner has acted
        as("kangning").post("/api/messages/ways/subscriptions", "{\"url\": \"http://127.0.0.1:9/\"}");
        var document = sql.sql("select case_id from application where applicant_name like '%康%' limit 1")
                .query(java.util.UUID.class)
                .single();
        sql.sql("""
                        insert into case_document (id, case_id, name, media_type, size, sm3, by_name, at, content)
                        values (gen_random_uuid(), ?, 'a', 'b', 1, 'c', 'd', now(), 'x')
                        """).param(document).update();
        var asked = expertsAndAColleagueAreAsked();
        var wrong = new ArrayList<String>();
        for (var endpoint : withAnId()) {
            var kind = kind(endpoint);
            var id = sql.sql(FOREIGN.get(kind)).query(java.util.UUID.class).single();
            var path = endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("{id}", id.toString())
                    .replace("{workspace}", id.toString()); // what is in a workspace is behind the workspace's door
            for (var stranger : STRANGERS.getOrDefault(kind, List.of("xinhe", "lixiulan"))) {
                var reply = ask(as(stranger), endpoint, path);
                if (reply.status() != 404 && reply.status() != 403) {
                    wrong.add("%s as %s: %s".formatted(endpoint, stranger, reply));
                }
            }
        }
        assertThat(as("shuju").delete("/api/countersignatures/" + asked).status())
                .as("it is still as it was asked")
                .isLessThan(300);
        assertThat(as("xinhe").delete("/api/countersignatures/" + asked).status())
                .as("nor what has become of it")
                .isEqualTo(404);
        assertThat(wrong).isEmpty();
    }

    /// What the demonstration has none of.
    ///
    /// @return the countersignature that is asked for
    private String expertsAndAColleagueAreAsked() {
        var origin = caseOf(withAuthority("elders"));
        var opinion = as("shuju")
                .post(
                        "/api/scenario-opinions",
                        "{\"origin\": \"%s\", \"experts\": 1, \"question\": \"Is it safe?\"}".formatted(origin));
        assertThat(opinion.status()).as("%s", opinion).isEqualTo(201);
        var colleague = as("shujuer").get("/api/session").body().required("user");
        var asked = as("shuju")
                .post(
                        "/api/cases/%s/countersignatures".formatted(origin),
                        "{\"step\": \"ASSESS\", \"opinion\": \"complete\", \"colleague\": \"%s\"}"
                                .formatted(colleague.required("id").asString()));
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        return asked.text("id");
    }

    private static List<String> withAnId() throws IOException {
        return new ClassPathResource("access-matrix.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.contains("{id}") && !it.endsWith("OPEN"))
                .map(it -> it.substring(0, it.indexOf(',')))
                .filter(it -> !it.equals(OWN))
                .toList();
    }

    /// What the id in an endpoint's path is of.
    private static String kind(String endpoint) {
        var parts = endpoint.split("/");
        return parts[2].equals("pricing") ? parts[3] : parts[2];
    }

    private static Guest.Reply ask(Guest guest, String endpoint, String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        var kind = kind(endpoint);
        var form = FORMS.getOrDefault(
                FORMS.containsKey(kind + "/" + last) ? kind + "/" + last : FORMS.containsKey(last) ? last : kind,
                "{\"version\": 1, \"name\": \"\", \"title\": \"\", \"summary\": \"\", \"updateCycle\": \"MONTHLY\","
                        + " \"legalBasis\": \"\", \"contact\": \"\", \"retention\": \"\", \"format\": \"CSV\","
                        + " \"fileName\": \"a\", \"size\": 1, \"columns\": [], \"subjectKind\": \"\"}");
        return switch (endpoint.substring(0, endpoint.indexOf(' '))) {
            case "GET" -> guest.get(path);
            case "POST" -> path.endsWith("/documents") ? guest.attach(path) : guest.post(path, form);
            case "PUT" -> guest.put(path, form);
            default -> guest.delete(path + "?reason=none");
        };
    }

    @Test
    void of_many_submits_at_once_one_is_done() {
        var id = submittable();
        var body = "{\"version\": %d, \"step\": \"SUBMIT\"}"
                .formatted(as("xinhe")
                        .get("/api/applications/" + id)
                        .body()
                        .required("version")
                        .asInt());
        as("xinhe").get("/api/session");

        var asked = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> as("xinhe")
                        .post("/api/applications/%s/moves".formatted(id), body)
                        .status()))
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
        assertThat(sql.sql("""
                        select count(*) from evidence_entry where act = 'application-moved'
                           and case_id = (select case_id from application where id = ?::uuid)
                        """).param(id).query(Long.class).single()).isEqualTo(1);
    }

    private String submittable() {
        var opened = as("xinhe").post("/api/applications", "{}");
        var resource = resource("companies");
        var saved = as("xinhe").put("/api/applications/" + opened.text("id"), """
                {"version": %d, "scenario": {"title": "A test", "kind": "INDUSTRY", "purpose": "p", "users": "u",
                 "outputs": "o", "method": "m", "call": "WORKBENCH", "frequency": "f", "benefit": "b", "risk": "r", "until": "%s"},
                 "items": [{"resource": "%s", "columns": ["industry"], "necessity": "n"}]}
                """.formatted(
                        opened.body().required("version").asInt(),
                        java.time.LocalDate.now().plusYears(1),
                        resource));
        assertThat(saved.status()).as("%s", saved).isEqualTo(200);
        return opened.text("id");
    }

    @Test
    void when_the_session_has_expired_an_act_is_refused_and_nothing_is_done() {
        var guest = Guest.as(port, "xinhe");
        var before =
                sql.sql("select count(*) from application").query(Long.class).single();
        var session = guest.session();
        sql.sql("update spring_session set expiry_time = 0, last_access_time = 0, max_inactive_interval = 1"
                        + " where session_id = ?")
                .param(session)
                .update();

        var reply = guest.post("/api/applications", "{}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo("not-signed-in");
        assertThat(sql.sql("select count(*) from application").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void what_is_not_json_or_not_an_id_is_a_sentence_and_no_fault() {
        for (var body : List.of("{", "[]", "\"x\"", "{\"version\": \"many\"}", "null", "")) {
            var reply = as("xinhe").put("/api/applications/" + submittableId(), body);
            assertThat(reply.status()).as(body).isBetween(400, 422);
            assertThat(reply.text("detail")).as(body).isNotBlank();
        }
        assertThat(as("xinhe").get("/api/applications/not-an-id").status()).isEqualTo(400);
        assertThat(as("xinhe").get("/api/tasks?size=-5&page=-1").status()).isEqualTo(200);
        assertThat(as("xinhe").get("/api/cases?q=%00").status()).isLessThan(500);
    }

    private String submittableId() {
        return sql.sql("select id::text from application where stage = 'DRAFT' limit 1")
                .query(String.class)
                .single();
    }
}
