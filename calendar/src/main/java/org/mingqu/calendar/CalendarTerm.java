package org.mingqu.calendar;

import java.time.LocalDate;

/// A length of time in days, months or years of the calendar (Civil Code art. 200).
///
/// The parties may agree on another way of counting (Civil Code art. 204); that is what the last two
/// components are for.
///
/// @param count how many units, at least one
/// @param lastDay which day ends a term of months or years
/// @param restDay what happens if the last day is not a working day
public record CalendarTerm(int count, Unit unit, LastDay lastDay, RestDay restDay) implements Term {

    /// What is counted.
    public enum Unit {
        DAY,
        MONTH,
        YEAR
    }

    /// Which day ends a term of months or years. Without effect on a term of days.
    public enum LastDay {
        /// The day that corresponds to the first (Civil Code art. 202): 10 January to 10 January.
        CORRESPONDING,
        /// The day before that one, as periods of validity are often worded: 10 January to 9 January.
        THE_DAY_BEFORE
    }

    /// What happens if the last day is not a working day.
    public enum RestDay {
        /// The next working day is the last day (Civil Code art. 203).
        MOVES_THE_END,
        /// Nothing, as with a period of validity.
        IS_A_DAY_LIKE_ANY
    }

    private static final int MOST_YEARS = 100;
    private static final int MOST_DAYS = 366 * MOST_YEARS;

    public CalendarTerm {
        if (count < 1 || count > MOST_DAYS || (unit != Unit.DAY && count > 12 * MOST_YEARS)) {
            throw new IllegalArgumentException("not a term: %d times a %s".formatted(count, unit));
        }
    }

    public static CalendarTerm days(int count) {
        return new CalendarTerm(count, Unit.DAY, LastDay.CORRESPONDING, RestDay.MOVES_THE_END);
    }

    public static CalendarTerm months(int count) {
        return new CalendarTerm(count, Unit.MONTH, LastDay.CORRESPONDING, RestDay.MOVES_THE_END);
    }

    public static CalendarTerm years(int count) {
        return new CalendarTerm(count, Unit.YEAR, LastDay.CORRESPONDING, RestDay.MOVES_THE_END);
    }

    /// This term as agreed to end a day earlier.
    public CalendarTerm endingTheDayBefore() {
        return new CalendarTerm(count, unit, LastDay.THE_DAY_BEFORE, restDay);
    }

    /// This term as agreed to end on its last day, be it a working day or not.
    public CalendarTerm notMovedByRestDays() {
        return new CalendarTerm(count, unit, lastDay, RestDay.IS_A_DAY_LIKE_ANY);
    }

    /// The last day by the calendar alone. The day of the event is not counted (Civil Code art. 201); where
    /// the month lacks the corresponding day, its last day takes the place (art. 202).
    LocalDate lastDayFrom(LocalDate start) {
        return switch (unit) {
            case DAY -> start.plusDays(count);
            case MONTH -> ending(start.plusMonths(count));
            case YEAR -> ending(start.plusYears(count));
        };
    }

    private LocalDate ending(LocalDate corresponding) {
        return lastDay == LastDay.THE_DAY_BEFORE ? corresponding.minusDays(1) : corresponding;
    }
}
