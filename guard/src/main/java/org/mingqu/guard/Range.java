package org.mingqu.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.dp.Interval;

/// Between which numbers a value lies, and on which grid it is summed.
///
/// @param scale digits after the point of the grid, at most 9; below 0 for tens, hundreds and so on
record Range(BigDecimal low, BigDecimal high, int scale) {

    private static final int MAX_SCALE = 9;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(Long.MAX_VALUE).movePointLeft(4);
    private static final BigDecimal FAR = BigDecimal.TEN.pow(30);
    private static final BigDecimal BOUNDED = BigDecimal.TEN.pow(24);

    Range {
        scale = Math.min(scale, MAX_SCALE);
    }

    /// The declared bounds of a granted column.
    static @Nullable Range of(GrantedColumn column) {
        var lower = column.lower();
        var upper = column.upper();
        return lower == null || upper == null
                ? null
                : new Range(
                        BigDecimal.valueOf(lower, column.scale()),
                        BigDecimal.valueOf(upper, column.scale()),
                        column.scale());
    }

    static Range of(BigDecimal value) {
        return new Range(value, value, Math.max(0, value.stripTrailingZeros().scale()));
    }

    /// What is not bounded on either side.
    static Range open(int scale) {
        return new Range(FAR.negate(), FAR, scale);
    }

    /// Whether both ends are declared.
    boolean isBounded() {
        return low.abs().max(high.abs()).compareTo(BOUNDED) < 0;
    }

    /// The same on the finest grid on which it is at most 2 to the power of so many units wide.
    Range within(int bits) {
        var coarser = this;
        while (coarser.gridHigh() - coarser.gridLow() > 1L << bits) {
            coarser = new Range(low, high, coarser.scale - 1);
        }
        return coarser;
    }

    /// The interval of its values on the grid.
    Interval interval() {
        return new Interval(gridLow(), Math.max(gridHigh(), gridLow() + 1));
    }

    /// The interval with one more unit at the end, so that every value begins a part of it.
    Interval beyond() {
        return new Interval(gridLow(), gridHigh() + 1);
    }

    /// The least value in grid units, rounded down.
    long gridLow() {
        return grid(low, RoundingMode.FLOOR);
    }

    /// The greatest value in grid units, rounded up.
    long gridHigh() {
        return grid(high, RoundingMode.CEILING);
    }

    /// Whether the bounds, so many times over, fit the engine's whole numbers.
    boolean fits(long times) {
        var most = low.abs().max(high.abs()).movePointRight(scale).multiply(BigDecimal.valueOf(times));
        return most.compareTo(LIMIT) < 0;
    }

    private long grid(BigDecimal value, RoundingMode rounding) {
        return value.movePointRight(scale).setScale(0, rounding).longValueExact();
    }

    Range or(Range other) {
        return new Range(low.min(other.low), high.max(other.high), Math.max(scale, other.scale));
    }

    Range plus(Range other) {
        return new Range(low.add(other.low), high.add(other.high), Math.max(scale, other.scale));
    }

    Range minus(Range other) {
        return new Range(low.subtract(other.high), high.subtract(other.low), Math.max(scale, other.scale));
    }

    Range times(Range other) {
        var a = low.multiply(other.low);
        var b = low.multiply(other.high);
        var c = high.multiply(other.low);
        var d = high.multiply(other.high);
        return new Range(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)), scale + other.scale);
    }

    /// The greater of values of both.
    Range greatest(Range other) {
        return new Range(low.max(other.low), high.max(other.high), Math.max(scale, other.scale));
    }

    /// The less of values of both.
    Range least(Range other) {
        return new Range(low.min(other.low), high.min(other.high), Math.max(scale, other.scale));
    }

    /// Divided by a constant that is not 0, with three more digits.
    Range over(BigDecimal divisor) {
        var digits = Math.min(MAX_SCALE, scale + 3);
        var a = low.divide(divisor, digits + 2, RoundingMode.HALF_EVEN);
        var b = high.divide(divisor, digits + 2, RoundingMode.HALF_EVEN);
        return new Range(a.min(b), a.max(b), digits);
    }

    /// The sum of up to so many values.
    Range sum(long times) {
        var most = BigDecimal.valueOf(times);
        return new Range(
                low.min(BigDecimal.ZERO).multiply(most),
                high.max(BigDecimal.ZERO).multiply(most),
                scale);
    }
}
