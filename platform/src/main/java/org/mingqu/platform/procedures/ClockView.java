package org.mingqu.platform.procedures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.WorkingCalendar;

/// How a term runs, in working days.
///
/// @param leftDays below zero once it is over
/// @param restsOn since when it rests; null while it runs
/// @param restsFor the number of the matter for which it rests
public record ClockView(
        LocalDate due,
        boolean provisional,
        int totalDays,
        int usedDays,
        int leftDays,
        State state,
        String article,
        @Nullable LocalDate restsOn,
        @Nullable String restsFor) {

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
        var end = it.doneOn() != null ? it.doneOn() : it.restsOn() != null ? it.restsOn() : today;
        var left = calendar.workingDaysBetween(end, due);
        return new ClockView(
                due,
                it.provisional(),
                calendar.workingDaysBetween(it.receivedOn(), due),
                calendar.workingDaysBetween(it.receivedOn(), end),
                left,
                state(it, today, due, left),
                it.article(),
                it.done() ? null : it.restsOn(),
                it.done() ? null : it.restsFor());
    }

    private static State state(TaskRow it, LocalDate today, LocalDate due, int left) {
        if (it.done()) {
            return State.DONE;
        }
        if (it.restsOn() != null) {
            return State.PAUSED;
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
