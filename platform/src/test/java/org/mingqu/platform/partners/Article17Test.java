package org.mingqu.platform.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.parties.DemonstrationAccounts;
import org.mingqu.platform.parties.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 17: partners come and go by the operator's published rules, and both are filed")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article17Test extends OnTheStreet {

    private static final String OPERATOR = "yunying";

    @Autowired
    DemonstrationAccounts accounts;

    @Autowired
    AdmissionWatch watch;

    @Autowired
    JdbcClient sql;

    private String newcomer(String kind) {
        var username = "t" + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(username, "某某", "合作 " + UUID.randomUUID(), kind, null, Role.PARTNER);
        return username;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private String organisation(String username) {
        return as(username)
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    private String form(LocalDate validUntil, boolean affiliated) {
        return """
                {"operator": "%s", "introduction": "i", "affiliated": %s, "capabilities": [
                 {"kind": "STANDING", "text": "a"}, {"kind": "TEAM", "text": "b"},
                 {"kind": "SECURITY", "text": "c", "validUntil": "%s"}, {"kind": "EXPERIENCE", "text": "d"}]}
                """.formatted(organisation(OPERATOR), affiliated, validUntil);
    }

    private String applied(String username) {
        return ok(as(username).post("/api/partnerships", form(today().plusYears(1), false)), 201)
                .required("id")
                .asString();
    }

    private JsonNode read(String username, String id) {
        return ok(as(username).get("/api/partnerships/" + id), 200);
    }

    private Guest.Reply move(String username, String id, String step) {
        return as(username)
                .post(
                        "/api/partnerships/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"because\"}"
                                .formatted(read("shuju", id).required("version").asInt(), step));
    }

    private String filed(String username) {
        var id = applied(username);
        ok(move(OPERATOR, id, "ADMIT"), 200);
        ok(move(OPERATOR, id, "FILE"), 200);
        ok(move("shuju", id, "ACKNOWLEDGE"), 200);
        return id;
    }

    private static JsonNode ok(Guest.Reply reply, int status) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        return reply.body();
    }

    @Test
    void anybody_reads_the_rules_version_by_version_and_who_the_partners_are() {
        var rules = nobody().get("/api/partner-rules").body();

        var ours = rules.valueStream()
                .filter(it -> it.required("operator").required("id").asString().equals(organisation(OPERATOR)))
                .findFirst()
                .orElseThrow();
        assertThat(ours.required("versions").get(0).required("version").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(ours.required("partners").findValuesAsString("name"))
                .anyMatch(it -> it.contains("康宁"))
                .noneMatch(it -> it.contains("文睿") || it.contains("明研"));
    }

    @Test
    void a_partner_that_is_not_filed_can_do_nothing_and_is_told_what_is_open() {
        var partner = newcomer("COMPANY");

        var stranger = as(partner).post("/api/applications", "{}");
        assertThat(stranger.status()).isEqualTo(409);
        assertThat(stranger.problem()).isEqualTo("partner-not-admitted");
        assertThat(stranger.text("article")).isEqualTo("17");
        assertThat(stranger.body().required("open").get(0).asString()).isEqualTo("APPLY");

        var id = applied(partner);
        ok(move(OPERATOR, id, "ADMIT"), 200);
        ok(move(OPERATOR, id, "FILE"), 200);
        var waiting = as(partner).post("/api/applications", "{}");
        assertThat(waiting.problem()).isEqualTo("partner-not-filed");
        assertThat(waiting.body().required("open").valueStream().map(JsonNode::asString))
                .containsExactly("ACKNOWLEDGE", "OBJECT");
        assertThat(waiting.text("detail"))
                .contains(read(partner, id).required("number").asString());

        ok(move("shuju", id, "ACKNOWLEDGE"), 200);
        ok(as(partner).post("/api/applications", "{}"), 201);
    }

    @Test
    void a_natural_person_is_admitted_as_an_organisation_is() {
        var person = newcomer("NATURAL_PERSON");

        filed(person);

        ok(as(person).post("/api/applications", "{}"), 201);
    }

    @Test
    void evidence_is_asked_for_and_what_has_expired_is_none() {
        var partner = newcomer("COMPANY");

        var expired = as(partner).post("/api/partnerships", form(today().minusDays(1), false));
        assertThat(expired.status()).isEqualTo(422);
        assertThat(expired.body().required("fields").has("capabilities.SECURITY"))
                .isTrue();
        var without = as(partner)
                .post(
                        "/api/partnerships",
                        "{\"operator\": \"%s\", \"introduction\": \"i\", \"affiliated\": false, \"capabilities\": []}"
                                .formatted(organisation(OPERATOR)));
        assertThat(without.body().required("fields")).hasSize(4);
    }

    @Test
    void who_is_tied_to_the_operator_is_not_its_partner_while_the_rule_holds() {
        var partner = newcomer("COMPANY");

        assertThat(as(partner)
                        .post("/api/partnerships", form(today().plusYears(1), true))
                        .problem())
                .isEqualTo("partner-is-affiliate");
        sql.sql("insert into rule_figure (name, from_day, value, basis) values ('partner-not-affiliate', ?, 0, '17')")
                .param(today())
                .update();
        try {
            ok(as(partner).post("/api/partnerships", form(today().plusYears(1), true)), 201);
        } finally {
            sql.sql("delete from rule_figure where name = 'partner-not-affiliate' and from_day = ?")
                    .param(today())
                    .update();
        }
    }

    @Test
    void the_authority_objects_and_the_operator_files_again_within_its_term() {
        var partner = newcomer("COMPANY");
        var id = applied(partner);
        assertThat(move("shuju", id, "ACKNOWLEDGE").problem()).isEqualTo("step-not-open");
        ok(move(OPERATOR, id, "ADMIT"), 200);
        ok(move(OPERATOR, id, "FILE"), 200);
        ok(move("shuju", id, "OBJECT"), 200);

        var file = as(OPERATOR)
                .get("/api/cases/" + read(OPERATOR, id).required("caseId").asString())
                .body();
        var open = file.required("tasks")
                .valueStream()
                .filter(it -> !it.required("done").asBoolean())
                .toList();
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().required("clock").required("due").asString()).isNotBlank();
        ok(move(OPERATOR, id, "FILE"), 200);
        ok(move("shuju", id, "ACKNOWLEDGE"), 200);
        assertThat(read(partner, id).required("filedOn").asString()).isEqualTo(today().toString());
    }

    @Test
    void an_exit_closes_the_access_at_once_and_is_filed_after_the_deletion_is_stated() {
        var partner = newcomer("COMPANY");
        var id = filed(partner);

        ok(move(partner, id, "LEAVE"), 200);

        assertThat(as(partner).post("/api/applications", "{}").problem()).isEqualTo("partner-gone");
        assertThat(move(OPERATOR, id, "FILE_EXIT").problem()).isEqualTo("partner-deletion-missing");
        ok(move(partner, id, "CERTIFY"), 200);
        var statement = read("shuju", id).required("deletion");
        assertThat(statement.required("holds").asBoolean()).isTrue();
        ok(move(OPERATOR, id, "FILE_EXIT"), 200);
        ok(move("shuju", id, "ACKNOWLEDGE_EXIT"), 200);
        assertThat(read(partner, id).required("exitedOn").asString()).isEqualTo(today().toString());
        applied(partner);
    }

    @Test
    void an_admission_ends_with_its_term() {
        var partner = newcomer("COMPANY");
        var id = filed(partner);
        sql.sql("update partnership set until_day = ? where id = ?::uuid")
                .params(today().minusDays(1), id)
                .update();

        watch.look();
        watch.look();

        assertThat(read(partner, id).required("stage").asString()).isEqualTo("EXITING");
        assertThat(as(partner).post("/api/applications", "{}").problem()).isEqualTo("partner-gone");
    }

    @Test
    void the_standing_shows_projects_findings_and_evidence_that_expires() {
        var kangning = as("kangning")
                .get("/api/partnerships")
                .body()
                .get(0)
                .required("id")
                .asString();

        var standing = read("kangning", kangning);
        assertThat(standing.required("projects")).isNotEmpty();
        assertThat(standing.required("findings")).isNotEmpty();
        assertThat(standing.required("capabilities").findValuesAsString("state"))
                .contains("SOON", "GOOD");
        assertThat(as("xinhe").get("/api/partnerships/" + kangning).status()).isEqualTo(404);
    }
}
