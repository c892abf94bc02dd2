package org.mingqu.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.products.OnTheMarket;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 36: who processes has the income from what they made, stated for each period")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article36Test extends OnTheMarket {

    private JsonNode statements(String username) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var reply = as(username)
                .get("/api/pricing/income?from=%s&until=%s".formatted(today.minusMonths(1), today.plusDays(1)));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.body();
    }

    @Test
    void a_partner_sees_its_own_income_by_product_and_nobody_elses() {
        var own = statements(MAKER);

        assertThat(own).hasSize(1);
        var statement = own.get(0);
        assertThat(statement.required("processor").required("id").asString()).isEqualTo(organisation(MAKER));
        var sum = statement
                .required("products")
                .valueStream()
                .map(it -> it.required("revenue").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(statement.required("revenue").decimalValue()).isEqualByComparingTo(sum);
        assertThat(sum.signum()).isPositive();
    }

    @Test
    void the_operator_has_its_costs_less_the_subsidy_beside_its_revenue() {
        var statement = statements("yunying").get(0);

        assertThat(statement.required("costs").decimalValue()).isEqualByComparingTo("2200000");
        assertThat(statement.required("result").decimalValue())
                .isEqualByComparingTo(statement
                        .required("revenue")
                        .decimalValue()
                        .subtract(statement.required("costs").decimalValue()));
    }

    @Test
    void the_authority_sees_all_and_a_department_none() {
        assertThat(statements(AUTHORITY)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(as("minzheng")
                        .get("/api/pricing/income?from=2026-01-01&until=2026-12-31")
                        .status())
                .isEqualTo(403);
    }
}
