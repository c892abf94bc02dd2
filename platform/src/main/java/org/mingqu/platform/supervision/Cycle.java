package org.mingqu.platform.supervision;

import java.time.LocalDate;

/// How often a duty comes.
enum Cycle {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Cycle(int months) {
        this.months = months;
    }

    /// The period that a day lies in.
    Period around(LocalDate day) {
        var month = day.getMonthValue() - 1;
        var from = LocalDate.of(day.getYear(), month - month % months + 1, 1);
        return new Period(from, from.plusMonths(months).minusDays(1));
    }

    Period after(Period it) {
        return around(it.until().plusDays(1));
    }

    /// A stretch of time that a duty is about, both days included.
    record Period(LocalDate from, LocalDate until) {}
}
