package org.mingqu.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Article 41: a figure holds from its day on, and does not reach back")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest extends OnTheStreet {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);

    @Autowired
    private Rules rules;

    @Test
    void what_is_asked_of_a_figure_before_its_day_is_refused_in_words() {
        assertThat(rules.number("national-valid-days", FIRST)).isPositive();
        assertThat(rules.term("national-review", FIRST)).isNotNull();
        for (var day : new LocalDate[] {FIRST.minusDays(1), LocalDate.of(2000, 1, 1)}) {
            assertThatThrownBy(() -> rules.number("national-valid-days", day))
                    .isInstanceOf(Refusal.NotOpen.class)
                    .satisfies(it -> assertThat(((Refusal) it).parameters()).containsEntry("from", FIRST.toString()));
            assertThatThrownBy(() -> rules.term("national-review", day)).isInstanceOf(Refusal.NotOpen.class);
        }
    }

    @Test
    void what_limits_or_forbids_does_not_before_its_day() {
        assertThat(rules.figure("mandate-longest-months", FIRST)).hasValue(60);
        assertThat(rules.figure("mandate-longest-months", FIRST.minusDays(1))).isEmpty();
        assertThat(rules.holds("mandate-legal-person", FIRST.minusDays(1))).isFalse();
    }

    @Test
    void a_figure_that_there_is_not_is_a_fault_and_nobodys_refusal() {
        assertThatThrownBy(() -> rules.number("no-such-figure", FIRST)).isInstanceOf(IllegalArgumentException.class);
    }
}
