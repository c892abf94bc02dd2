package org.mingqu.privacy;

/// A number over subjects in which no subject can weigh more than a known amount.
public sealed interface Bounded permits BoundedCount, BoundedSum {

    /// The most by which adding or taking away one subject can change all groups' numbers together, in grid
    /// units.
    long sensitivity();

    /// The value as it counts.
    ///
    /// @param value what one row holds, in grid units
    long bound(long value);
}
