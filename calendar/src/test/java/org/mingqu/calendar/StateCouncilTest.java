package org.mingqu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mingqu.calendar.WorkingDays.workingDays;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every expectation can be checked against the State Council's notices with a finger on the calendar.
@DisplayName("Terms under the State Council's calendars of 2024 to 2026")
@DisplayNameGeneration(ReplaceUnderscores.class)
class StateCouncilTest {

    private final WorkingCalendar calendar = StateCouncil.calendar();

    @ParameterizedTest(name = "{0} + {1} working days = {2} ({3})")
    @CsvSource({
        "2025-01-24,  5, 2025-02-07, 01-26 is worked and 01-28 to 02-04 are off",
        "2025-04-25,  5, 2025-05-06, 04-27 is worked",
        "2025-04-30,  5, 2025-05-12, 05-01 to 05-05 are off",
        "2025-09-26,  5, 2025-10-10, 09-28 is worked and 10-01 to 10-08 are off",
        "2025-09-30, 15, 2025-10-28, 10-11 is worked",
        "2025-10-01,  5, 2025-10-14, receipt on a day off starts the clock the next day",
        "2025-12-31,  5, 2026-01-08, 2026-01-04 is worked",
        "2026-02-13,  5, 2026-02-27, 02-14 is worked and 02-15 to 02-23 are off",
        "2026-02-14,  5, 2026-02-28, 02-28 is worked",
        "2026-04-30,  5, 2026-05-11, 05-09 is worked",
        "2026-09-18,  5, 2026-09-24, 09-20 is worked",
        "2026-09-30, 20, 2026-11-03, 10-10 is worked",
    })
    void a_term_in_working_days_ends_on(LocalDate received, int count, LocalDate due, String why) {
        assertThat(calendar.deadline(received, workingDays(count))).as(why).isEqualTo(new Deadline(due, false));
    }

    @ParameterizedTest(name = "received on {0}: {1}, then {2}, then {3}")
    @CsvSource({
        "2025-09-26, 2025-10-10, 2025-10-16, 2025-10-23",
        "2026-02-13, 2026-02-27, 2026-03-05, 2026-03-12",
        "2026-04-27, 2026-05-07, 2026-05-13,",
    })
    @DisplayName("art. 18: each of the parties has five working days from its own receipt")
    void each_party_has_its_own_term_from_its_own_receipt(
            LocalDate received, LocalDate first, LocalDate second, LocalDate third) {
        var five = workingDays(5);

        assertThat(calendar.deadline(received, five).lastDay()).isEqualTo(first);
        assertThat(calendar.deadline(first, five).lastDay()).isEqualTo(second);
        if (third != null) {
            assertThat(calendar.deadline(second, five).lastDay()).isEqualTo(third);
        }
    }

    @Test
    void a_term_in_days_that_ends_on_a_rest_day_ends_after_the_rest_days() {
        assertThat(calendar.deadline(LocalDate.of(2025, 8, 2), CalendarTerm.days(60)))
                .isEqualTo(new Deadline(LocalDate.of(2025, 10, 9), false));
        assertThat(calendar.deadline(LocalDate.of(2026, 1, 17), CalendarTerm.days(30)))
                .isEqualTo(new Deadline(LocalDate.of(2026, 2, 24), false));
    }

    @Test
    void a_month_that_lacks_the_corresponding_day_ends_on_its_last() {
        assertThat(calendar.deadline(LocalDate.of(2025, 1, 31), CalendarTerm.months(1)))
                .isEqualTo(new Deadline(LocalDate.of(2025, 2, 28), false));
        assertThat(calendar.deadline(LocalDate.of(2024, 2, 29), CalendarTerm.years(1)))
                .isEqualTo(new Deadline(LocalDate.of(2025, 2, 28), false));
    }

    @Test
    void thirty_six_months_end_on_the_corresponding_day_or_as_agreed_the_day_before() {
        var from = LocalDate.of(2025, 1, 10);

        assertThat(calendar.deadline(from, CalendarTerm.months(36)))
                .isEqualTo(new Deadline(LocalDate.of(2028, 1, 10), true));
        assertThat(calendar.deadline(
                        from, CalendarTerm.months(36).endingTheDayBefore().notMovedByRestDays()))
                .isEqualTo(new Deadline(LocalDate.of(2028, 1, 9), false));
        assertThat(calendar.deadline(from, CalendarTerm.years(3)))
                .isEqualTo(calendar.deadline(from, CalendarTerm.months(36)));
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void a_year_has_as_many_working_days_as_were_counted_apart(int year, int workingDays) {
        assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
    }

    @Test
    void the_published_years_are_those_of_the_notices() {
        assertThat(calendar.publishedYears()).isEqualTo(Set.of(2024, 2025, 2026));
        assertThat(calendar.daysOff()).hasSize(28 + 28 + 33);
        assertThat(calendar.daysOn()).hasSize(8 + 5 + 6);
    }

    @Test
    void a_term_into_2027_is_provisional() {
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 28), workingDays(5)))
                .isEqualTo(new Deadline(LocalDate.of(2027, 1, 4), true));
    }

    @Test
    void a_later_notice_is_read_from_a_text_of_the_same_form() {
        var later =
                StateCouncil.read(new StringReader("# a remark\nnotice 2099 https://example.org\noff 2099-01-01 元旦\n"));

        assertThat(later).isEqualTo(new WorkingCalendar(Set.of(2099), Set.of(LocalDate.of(2099, 1, 1)), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"off 2099-01-01", "off 2099-02-30 x", "notice year x", "free 2099-01-01 x", "nonsense", " #"})
    void a_line_that_is_not_understood_is_named(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateCouncil.read(new StringReader("# first\n" + line)))
                .withMessageContaining("line 2")
                .withMessageContaining(line);
    }

    @Test
    void a_day_that_stands_there_twice_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateCouncil.read(new StringReader("off 2099-01-01 x\noff 2099-01-01 x")))
                .withMessageContaining("line 2");
    }
}
