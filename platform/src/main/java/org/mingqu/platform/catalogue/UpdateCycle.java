package org.mingqu.platform.catalogue;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How often a source department promises to refresh a resource (art. 6 no. 2).
public enum UpdateCycle {
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofWeeks(1)),
    MONTHLY(Period.ofMonths(1)),
    QUARTERLY(Period.ofMonths(3)),
    YEARLY(Period.ofYears(1)),
    IRREGULAR(null);

    private final @Nullable Period period;

    UpdateCycle(@Nullable Period period) {
        this.period = period;
    }

    /// About how many days a cycle has; 0 for none.
    int days() {
        return period == null ? 0 : (int) ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(period));
    }

    /// How a resource that was last refreshed on a day stands on another.
    ///
    /// A cycle that ends today is still kept; it is broken from the next day on.
    Freshness on(LocalDate today, @Nullable LocalDate refreshed) {
        if (refreshed == null) {
            return Freshness.NEVER;
        }
        return period == null || !today.isAfter(refreshed.plus(period)) ? Freshness.FRESH : Freshness.LATE;
    }
}
