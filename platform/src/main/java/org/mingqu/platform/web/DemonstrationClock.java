package org.mingqu.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/// The clock of an installation that shows the demonstration. A request that plays a scene of an earlier day is lived
/// on that day, so that the first visitor finds cases that are late and cases that are nearly due; and an installation
/// that lives through years in minutes has its calendar turned. Without the demonstration there is no such clock, and
/// nothing can change the time.
///
/// Warrants, one-time codes of people, sessions, and the log's own checkpoints keep the time on the wall.
public final class DemonstrationClock extends Clock {

    private static final ScopedValue<Duration> BACK = ScopedValue.newInstance();

    private final Clock wall;
    /// In nanoseconds.
    private final AtomicLong turned;

    DemonstrationClock(Clock wall) {
        this(wall, new AtomicLong());
    }

    private DemonstrationClock(Clock wall, AtomicLong turned) {
        this.wall = wall;
        this.turned = turned;
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

    /// Whether a clock shows another time than the wall, for this request or for the whole installation.
    public static boolean isPlaying(Clock clock) {
        return isSetBack() || (clock instanceof DemonstrationClock it && it.turned.get() != 0);
    }

    /// Turns the whole installation to a moment; from there it goes on as the wall's does.
    public void turnTo(Instant moment) {
        turned.set(Duration.between(wall.instant(), moment).toNanos());
    }

    @Override
    public Instant instant() {
        var now = wall.instant().plusNanos(turned.get());
        return BACK.isBound() ? now.minus(BACK.get()) : now;
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemonstrationClock(wall.withZone(zone), turned);
    }
}
