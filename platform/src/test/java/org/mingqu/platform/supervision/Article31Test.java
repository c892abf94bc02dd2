package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Articles 29 to 31 and 35: standards, training, backups, certificates, plans and drills")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article31Test extends OnDuty {

    @Test
    void a_certificate_that_has_run_out_is_on_the_wall() {
        var certificates = wall().required("certificates");

        assertThat(certificates)
                .anyMatch(it -> it.required("duty").required("code").asString().equals("graded-protection")
                        && it.required("state").asString().equals("EXPIRED")
                        && day(it, "validUntil").isBefore(today()));
        assertThat(certificates)
                .anyMatch(it -> it.required("duty").required("code").asString().equals("cryptography-assessment")
                        && it.required("state").asString().equals("EXPIRING"));
    }

    @Test
    void a_certificate_says_until_when_it_is_good() {
        var id = id(duty(OPERATOR, "graded-protection", LocalDate.of(today().getYear(), 1, 1)));

        var reply = take(
                OPERATOR,
                id,
                "SUBMIT",
                form("\"summary\": \"s\", \"certificate\": \"c\", \"validUntil\": \"next year\""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().required("fields").has("validUntil")).isTrue();
    }

    @Test
    void standards_are_not_established_without_their_text() {
        var year = today().getYear() + 1;
        register.look(LocalDate.of(year, 1, 1));
        var line = duty(AUTHORITY, "security-standard", LocalDate.of(year, 1, 1));

        var without = take(AUTHORITY, id(line), "RECORD", form("\"summary\": \"s\""));
        assertThat(without.problem()).isEqualTo("duty-document");
        as(AUTHORITY)
                .attach("/api/cases/%s/documents"
                        .formatted(line.required("caseId").asString()));
        accepted(take(AUTHORITY, id(line), "RECORD", form("\"summary\": \"s\"")), "RECORDED");
    }

    @Test
    void training_that_was_returned_is_the_operators_to_mend() {
        var training = duty(OPERATOR, "training", LocalDate.of(today().getYear(), 1, 1));

        assertThat(training.required("state").asString()).isIn("RETURNED", "OVERDUE");
        assertThat(training.required("article").asString()).isEqualTo("30");
    }

    @Test
    void there_is_a_drill_each_year_by_the_end_of_it() {
        var drill = duty(AUTHORITY, "drill", LocalDate.of(today().getYear(), 1, 1));

        assertThat(day(drill, "due")).isEqualTo(LocalDate.of(today().getYear(), 12, 31));
        assertThat(drill.required("article").asString()).isEqualTo("35");
        var last = duty(AUTHORITY, "drill", LocalDate.of(today().getYear() - 1, 1, 1));
        assertThat(last.required("state").asString()).isEqualTo("DONE");
    }
}
