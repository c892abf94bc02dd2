package org.mingqu.platform.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.parties.Role;

@DisplayName(
        "Article 12: the authority signs the authorisation agreement with the operator that the government decided for")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article12Test extends MandateStreet {

    private String operator() {
        return newcomer("运营 " + UUID.randomUUID(), "COMPANY", Role.OPERATOR);
    }

    @Test
    void who_was_selected_is_offered_the_agreement_and_both_have_to_sign() {
        var operator = operator();
        var id = selected(operator);

        assertThat(stage(operator, id)).isEqualTo("DRAFT");
        assertThat(as(operator).get("/api/tasks").body().required("items").findValuesAsString("step"))
                .contains("SIGN");
        ok(sign(operator, id), 200);
        assertThat(stage("shuju", id)).isEqualTo("SIGNING");
        ok(sign("shuju", id), 200);
        assertThat(stage(operator, id)).isEqualTo("IN_FORCE");
    }

    @Test
    void without_an_agreement_in_force_nobody_acts_as_operator() {
        var operator = operator();

        var none = as(operator).post("/api/applications", "{}");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.problem()).isEqualTo("operator-without-agreement");
        assertThat(none.text("article")).isEqualTo("12");

        var id = selected(operator);
        ok(sign(operator, id), 200);
        var half = as(operator).post("/api/applications", "{}");
        assertThat(half.problem()).isEqualTo("operator-not-signed");
        assertThat(half.body().required("open").get(0).asString()).isEqualTo("SIGN");

        ok(sign("shuju", id), 200);
        ok(as(operator).post("/api/applications", "{}"), 201);
    }

    @Test
    void each_signature_is_one_of_sm2_for_the_sm3_of_this_text_and_is_in_the_evidence() {
        var operator = operator();
        var now = read("shuju", inForce(operator));

        for (var party : now.required("parties")) {
            var seal = party.required("seal");
            assertThat(seal.required("holds").asBoolean()).isTrue();
            assertThat(seal.required("text").asString())
                    .contains(now.required("sm3").asString());
            var entry = ok(
                    as("shuju")
                            .get("/api/evidence/" + party.required("signature").asString()),
                    200);
            assertThat(entry.required("content")
                            .required("facts")
                            .required("signature")
                            .asString())
                    .isEqualTo(seal.required("value").asString());
        }
    }

    @Test
    void nobody_signs_twice_or_a_text_that_was_changed_meanwhile() {
        var operator = operator();
        var id = selected(operator);
        var stale = read(operator, id);
        ok(fill("shuju", id, "SCOPE", "only this"), 200);

        var late = as(operator)
                .post(
                        "/api/mandates/%s/signatures".formatted(id),
                        "{\"version\": %d, \"sm3\": \"%s\"}"
                                .formatted(
                                        stale.required("version").asInt(),
                                        stale.required("sm3").asString()));
        assertThat(late.problem()).isEqualTo("changed-meanwhile");
        ok(sign(operator, id), 200);
        assertThat(sign(operator, id).problem()).isEqualTo("agreement-signed");
    }

    @Test
    void only_a_legal_person_can_sign_as_operator() {
        var person = newcomer("某人 " + UUID.randomUUID(), "NATURAL_PERSON", Role.PARTNER);
        var id = selected(person);

        assertThat(sign(person, id).problem()).isEqualTo("mandate-legal-person");
    }

    @Test
    void others_see_nothing_of_it() {
        var id = selected(operator());

        assertThat(as("yunying").get("/api/mandates/" + id).status()).isEqualTo(404);
        assertThat(as("kangning").get("/api/mandates/" + id).status()).isEqualTo(404);
        assertThat(as("minzheng").get("/api/mandates").status()).isEqualTo(403);
    }
}
