package org.mingqu.platform.products;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 22: products are registered, reviewed and filed, and used for no scenario that was not approved")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article22Test extends OnTheMarket {

    @Test
    void a_product_is_made_of_a_release_and_says_of_which_versions_without_anybody_typing_it() {
        var derivation = product(begun("INDUSTRY")).required("derivation");

        assertThat(derivation.required("release").asString()).isEqualTo(work());
        assertThat(derivation.required("scenario").asString()).isEqualTo(SCENARIO);
        assertThat(derivation.required("sm3").asString()).hasSize(64);
        assertThat(derivation.required("origins").findValuesAsString("name"))
                .contains("traffic_counts")
                .doesNotContain("air_stations");
        assertThat(derivation.required("columns").findValuesAsString("column")).contains("vehicles");
    }

    @Test
    void what_is_missing_is_named_all_at_a_time_and_another_scenario_than_the_approved_one_is_refused() {
        var release = work();
        var id = as(MAKER)
                .post(
                        "/api/products",
                        "{\"release\": \"%s\", \"terms\": %s}"
                                .formatted(release, terms(unique("product"), "INDUSTRY", "advertising", "")))
                .body()
                .required("line")
                .required("id")
                .asString();

        var reply = move(MAKER, id, "SUBMIT", "");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").propertyNames()).contains("terms.limits", "terms.scenario");
        assertThat(product(id).required("line").required("stage").asString()).isEqualTo("DRAFT");
    }

    @Test
    void the_authority_returns_with_its_reasons_and_the_maker_submits_again() {
        var id = begun("INDUSTRY");
        must(move(MAKER, id, "SUBMIT", ""), "SUBMITTED");
        assertThat(move(MAKER, id, "COMPLETE", "").status()).isEqualTo(403);
        must(move(AUTHORITY, id, "RETURN", ""), "RETURNED");
        var changed = as(MAKER)
                .put(
                        "/api/products/" + id,
                        "{\"version\": %d, \"terms\": %s}"
                                .formatted(
                                        product(id).required("version").asInt(),
                                        terms(unique("product"), "INDUSTRY", SCENARIO, "no resale at all")));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        must(move(MAKER, id, "SUBMIT", ""), "SUBMITTED");
        assertThat(as(MAKER)
                        .put(
                                "/api/products/" + id,
                                "{\"version\": %d, \"terms\": %s}"
                                        .formatted(
                                                product(id).required("version").asInt(),
                                                terms("x", "INDUSTRY", SCENARIO, "x")))
                        .problem())
                .isEqualTo("product-submitted");
    }

    @Test
    void completeness_takes_five_working_days() {
        var id = begun("INDUSTRY");
        must(move(MAKER, id, "SUBMIT", ""), "SUBMITTED");

        var file = as(AUTHORITY)
                .get("/api/cases/"
                        + product(id).required("line").required("caseId").asString())
                .body();

        var task = file.required("tasks").valueStream().toList().getLast();
        assertThat(task.required("clock").required("totalDays").asInt()).isEqualTo(5);
    }

    @Test
    void an_appointed_assessor_sees_that_product_only_reviews_it_and_cannot_file_it() {
        var other = begun("INDUSTRY");
        var id = begun("INDUSTRY");
        must(move(MAKER, id, "SUBMIT", ""), "SUBMITTED");
        must(move(AUTHORITY, id, "COMPLETE", ""), "WITH_COMPLIANCE");
        assertThat(as(ASSESSOR).get("/api/products/" + id).status()).isEqualTo(404);

        must(
                move(AUTHORITY, id, "APPOINT", ", \"assessor\": \"%s\"".formatted(organisation(ASSESSOR))),
                "WITH_COMPLIANCE");

        assertThat(as(ASSESSOR).get("/api/products/" + id).status()).isEqualTo(200);
        assertThat(as(ASSESSOR).get("/api/products/" + other).status()).isEqualTo(404);
        assertThat(as(ASSESSOR).get("/api/products").body().findValuesAsString("id"))
                .contains(id)
                .doesNotContain(other);
        must(move(ASSESSOR, id, "PASS_COMPLIANCE", ""), "WITH_SECURITY");
        must(move(ASSESSOR, id, "PASS_SECURITY", ""), "REVIEWED");
        assertThat(move(ASSESSOR, id, "REGISTER", "").status()).isEqualTo(403);
        must(move(AUTHORITY, id, "REGISTER", ""), "FILED");
        assertThat(product(id).required("line").required("filingNo").asString()).matches("GMBA-\\d{4}-\\d{4}");
    }

    @Test
    void what_is_not_filed_is_not_used() {
        var id = begun("WELFARE");

        assertThat(admit(id, CUSTOMER, SCENARIO, "WELFARE").problem()).isEqualTo("product-not-filed");
        assertThat(call(MAKER, id, "a", SCENARIO).problem()).isEqualTo("product-not-filed");
    }

    @Test
    void a_call_for_another_scenario_is_refused_and_the_attempt_stays_on_record() {
        var id = filed("WELFARE");
        assertThat(admit(id, CUSTOMER, "advertising", "WELFARE").status()).isEqualTo(422);
        assertThat(admit(id, CUSTOMER, SCENARIO, "WELFARE").status()).isEqualTo(200);

        var refused = call(CUSTOMER, id, "a", "choosing shops");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("product-other-scenario");
        assertThat(refused.text("article")).isEqualTo("22");
        assertThat(call("kangning", id, "a", SCENARIO).problem()).isEqualTo("product-not-customer");
        var attempts = product(id).required("attempts");
        assertThat(attempts.findValuesAsString("reason"))
                .containsExactlyInAnyOrder("product-other-scenario", "product-not-customer");
        assertThat(attempts.findValuesAsString("scenario")).contains("choosing shops");
        assertThat(as(AUTHORITY)
                        .get("/api/evidence/"
                                + attempts.get(0).required("evidence").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_call_for_the_approved_scenario_is_answered_and_the_same_request_is_answered_once() {
        var id = filed("WELFARE");
        admit(id, CUSTOMER, SCENARIO, "WELFARE");

        var first = call(CUSTOMER, id, "one", SCENARIO);
        var again = call(CUSTOMER, id, "one", SCENARIO);

        assertThat(first.status()).as("%s", first).isEqualTo(200);
        assertThat(first.body().required("rows")).isNotEmpty();
        assertThat(again.text("evidence")).isEqualTo(first.text("evidence"));
        var road = first.body().required("rows").get(0).get(0).asString();
        var filtered = as(CUSTOMER)
                .post(
                        "/api/products/%s/calls".formatted(id),
                        "{\"request\": \"two\", \"scenario\": \"%s\", \"filter\": {\"road\": \"%s\"}}"
                                .formatted(SCENARIO, road));
        assertThat(filtered.body().required("rows").valueStream().map(JsonNode::size))
                .containsExactly(2);
        assertThat(as(CUSTOMER)
                        .post(
                                "/api/products/%s/calls".formatted(id),
                                "{\"request\": \"three\", \"scenario\": \"%s\", \"filter\": {\"plate\": \"x\"}}"
                                        .formatted(SCENARIO))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_product_that_is_revoked_answers_nothing_more() {
        var id = filed("WELFARE");
        admit(id, CUSTOMER, SCENARIO, "WELFARE");
        assertThat(call(CUSTOMER, id, "one", SCENARIO).status()).isEqualTo(200);

        must(move(AUTHORITY, id, "REVOKE", ""), "REVOKED");

        assertThat(call(CUSTOMER, id, "two", SCENARIO).status()).isBetween(404, 409);
        assertThat(nobody().get("/api/product-catalogue").body().findValuesAsString("id"))
                .doesNotContain(id);
    }
}
