package org.mingqu.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The clock of an installation that shows the demonstration. A request that plays a scene of an earlier day is lived
/// on that day, so that the first visitor finds cases that are late and cases that are nearly due. Without the
/// demonstration there is no such clock, and nothing can set the time back.
///
/// Warrants, one-time codes of people, sessions, and the log's own checkpoints keep the time on the wall.
public final class DemonstrationClock extends Clock {

    private static final ScopedValue<Duration> BACK = ScopedValue.newInstance();

    private final Clock wall;

    DemonstrationClock(Clock wall) {
        this.wall = wall;
    }

    /// Does something on an earlier day.
    ///
    /// @param back how much earlier
    public static <T, X extends Throwable> T earlier(Duration back, ScopedValue.CallableOp<? extends T, X> action)
            throws X {
        return ScopedValue.where(BACK, back).call(action);
    }

    /// Whether what is done now is played on an earlier day.
    public static boolean isSetBack() {
        return BACK.isBound();
    }

    @Override
    public Instant instant() {
        return BACK.isBound() ? wall.instant().minus(BACK.get()) : wall.instant();
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemonstrationClock(wall.withZone(zone));
    }
}
