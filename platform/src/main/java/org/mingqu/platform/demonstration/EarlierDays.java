package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import org.mingqu.calendar.WorkingCalendar;
import org.mingqu.calendar.WorkingDays;

/// How many days ago something must have been received for its term of five working days (art. 18) to end on a day.
///
/// @param today the day on which the demonstration is played
record EarlierDays(LocalDate today, WorkingCalendar calendar) {

    private static final WorkingDays TERM = WorkingDays.workingDays(5);

    /// Late by two working days at least.
    int overdue() {
        var day = today;
        while (calendar.workingDaysBetween(due(day), today) < 2) {
            day = day.minusDays(1);
        }
        return ago(day);
    }

    /// Due today; on a rest day, on the last working day before.
    int dueToday() {
        return endingBy(today);
    }

    /// Due on the next working day.
    int dueSoon() {
        return endingBy(calendar.deadline(today, WorkingDays.workingDays(1)).lastDay());
    }

    private int endingBy(LocalDate last) {
        var day = today;
        while (due(day).isAfter(last)) {
            day = day.minusDays(1);
        }
        return ago(day);
    }

    private LocalDate due(LocalDate received) {
        return calendar.deadline(received, TERM).lastDay();
    }

    private int ago(LocalDate day) {
        return (int) (today.toEpochDay() - day.toEpochDay());
    }
}
