package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName(
        "Articles 27 and 34: inspections, monthly security checks and the yearly assessment are the authority's own duties")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article34Test extends OnDuty {

    @Test
    void each_month_has_its_security_check_due_by_its_last_day() {
        var checks = duties(AUTHORITY, "security-check");

        assertThat(checks).hasSizeGreaterThanOrEqualTo(12);
        assertThat(checks).allSatisfy(it -> {
            assertThat(day(it, "due")).isEqualTo(day(it, "until"));
            assertThat(YearMonth.from(day(it, "from"))).isEqualTo(YearMonth.from(day(it, "until")));
        });
    }

    @Test
    void the_authority_is_on_its_own_wall() {
        var own = wall().required("parties")
                .valueStream()
                .filter(it -> it.required("role").asString().equals("AUTHORITY"))
                .findFirst()
                .orElseThrow();

        assertThat(own.required("overdue").asLong()).isPositive();
        assertThat(own.required("inTime").asLong())
                .isLessThan(own.required("due").asLong());
    }

    @Test
    void a_check_is_recorded_by_the_authority_and_needs_nobodys_acceptance() {
        var id = id(duty(AUTHORITY, "security-check", laterBy(1).atDay(1)));

        assertThat(take(AUTHORITY, id, "SUBMIT", form("\"summary\": \"s\", \"findings\": \"f\""))
                        .status())
                .isEqualTo(403);
        accepted(take(AUTHORITY, id, "RECORD", form("\"summary\": \"s\", \"findings\": \"f\"")), "RECORDED");
        var evidence = as(AUTHORITY)
                .get("/api/evidence?q=duty-recorded&size=1")
                .body()
                .required("items")
                .get(0);
        assertThat(evidence.required("article").asString()).isEqualTo("34");
    }

    @Test
    void each_operator_is_inspected_each_quarter_and_assessed_each_year_and_sees_it() {
        var inspection = duties(OPERATOR, "inspection").getFirst();
        var assessment = duty(OPERATOR, "operator-assessment", LocalDate.of(today().getYear() - 1, 1, 1));

        assertThat(inspection.required("article").asString()).isEqualTo("27");
        assertThat(inspection.required("about").required("name").asString()).contains("运营");
        assertThat(assessment.required("state").asString()).isEqualTo("DONE");
        assertThat(duties("kangning", "inspection")).as("nobody else").isEmpty();
    }

    @Test
    void only_the_authority_and_the_auditor_see_the_wall() {
        assertThat(as("shenjiyuan").get("/api/duties/wall").status()).isEqualTo(200);
        assertThat(as(OPERATOR).get("/api/duties/wall").status()).isEqualTo(403);
    }
}
