package org.mingqu.privacy;

/// A sum of values that lie within declared bounds on a whole-number grid (a DECIMAL of scale 2 in hundredths).
///
/// @param lower the least value, in grid units
/// @param upper the greatest value, in grid units; not below the least
/// @param maxRowsPerSubject the most rows of one subject in all groups together; at least 1
public record BoundedSum(long lower, long upper, long maxRowsPerSubject) implements Bounded {

    public BoundedSum {
        if (upper < lower || maxRowsPerSubject < 1) {
            throw new IllegalArgumentException(
                    "%d to %d over %d rows bounds nothing".formatted(lower, upper, maxRowsPerSubject));
        }
        Math.multiplyExact(Math.max(Math.absExact(lower), Math.absExact(upper)), maxRowsPerSubject);
    }

    @Override
    public long sensitivity() {
        return Math.max(1, Math.max(Math.abs(lower), Math.abs(upper)) * maxRowsPerSubject);
    }

    @Override
    public long bound(long value) {
        return Math.clamp(value, lower, upper);
    }
}
