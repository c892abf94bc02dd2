package org.mingqu.platform.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.ledger.HashFunction;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 39: violations go on record, with objection and repair, and to the regulator with their evidence")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article39Test extends OnOrder {

    private JsonNode credit() {
        return as("tangyibo").get("/api/credit-records").body().get(0);
    }

    private org.mingqu.platform.Guest.Reply move(String username, String step) {
        var it = credit();
        return as(username)
                .post(
                        "/api/credit-records/%s/moves"
                                .formatted(it.required("id").asString()),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"because\"}"
                                .formatted(it.required("version").asInt(), step));
    }

    @Test
    void a_disputed_record_is_marked_and_decided_within_two_working_days_by_the_authority() {
        if (credit().required("stage").asString().equals("PUBLISHED")) {
            assertThat(move("tangyibo", "OBJECT").status()).isEqualTo(200);
        }
        assertThat(credit().required("stage").asString()).isEqualTo("DISPUTED");
        var file = as(AUTHORITY)
                .get("/api/cases/" + credit().required("caseId").asString())
                .body();
        assertThat(file.required("tasks")
                        .valueStream()
                        .toList()
                        .getLast()
                        .required("clock")
                        .required("totalDays")
                        .asInt())
                .isEqualTo(2);
        assertThat(move("tangyibo", "UPHOLD").status()).isEqualTo(403);

        assertThat(move(AUTHORITY, "UPHOLD").text("stage")).isEqualTo("PUBLISHED");
        var early = move("tangyibo", "ASK_REPAIR");
        assertThat(early.problem()).isEqualTo("credit-publicity");
        assertThat(early.text("detail"))
                .contains(credit().required("publicityUntil").asString());
    }

    @Test
    void another_partner_sees_no_record_and_takes_no_step() {
        assertThat(as("xinhe").get("/api/credit-records").body()).isEmpty();
        assertThat(move("xinhe", "OBJECT").status()).isEqualTo(404);
        assertThat(as("wangxin").get("/api/credit-records").body()).isNotEmpty();
    }

    @Test
    void a_finding_goes_to_a_regulator_with_its_evidence_and_the_pack_has_the_hash_that_was_entered() {
        var id = reported("shuiwu", "kangning", "PARTNER");
        var pack = as(AUTHORITY)
                .get("/api/rectifications/%s/pack".formatted(id))
                .whole()
                .body();
        assertThat(as("gongan").get("/api/rectifications/" + id).status()).isEqualTo(404);

        must(take(AUTHORITY, id, "REFER", ", \"regulator\": \"%s\"".formatted(organisation("gongan"))), "REPORTED");

        var referral = view("gongan", id).required("referrals").get(0);
        assertThat(referral.required("packSm3").asString())
                .isEqualTo(HashFunction.SM3.of(pack).hex());
        assertThat(as("baomi").get("/api/rectifications/" + id).status()).isEqualTo(404);
        assertThat(as("gongan")
                        .get("/api/rectifications/%s/pack".formatted(id))
                        .body()
                        .required("entries"))
                .anyMatch(
                        it -> it.required("content").required("act").asString().equals("finding-reported"));
        must(take("gongan", id, "RECEIVE", ""), "REPORTED");
        assertThat(as(AUTHORITY)
                        .get("/api/cases/"
                                + view(AUTHORITY, id)
                                        .required("line")
                                        .required("caseId")
                                        .asString())
                        .body()
                        .required("acts"))
                .as("what the regulator said")
                .anyMatch(it -> it.required("step").asString().equals("RECEIVE")
                        && it.required("opinion").asString().equals("because"));
        assertThat(take("gongan", id, "RECEIVE", "").status()).as("twice").isEqualTo(403);
        assertThat(take(AUTHORITY, id, "REFER", ", \"regulator\": \"%s\"".formatted(organisation("gongan")))
                        .problem())
                .isEqualTo("referred-already");
    }
}
