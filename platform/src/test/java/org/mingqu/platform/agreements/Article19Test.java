package org.mingqu.platform.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 19: an agreement names its heads, is signed by all, and ends with its term")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article19Test extends OnTheStreet {

    private static final String SOURCE = "zhujian";

    @Autowired
    TermWatch watch;

    @Autowired
    AgreementStore store;

    @Autowired
    JdbcClient sql;

    private JsonNode agreement(String username, String stage) {
        for (var line : as(username).get("/api/agreements?size=200").body().required("items")) {
            if (line.required("stage").asString().equals(stage)) {
                return as(username)
                        .get("/api/agreements/" + line.required("id").asString())
                        .body();
            }
        }
        throw new AssertionError("no agreement is " + stage);
    }

    @Test
    void the_draft_says_what_follows_from_the_application_and_leaves_the_rest_to_the_parties() {
        var draft = agreement("shuju", "DRAFT");

        for (var head : draft.required("heads")) {
            switch (head.required("key").asString()) {
                case "SCENARIO" -> assertThat(head.required("text").asString()).contains("停车泊位热力");
                case "DATA_LIST" -> assertThat(head.required("text").asString()).contains("road", "vehicles");
                case "PERIOD" ->
                    assertThat(head.required("text").asString())
                            .contains(draft.required("until").asString());
                case "CALL_METHOD" ->
                    assertThat(head.required("complete").asBoolean()).isTrue();
                default -> assertThat(head.required("complete").asBoolean()).isFalse();
            }
        }
        assertThat(draft.required("missing")).hasSize(4);
    }

    @Test
    void every_signature_is_good_for_this_text_and_is_in_the_evidence_with_its_key() {
        var agreement = agreement("shuju", "IN_FORCE");

        for (var party : agreement.required("parties")) {
            var seal = party.required("seal");
            assertThat(seal.required("holds").asBoolean()).isTrue();
            assertThat(seal.required("text").asString())
                    .contains(agreement.required("sm3").asString());
            var entry = as("shuju")
                    .get("/api/evidence/" + party.required("signature").asString())
                    .body();
            var facts = entry.required("content").required("facts");
            assertThat(facts.required("signature").asString())
                    .isEqualTo(seal.required("value").asString());
            assertThat(facts.required("publicKey").asString())
                    .isEqualTo(seal.required("publicKey").asString());
        }
    }

    @Test
    void what_all_have_signed_is_had_on_paper_by_its_parties_and_by_nobody_else() throws java.io.IOException {
        var agreement = agreement("shuju", "IN_FORCE");
        var path = "/api/agreements/%s/paper";
        var id = agreement.required("id").asString();

        var printed = as("shuju").post(path.formatted(id), "{}");

        var text = Paper.running(printed);
        assertThat(text)
                .contains("公共数据开发利用服务协议", "一、应用场景", "八、保密条款")
                .contains(
                        agreement.required("number").asString(),
                        agreement.required("sm3").asString());
        for (var party : agreement.required("parties")) {
            assertThat(text)
                    .contains(
                            party.required("signedBy").asString(),
                            party.required("seal").required("keyId").asString());
        }
        var draft = agreement("shuju", "DRAFT").required("id").asString();
        assertThat(as("shuju").post(path.formatted(draft), "{}").problem()).isEqualTo("agreement-not-signed");
        assertThat(as("wangxin").post(path.formatted(id), "{}").status()).isEqualTo(404);
    }

    @Test
    void a_signature_does_not_hold_for_another_text_another_signatory_or_a_changed_statement() {
        var id = UUID.fromString(agreement("shuju", "IN_FORCE").required("id").asString());
        var agreement = store.find(id).orElseThrow();
        var signatory = agreement.parties().getFirst();
        assertThat(agreement.isSealedBy(signatory)).isTrue();

        var heads = new java.util.LinkedHashMap<>(agreement.heads());
        heads.put("FEES", "free of charge");
        assertThat(agreement.with(heads).isSealedBy(signatory))
                .as("another text")
                .isFalse();

        var other = agreement.parties().getLast();
        var swapped = new Agreement.Signatory(
                other.party(), other.role(), other.signedAt(), other.signedBy(), other.signature(), signatory.seal());
        assertThat(agreement.isSealedBy(swapped)).as("another signatory").isFalse();

        var seal = java.util.Objects.requireNonNull(signatory.seal());
        var forged = new org.mingqu.platform.parties.Signature(
                seal.publicKey(),
                seal.text().replaceFirst("\"role\":\"[A-Z]+\"", "\"role\":\"PARTNER\""),
                seal.value());
        assertThat(forged.holds()).as("a changed statement").isFalse();
    }

    @Test
    void the_private_keys_are_sealed_at_rest() {
        var sealed = sql.sql("select encode(sealed, 'escape') from organisation_key")
                .query(String.class)
                .list();

        assertThat(sealed).isNotEmpty().noneMatch(it -> it.contains("PRIVATE KEY"));
    }

    @Test
    void when_its_term_ends_the_agreement_expires_by_itself_and_the_workspace_is_closed_for_good() {
        var id = inForce(granted());
        var workspace = opened(id);
        var agreement = as("tangyibo").get("/api/agreements/" + id).body();
        var until = LocalDate.parse(agreement.required("until").asString());
        sql.sql("update agreement set until_day = ? where id = ?::uuid")
                .params(LocalDate.now().minusDays(400), id)
                .update();
        try {
            watch.look(LocalDate.now().minusDays(399));
            watch.look(LocalDate.now().minusDays(399));
        } finally {
            sql.sql("update agreement set until_day = ? where id = ?::uuid")
                    .params(until, id)
                    .update();
        }

        assertThat(as("tangyibo").get("/api/agreements/" + id).text("stage")).isEqualTo("EXPIRED");
        var file =
                as("tangyibo").get("/api/cases/" + agreement.required("caseId").asString());
        assertThat(file.body().required("closed").asBoolean()).isTrue();
        assertThat(file.body().required("acts").findValuesAsString("step")).containsOnlyOnce("EXPIRE");
        var refused = as("tangyibo")
                .post(
                        "/api/workspaces/%s/runs".formatted(workspace),
                        "{\"sql\": \"select 1\", \"lane\": \"SYNTHETIC\"}");
        assertThat(refused.problem()).isEqualTo("workspace-expired");
        assertThat(sql.sql("select act from evidence_entry where case_id = ?::uuid")
                        .param(agreement.required("caseId").asString())
                        .query(String.class)
                        .list())
                .contains("agreement-expired", "workspace-expired");
        assertThat(told(workspace)).isEqualTo("TERMINATED");
    }

    /// How the enclave has the workspace, once it was told.
    private String told(String workspace) {
        var state = "";
        for (var i = 0; i < 100 && !state.equals("TERMINATED"); i++) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            state = sql.sql("select enclave_state from workspace where id = ?::uuid")
                    .param(workspace)
                    .query(String.class)
                    .single();
        }
        return state;
    }

    /// The agreement of an application of its own that everybody has consented to.
    private String granted() {
        var partner = as("tangyibo");
        var id = partner.post("/api/applications", "{}").text("id");
        var saved = partner.put(
                "/api/applications/" + id, """
                {"version": 1, "scenario": {"title": "A test", "kind": "PUBLIC_WELFARE", "purpose": "p", "users": "u",
                 "outputs": "o", "method": "m", "call": "WORKBENCH", "frequency": "f", "benefit": "b", "risk": "r", "until": "%s"},
                 "items": [{"resource": "%s", "columns": ["road"], "necessity": "n"}]}
                """.formatted(LocalDate.now().plusYears(1), resource("traffic_counts")));
        assertThat(saved.status()).as("%s", saved).isEqualTo(200);
        move("tangyibo", id, "SUBMIT");
        move("yunying", id, "FORWARD");
        move("shuju", id, "ASSESS");
        move(SOURCE, id, "CONSENT");
        return partner.get("/api/applications/" + id).text("agreement");
    }

    private void move(String username, String id, String step) {
        var version = as("tangyibo")
                .get("/api/applications/" + id)
                .body()
                .required("version")
                .asInt();
        var reply = as(username)
                .post(
                        "/api/applications/%s/moves".formatted(id),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"seen\"}".formatted(version, step));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    }

    private String inForce(String id) {
        var path = "/api/agreements/" + id;
        var filled = as("yunying")
                .put(
                        path + "/heads",
                        "{\"version\": 1, \"heads\": {\"FEES\": \"a\", \"RESPONSIBILITY\": \"b\","
                                + " \"SUPERVISION\": \"c\", \"CONFIDENTIALITY\": \"d\"}}");
        assertThat(filled.status()).as("%s", filled).isEqualTo(200);
        for (var username : new String[] {SOURCE, "yunying", "tangyibo", "shuju"}) {
            var now = as(username).get(path);
            var signed = as(username)
                    .post(
                            path + "/signatures",
                            "{\"version\": %d, \"sm3\": \"%s\"}"
                                    .formatted(now.body().required("version").asInt(), now.text("sm3")));
            assertThat(signed.status()).as("%s", signed).isEqualTo(200);
        }
        return id;
    }

    private String opened(String agreement) {
        for (var i = 0; i < 100; i++) {
            var workspace = as("tangyibo").get("/api/agreements/" + agreement).text("workspace");
            if (!workspace.isEmpty()) {
                return workspace;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("no workspace has opened");
    }
}
