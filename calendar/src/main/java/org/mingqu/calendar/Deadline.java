package org.mingqu.calendar;

import java.time.LocalDate;

/// The last day on which something may still be done in time.
///
/// @param lastDay the last day of the term, itself still in time until its end (Civil Code art. 203)
/// @param provisional true if the term touches a year whose holidays are not published, so that the day
///     may still move; such a deadline is shown, but nothing is enforced on it
public record Deadline(LocalDate lastDay, boolean provisional) {

    /// Whether it is too late on this day.
    public boolean passedOn(LocalDate day) {
        return day.isAfter(lastDay);
    }
}
