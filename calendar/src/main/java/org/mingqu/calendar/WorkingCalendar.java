package org.mingqu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which days are working days.
///
/// Immutable. Outside the published years a day counts by its weekday alone, and every deadline that
/// leans on such a day says that it is [provisional][Deadline#provisional()].
///
/// @param publishedYears the years whose holiday notice has been taken in
/// @param daysOff the days that are public holidays or given off for one; weekend days may be among them
/// @param daysOn the weekend days on which people work, to make up for a holiday
public record WorkingCalendar(Set<Integer> publishedYears, Set<LocalDate> daysOff, Set<LocalDate> daysOn) {

    public WorkingCalendar {
        publishedYears = Set.copyOf(publishedYears);
        daysOff = Set.copyOf(daysOff);
        daysOn = Set.copyOf(daysOn);
        for (var day : daysOn) {
            if (!isWeekend(day)) {
                throw new IllegalArgumentException(
                        "%s is a %s: only a weekend day can be made a working day".formatted(day, day.getDayOfWeek()));
            }
        }
        if (!Collections.disjoint(daysOff, daysOn)) {
            throw new IllegalArgumentException("a day cannot be both off and on: %s"
                    .formatted(
                            daysOn.stream().filter(daysOff::contains).sorted().toList()));
        }
    }

    /// This calendar and what another one publishes besides, such as the notice of a further year.
    public WorkingCalendar and(WorkingCalendar other) {
        return new WorkingCalendar(
                union(publishedYears, other.publishedYears),
                union(daysOff, other.daysOff),
                union(daysOn, other.daysOn));
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWeekend(day) ? daysOn.contains(day) : !daysOff.contains(day);
    }

    /// The last day of a term that runs from `start`.
    ///
    /// @param start the day of the event that starts the term, such as receipt; it is not counted,
    ///     working day or not (Civil Code art. 201)
    public Deadline deadline(LocalDate start, Term term) {
        return switch (term) {
            case WorkingDays length -> workingDeadline(start, length);
            case CalendarTerm length -> calendarDeadline(start, length);
        };
    }

    /// How many working days lie after one day up to another: what of a term is used or left.
    ///
    /// @param fromExclusive the day that is not counted
    /// @param toInclusive the day that is counted; if it is the earlier one, the result is what the other
    ///     way round would give, below zero
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        if (toInclusive.isBefore(fromExclusive)) {
            return -workingDaysBetween(toInclusive, fromExclusive);
        }
        return (int) fromExclusive
                .plusDays(1)
                .datesUntil(toInclusive.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /// The day by which something is to be done within the first working days of a month, such as a monthly
    /// report by the fifth (art. 28).
    public Deadline deadline(YearMonth month, WorkingDays length) {
        return workingDeadline(month.atDay(1).minusDays(1), length);
    }

    private Deadline workingDeadline(LocalDate start, WorkingDays length) {
        var lastDay = workingDaysFrom(start.plusDays(1))
                .skip(length.count() - 1L)
                .findFirst()
                .orElseThrow();
        return new Deadline(lastDay, !isPublished(start.plusDays(1), lastDay));
    }

    private Deadline calendarDeadline(LocalDate start, CalendarTerm length) {
        var byCalendar = length.lastDayFrom(start);
        return switch (length.restDay()) {
            case IS_A_DAY_LIKE_ANY -> new Deadline(byCalendar, false);
            case MOVES_THE_END -> {
                var lastDay = workingDaysFrom(byCalendar).findFirst().orElseThrow();
                yield new Deadline(lastDay, !isPublished(byCalendar, lastDay));
            }
        };
    }

    private Stream<LocalDate> workingDaysFrom(LocalDate first) {
        return Stream.iterate(first, day -> day.plusDays(1)).filter(this::isWorkingDay);
    }

    private boolean isPublished(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(publishedYears::contains);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
