package org.mingqu.calendar;

/// A length of time in working days, at least one.
public record WorkingDays(int count) implements Term {

    /// About a year; no term of the rules comes near it, and more is a typing error.
    static final int MAX = 250;

    public WorkingDays {
        if (count < 1 || count > MAX) {
            throw new IllegalArgumentException("working days must be 1 to %d, but were %d".formatted(MAX, count));
        }
    }

    public static WorkingDays workingDays(int count) {
        return new WorkingDays(count);
    }
}
