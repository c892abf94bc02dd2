package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 30: the operator trains its people and backs up the records of use")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article30Test extends OnDuty {

    @Test
    void training_that_was_returned_is_the_operators_to_mend() {
        var training = duty(OPERATOR, "training", LocalDate.of(today().getYear(), 1, 1));

        assertThat(training.required("state").asString()).isIn("RETURNED", "OVERDUE");
        assertThat(training.required("article").asString()).isEqualTo("30");
    }

    @Test
    void records_of_use_are_backed_up_each_month_and_one_that_was_not_tried_by_restoring_says_so() {
        var month = laterBy(1);
        var line = duty(OPERATOR, "usage-backup", month.minusMonths(1).atDay(1));
        assertThat(line.required("article").asString()).isEqualTo("30");
        assertThat(day(line, "due")).isAfter(month.minusMonths(1).atEndOfMonth());

        var without = take(OPERATOR, id(line), "SUBMIT", form("\"summary\": \"backed up\""));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body().required("fields").has("restored")).isTrue();
        accepted(
                take(OPERATOR, id(line), "SUBMIT", form("\"summary\": \"backed up\", \"restored\": \"yes, 41 s\"")),
                "SUBMITTED");
        accepted(take(AUTHORITY, id(line), "ACCEPT", ", \"opinion\": \"seen\""), "ACCEPTED");
    }

    @Test
    void nobody_but_the_operator_reports_its_training_and_the_authority_does_not_do_it_for_them() {
        var training = duty(OPERATOR, "training", LocalDate.of(today().getYear(), 1, 1));
        var others = take("kangning", id(training), "SUBMIT", form("\"summary\": \"s\", \"participants\": \"3\""));
        assertThat(others.status()).isIn(403, 404);
        var authority = take(AUTHORITY, id(training), "SUBMIT", form("\"summary\": \"s\", \"participants\": \"3\""));
        assertThat(authority.status()).isIn(403, 409);
    }
}
