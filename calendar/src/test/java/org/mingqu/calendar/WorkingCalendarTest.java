package org.mingqu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mingqu.calendar.WorkingDays.workingDays;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingCalendarTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);

    @Test
    void the_day_of_the_event_is_not_counted() {
        var calendar = calendar(Set.of(), Set.of());

        assertThat(calendar.deadline(MONDAY, workingDays(1)).lastDay()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void a_deadline_is_kept_on_its_last_day_and_passed_on_the_next() {
        var deadline = new Deadline(MONDAY, false);

        assertThat(deadline.passedOn(MONDAY)).isFalse();
        assertThat(deadline.passedOn(MONDAY.plusDays(1))).isTrue();
    }

    @Test
    void a_term_that_reaches_an_unpublished_year_is_provisional() {
        var calendar = calendar(Set.of(), Set.of());

        assertThat(calendar.deadline(LocalDate.of(2026, 12, 24), workingDays(5)).provisional())
                .isFalse();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 24), workingDays(6)).provisional())
                .isTrue();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 24), CalendarTerm.days(7))
                        .provisional())
                .isFalse();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 24), CalendarTerm.days(8))
                        .provisional())
                .isTrue();
    }

    @Test
    void a_term_that_begins_in_an_unpublished_year_is_provisional() {
        var calendar = calendar(Set.of(), Set.of());

        assertThat(calendar.deadline(LocalDate.of(2025, 12, 30), workingDays(5)).provisional())
                .isTrue();
        assertThat(calendar.deadline(LocalDate.of(2025, 12, 31), workingDays(5)).provisional())
                .isFalse();
    }

    @Test
    void a_term_that_rest_days_do_not_move_needs_no_published_year() {
        var calendar = calendar(Set.of(), Set.of());
        var term = CalendarTerm.years(3).notMovedByRestDays();

        assertThat(calendar.deadline(SATURDAY.minusYears(3), term)).isEqualTo(new Deadline(SATURDAY, false));
        assertThat(calendar.deadline(SATURDAY, term).provisional()).isFalse();
    }

    @Test
    void only_a_weekend_day_can_be_made_a_working_day() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(Set.of(), Set.of(MONDAY)))
                .withMessage("2026-03-02 is a MONDAY: only a weekend day can be made a working day");
    }

    @Test
    void a_day_cannot_be_both_off_and_on() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(Set.of(SATURDAY), Set.of(SATURDAY)))
                .withMessage("a day cannot be both off and on: [2026-03-07]");
    }

    @Test
    void the_fifth_working_day_of_a_month_is_counted_from_its_first_day() {
        var calendar = calendar(Set.of(MONDAY), Set.of(SATURDAY));

        assertThat(calendar.deadline(YearMonth.of(2026, 3), workingDays(5)).lastDay())
                .isEqualTo(SATURDAY);
    }

    @Test
    void working_days_between_two_days_count_the_second_and_not_the_first() {
        var calendar = calendar(Set.of(MONDAY.plusDays(1)), Set.of(SATURDAY));

        assertThat(calendar.workingDaysBetween(MONDAY, MONDAY)).isZero();
        assertThat(calendar.workingDaysBetween(MONDAY, MONDAY.plusDays(1))).isZero();
        assertThat(calendar.workingDaysBetween(MONDAY, SATURDAY)).isEqualTo(4);
        assertThat(calendar.workingDaysBetween(SATURDAY, MONDAY)).isEqualTo(-4);
    }

    @Test
    void the_notice_of_a_further_year_is_added() {
        var calendar = calendar(Set.of(), Set.of());
        var newYear = LocalDate.of(2027, 1, 1);
        var more = new WorkingCalendar(Set.of(2027), Set.of(newYear), Set.of());

        assertThat(calendar.and(more).deadline(LocalDate.of(2026, 12, 31), workingDays(1)))
                .isEqualTo(new Deadline(LocalDate.of(2027, 1, 4), false));
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 31), workingDays(1)))
                .isEqualTo(new Deadline(newYear, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 251, Integer.MAX_VALUE})
    void a_term_is_of_a_sensible_length(int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays(count));
        if (count != 251) {
            assertThatIllegalArgumentException().isThrownBy(() -> CalendarTerm.days(count));
            assertThatIllegalArgumentException().isThrownBy(() -> CalendarTerm.months(count));
        }
    }

    /// A term of n days ends on a working day, and exactly n working days lie after the start up to that
    /// day. Two hundred calendars at random; the seed is the test's name, so a failure can be run again.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void exactly_the_stated_number_of_working_days_lies_in_the_term(long seed) {
        var random = new SplittableRandom(seed);
        var calendar = anyCalendar(random);
        var start = MONDAY.plusDays(random.nextInt(365));
        var length = workingDays(1 + random.nextInt(WorkingDays.MAX));

        var lastDay = calendar.deadline(start, length).lastDay();

        assertThat(calendar.isWorkingDay(lastDay)).isTrue();
        assertThat(start.plusDays(1).datesUntil(lastDay.plusDays(1)).filter(calendar::isWorkingDay))
                .hasSize(length.count());
        assertThat(calendar.workingDaysBetween(start, lastDay)).isEqualTo(length.count());
        assertThat(calendar.workingDaysBetween(lastDay, start)).isEqualTo(-length.count());
    }

    /// A term by the calendar ends on the first working day from its nominal end on, and a longer term never
    /// ends earlier.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_calendar_term_ends_on_the_first_working_day_from_its_nominal_end(long seed) {
        var random = new SplittableRandom(seed);
        var calendar = anyCalendar(random);
        var start = MONDAY.plusDays(random.nextInt(365));
        var count = 1 + random.nextInt(200);
        var nominal = start.plusDays(count);

        var lastDay = calendar.deadline(start, CalendarTerm.days(count)).lastDay();

        assertThat(calendar.isWorkingDay(lastDay)).isTrue();
        assertThat(nominal.datesUntil(lastDay)).noneMatch(calendar::isWorkingDay);
        assertThat(calendar.deadline(start, CalendarTerm.days(count + 1)).lastDay())
                .isAfterOrEqualTo(lastDay);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static WorkingCalendar anyCalendar(SplittableRandom random) {
        var weekend = MONDAY.plusDays(5);
        var on = random.ints(5, 0, 50).mapToObj(weekend::plusWeeks).collect(Collectors.toSet());
        var off = random.ints(20, 0, 400)
                .mapToObj(MONDAY::plusDays)
                .filter(day -> !on.contains(day))
                .collect(Collectors.toSet());
        return calendar(off, on);
    }

    private static WorkingCalendar calendar(Set<LocalDate> off, Set<LocalDate> on) {
        return new WorkingCalendar(Set.of(2026), off, on);
    }
}
