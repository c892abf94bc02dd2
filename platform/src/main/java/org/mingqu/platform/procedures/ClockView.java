package org.mingqu.platform.procedures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.WorkingCalendar;

/// How a term runs, in working days.
///
/// @param leftDays below zero once it is over
public record ClockView(
        LocalDate due, boolean provisional, int totalDays, int usedDays, int leftDays, State state, String article) {

    private static final int SOON = 1;

    public enum State {
        NORMAL,
        SOON,
        TODAY,
        OVERDUE,
        PAUSED,
        DONE
    }

    static @Nullable ClockView of(TaskRow it, LocalDate today, WorkingCalendar calendar) {
        var due = it.due();
        if (due == null) {
            return null;
        }
        var end = it.doneOn() == null ? today : it.doneOn();
        var left = calendar.workingDaysBetween(end, due);
        return new ClockView(
                due,
                it.provisional(),
                calendar.workingDaysBetween(it.receivedOn(), due),
                calendar.workingDaysBetween(it.receivedOn(), end),
                left,
                state(it, today, due, left),
                it.article());
    }

    private static State state(TaskRow it, LocalDate today, LocalDate due, int left) {
        if (it.done()) {
            return State.DONE;
        }
        if (today.isAfter(due)) {
            return State.OVERDUE;
        }
        if (today.equals(due)) {
            return State.TODAY;
        }
        return left <= SOON ? State.SOON : State.NORMAL;
    }
}
