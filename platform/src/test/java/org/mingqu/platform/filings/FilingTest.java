package org.mingqu.platform.filings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.products.OnTheMarket;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 22: the district's filing and the national registration are two things with two numbers")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilingTest extends OnTheMarket {

    @Autowired
    FilingDesk desk;

    private JsonNode filing(String username, String product) {
        for (JsonNode it : as(username).get("/api/filings").body()) {
            if (it.required("product").asString().equals(product)) {
                return it;
            }
        }
        throw new AssertionError(username + " sees no filing of " + product);
    }

    private Guest.Reply correct(String username, JsonNode filing, String field, String text) {
        return as(username)
                .post(
                        "/api/filings/%s/corrections"
                                .formatted(filing.required("id").asString()),
                        "{\"version\": %d, \"field\": \"%s\", \"text\": \"%s\", \"reason\": \"a slip of the pen\"}"
                                .formatted(filing.required("version").asInt(), field, text));
    }

    private Guest.Reply renew(String username, JsonNode filing) {
        return as(username)
                .post(
                        "/api/filings/%s/renewal"
                                .formatted(filing.required("id").asString()),
                        "{\"version\": %d}".formatted(filing.required("version").asInt()));
    }

    @Test
    void a_filed_product_has_a_filing_with_its_number_its_certificate_and_its_last_day() {
        var id = filed("WELFARE");

        var filing = filing(MAKER, id);

        assertThat(filing.required("filingNo").asString()).matches("GMBA-\\d{4}-\\d{4}");
        assertThat(filing.required("state").asString()).isEqualTo("VALID");
        var issued = LocalDate.parse(filing.required("issuedOn").asString());
        assertThat(LocalDate.parse(filing.required("validUntil").asString())).isEqualTo(issued.plusDays(1095));
        assertThat(filing.required("registration").isNull()).isTrue();
        var certificate = as(MAKER)
                .post(
                        "/api/filings/%s/certificate"
                                .formatted(filing.required("id").asString()),
                        "{}");
        assertThat(certificate.status()).isEqualTo(201);
        var place = certificate.whole().headers().firstValue("Location").orElseThrow();
        assertThat(nobody().get(place).text("number"))
                .isEqualTo(filing.required("filingNo").asString());
    }

    @Test
    void the_authority_corrects_what_is_filed_and_the_scenario_cannot_be() {
        var id = filed("WELFARE");

        assertThat(correct(MAKER, filing(MAKER, id), "audience", "everybody").status())
                .isEqualTo(403);
        assertThat(correct(AUTHORITY, filing(AUTHORITY, id), "scenario", "advertising")
                        .body()
                        .required("fields")
                        .propertyNames())
                .containsExactly("field");
        var corrected = correct(AUTHORITY, filing(AUTHORITY, id), "audience", "everybody");

        assertThat(corrected.status()).as("%s", corrected).isEqualTo(200);
        assertThat(corrected.body().required("content").required("audience").asString())
                .isEqualTo("everybody");
        assertThat(corrected
                        .body()
                        .required("corrections")
                        .get(0)
                        .required("before")
                        .asString())
                .isEqualTo("apps");
        assertThat(renew(AUTHORITY, filing(AUTHORITY, id)).problem()).isEqualTo("filing-renewal-early");
    }

    @Test
    void it_is_warned_of_its_end_runs_out_with_its_last_day_is_used_no_more_and_can_be_renewed() {
        var id = filed("WELFARE");
        assertThat(admit(id, CUSTOMER, SCENARIO, "WELFARE").status()).isEqualTo(200);
        assertThat(call(CUSTOMER, id, "before", SCENARIO).status()).isEqualTo(200);
        var until = LocalDate.parse(filing(MAKER, id).required("validUntil").asString());
        desk.look(until.minusDays(30));
        desk.look(until.minusDays(29));
        var file = as(AUTHORITY)
                .get("/api/cases/" + filing(MAKER, id).required("caseId").asString())
                .body();
        assertThat(file.required("acts").findValuesAsString("step").stream().filter("WARN"::equals))
                .hasSize(1);
        assertThat(file.required("tasks").findValuesAsString("step")).contains("RENEW");

        desk.look(until.plusDays(1));

        assertThat(filing(MAKER, id).required("state").asString()).isEqualTo("EXPIRED");
        assertThat(call(CUSTOMER, id, "after", SCENARIO).problem()).isEqualTo("filing-expired");
        assertThat(correct(AUTHORITY, filing(AUTHORITY, id), "audience", "all").problem())
                .isEqualTo("filing-not-valid");
    }

    @Test
    void a_product_that_is_withdrawn_or_revoked_loses_its_filing() {
        var id = filed("WELFARE");
        must(move(AUTHORITY, id, "REVOKE", ""), "REVOKED");

        var filing = filing(AUTHORITY, id);

        assertThat(filing.required("state").asString()).isEqualTo("CANCELLED");
        assertThat(filing.required("reason").asString()).isEqualTo("looked at");
        assertThat(renew(AUTHORITY, filing).problem()).isEqualTo("filing-not-valid");
    }

    private Guest.Reply begin(String username, String about, String subject) {
        return as(username)
                .post(
                        "/api/national-records",
                        "{\"about\": \"%s\", \"subject\": \"%s\", \"agency\": \"an agency\"}"
                                .formatted(about, subject));
    }

    private Guest.Reply take(String username, JsonNode record, String step, String more) {
        return as(username)
                .post(
                        "/api/national-records/%s/moves"
                                .formatted(record.required("id").asString()),
                        "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"as the agency says\"%s}"
                                .formatted(record.required("version").asInt(), step, more));
    }

    @Test
    void the_national_registration_is_another_object_with_the_agencys_own_code_and_certificate() {
        var id = filed("WELFARE");
        var begun = begin(MAKER, "PRODUCT", id);
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
        assertThat(begin(MAKER, "PRODUCT", id).problem()).isEqualTo("national-running");
        assertThat(begin(CUSTOMER, "PRODUCT", filed("WELFARE")).status()).isEqualTo(404);
        assertThat(take(MAKER, begun.body(), "NOTE_CODE", ", \"code\": \"ABC-123456\"")
                        .problem())
                .isEqualTo("step-not-open");
        var applied = take(MAKER, begun.body(), "HAND_IN", "");
        assertThat(applied.status()).as("%s", applied).isEqualTo(200);
        var accepted = take(MAKER, applied.body(), "NOTE_ACCEPTANCE", "");
        var published = take(MAKER, accepted.body(), "NOTE_PUBLICITY", "").body();
        var code = ", \"code\": \"%s\"".formatted(unique("NDR2026"));
        assertThat(take(MAKER, published, "NOTE_CODE", code).problem()).isEqualTo("national-no-certificate");
        as(MAKER)
                .attach("/api/cases/%s/documents"
                        .formatted(published.required("caseId").asString()));
        assertThat(take(MAKER, published, "NOTE_CODE", ", \"code\": \"x\"").status())
                .isEqualTo(422);

        var early = take(MAKER, published, "NOTE_CODE", code + ", \"day\": \"2025-02-01\"");
        assertThat(early.status()).as("before the national rules: %s", early).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("rule-not-yet");
        assertThat(early.toString()).contains("2025-03-01");

        var coded = take(MAKER, published, "NOTE_CODE", code).body();

        assertThat(coded.required("stage").asString()).isEqualTo("CODED");
        assertThat(coded.required("certificate").asString()).hasSize(64);
        assertThat(coded.required("validUntil").asString()).isNotEmpty();
        var filing = filing(MAKER, id);
        assertThat(filing.required("registration").required("code").asString())
                .isNotEqualTo(filing.required("filingNo").asString());
        assertThat(take(MAKER, coded, "NOTE_RENEWAL", "").problem()).isEqualTo("national-renewal-early");
        var corrected = take(MAKER, coded, "NOTE_CORRECTION", "");
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(take(MAKER, coded, "NOTE_CANCELLATION", "").status())
                .as("stale")
                .isEqualTo(409);
        assertThat(take(MAKER, corrected.body(), "NOTE_CANCELLATION", "")
                        .body()
                        .required("stage")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(filing(MAKER, id).required("state").asString()).isEqualTo("VALID");
    }

    @Test
    void a_resource_is_registered_by_the_department_that_holds_it_and_by_nobody_else() {
        var resource = resource("traffic_counts");

        assertThat(begin(MAKER, "RESOURCE", resource).status()).isEqualTo(403);
        assertThat(begin("minzheng", "RESOURCE", resource).problem()).isEqualTo("resource-not-yours");
        assertThat(begin(AUTHORITY, "RESOURCE", resource).status()).isEqualTo(403);
    }
}
