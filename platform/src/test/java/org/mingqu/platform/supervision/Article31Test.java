package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 31: certificates of graded protection and of cryptography, and until when they are good")
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
}
