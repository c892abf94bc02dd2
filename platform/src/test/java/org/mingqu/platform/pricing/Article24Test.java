package org.mingqu.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.products.OnTheMarket;
import tools.jackson.databind.JsonNode;

@DisplayName(
        "Article 24: prices come from permitted cost and value, and nobody pays more than the cap or than was used")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article24Test extends OnTheMarket {

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /// The operator's own period: other tests leave periods of operators of theirs.
    private JsonNode period() {
        var operator = as("yunying")
                .get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("name")
                .asString();
        return as(AUTHORITY)
                .get("/api/pricing/periods")
                .body()
                .valueStream()
                .filter(it -> it.required("operatorName").asString().equals(operator))
                .findFirst()
                .orElseThrow();
    }

    private Guest.Reply cap(String product, String amount, long volume) {
        return as(AUTHORITY)
                .post(
                        "/api/pricing/periods/%s/caps"
                                .formatted(period().required("id").asString()),
                        "{\"product\": \"%s\", \"amount\": %s, \"volume\": %d}".formatted(product, amount, volume));
    }

    private Guest.Reply price(String product, String unit, int free) {
        return as(MAKER)
                .post(
                        "/api/pricing/products/%s/sheets".formatted(product),
                        "{\"unit\": %s, \"hitOnly\": true, \"freeCalls\": %d, \"from\": \"%s\", \"basis\": \"cost\"}"
                                .formatted(unit, free, today()));
    }

    @Test
    void a_price_sheet_shows_every_term_and_is_computed_again_from_the_ledger() {
        var computed = period().required("computed");

        assertThat(computed.required("same").asBoolean()).isTrue();
        var ledger = computed.required("ledger");
        assertThat(ledger.required("cost").decimalValue()).isEqualByComparingTo("2200000");
        assertThat(ledger.required("profit").decimalValue()).isEqualByComparingTo("171600");
        assertThat(ledger.required("most").decimalValue()).isEqualByComparingTo("2371600");
        assertThat(computed.required("lines").findValuesAsString("line")).contains("PLATFORM", "LABOUR", "SUBSIDY");
        assertThat(computed.required("within").asBoolean()).isTrue();
    }

    @Test
    void an_entry_of_the_ledger_is_never_changed_only_taken_back_and_an_earlier_period_stays_as_it_was() {
        var before = period().required("computed").required("ledger");
        var entered = as("yunying").post("/api/pricing/costs", """
                {"day": "%s", "line": "OTHER", "amount": 1000.50, "industryShareBp": 5000, "proof": "invoice 7"}
                """.formatted(today()));
        assertThat(entered.status()).as("%s", entered).isEqualTo(201);

        var reversal = "/api/pricing/costs/%s/reversal".formatted(entered.text("id"));
        assertThat(as("yunying").post(reversal, "{}").status()).isEqualTo(201);
        assertThat(as("yunying").post(reversal, "{}").problem()).isEqualTo("cost-reversed");
        assertThat(as(MAKER).post(reversal, "{}").status()).isEqualTo(403);
        assertThat(period().required("computed").required("ledger")).isEqualTo(before);
    }

    @Test
    void all_caps_at_their_volumes_stay_within_the_permitted_revenue() {
        var id = filed("INDUSTRY");

        var refused = cap(id, "2", 2_000_000);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("caps-above-permitted");
        assertThat(cap(id, "0.01", 10).status()).isEqualTo(201);
        assertThat(as(MAKER)
                        .post(
                                "/api/pricing/periods/%s/caps"
                                        .formatted(period().required("id").asString()),
                                "{\"product\": \"%s\", \"amount\": 1, \"volume\": 1}".formatted(id))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_price_above_the_cap_or_without_one_is_never_taken_in() {
        var id = filed("INDUSTRY");

        assertThat(price(id, "1", 0).problem()).isEqualTo("price-no-cap");
        cap(id, "1.25", 10);
        assertThat(price(id, "1.250001", 0).problem()).isEqualTo("price-above-cap");
        assertThat(price(id, "1.25", 0).status()).isEqualTo(201);
        assertThat(price(id, "1.2500001", 0).status()).isEqualTo(422);
    }

    @Test
    void a_cap_that_is_lowered_stops_the_use_at_the_old_price() {
        var id = filed("INDUSTRY");
        admit(id, CUSTOMER, SCENARIO, "INDUSTRY");
        assertThat(call(CUSTOMER, id, "a", SCENARIO).problem()).isEqualTo("price-missing");
        cap(id, "1", 10);
        price(id, "1", 0);
        assertThat(call(CUSTOMER, id, "a", SCENARIO).status()).isEqualTo(200);

        cap(id, "0.5", 10);

        assertThat(call(CUSTOMER, id, "b", SCENARIO).problem()).isEqualTo("price-above-cap");
    }

    @Test
    void use_for_public_welfare_is_free() {
        var id = filed("WELFARE");
        cap(id, "1", 10);

        assertThat(price(id, "0.5", 0).problem()).isEqualTo("price-free-use");
        assertThat(price(id, "0", 0).status()).isEqualTo(201);
    }

    @Test
    void the_bill_is_the_metered_use_and_a_use_is_on_one_bill() {
        var id = filed("INDUSTRY");
        cap(id, "0.35", 10);
        price(id, "0.333333", 1);
        admit(id, CUSTOMER, SCENARIO, "INDUSTRY");
        admit(id, "kangning", SCENARIO, "WELFARE");
        for (var request : new String[] {"a", "b", "c", "c"}) {
            assertThat(call(CUSTOMER, id, request, SCENARIO).status()).isEqualTo(200);
        }
        call("kangning", id, "a", SCENARIO);
        var form = "{\"product\": \"%s\", \"customer\": \"%s\"}".formatted(id, organisation(CUSTOMER));

        var bill = as(MAKER).post("/api/pricing/bills", form);

        assertThat(bill.status()).as("%s", bill).isEqualTo(201);
        assertThat(bill.body().required("adds").asBoolean()).isTrue();
        var written = bill.body().required("bill");
        assertThat(written.required("uses").asInt()).isEqualTo(3);
        assertThat(written.required("billable").asInt()).as("one is free").isEqualTo(2);
        assertThat(written.required("amount").decimalValue()).isEqualByComparingTo(new BigDecimal("0.67"));
        assertThat(as(MAKER).post("/api/pricing/bills", form).problem()).isEqualTo("bill-no-use");
        assertThat(as(CUSTOMER).get("/api/pricing/bills").body().findValuesAsString("number"))
                .contains(written.required("number").asString());
        assertThat(as("kangning").get("/api/pricing/bills").body().findValuesAsString("number"))
                .doesNotContain(written.required("number").asString());
    }

    @Test
    void anybody_sees_the_price_and_its_cap_before_they_sign_in() {
        var id = filed("INDUSTRY");
        cap(id, "0.5", 10);
        price(id, "0.4", 3);

        var offer = nobody().get("/api/product-catalogue")
                .body()
                .valueStream()
                .filter(it -> it.required("id").asString().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(offer.required("unit").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(offer.required("cap").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(offer.required("filingNo").asString()).startsWith("GMBA-");
    }
}
