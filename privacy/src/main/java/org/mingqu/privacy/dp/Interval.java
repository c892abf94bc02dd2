package org.mingqu.privacy.dp;

import java.math.BigInteger;

/// Between what and what a value counts, on a whole-number grid (a DECIMAL of scale 2 in hundredths).
///
/// @param lower the least value, in grid units
/// @param upper the greatest value, in grid units; above the least, by at most [#WIDEST]
public record Interval(long lower, long upper) {

    /// Ours: four squares of it still fit a machine's 128 bits many billion times over.
    public static final long WIDEST = 1L << 40;

    public Interval {
        if (upper <= lower || Math.subtractExact(upper, lower) > WIDEST) {
            throw new IllegalArgumentException("%d to %d bounds nothing".formatted(lower, upper));
        }
    }

    /// How far apart the bounds are, in grid units.
    public long width() {
        return upper - lower;
    }

    /// The value as it counts.
    public long clamp(long value) {
        return Math.clamp(value, lower, upper);
    }

    /// A value measured from the middle, in half grid units: at most [#width()] from zero.
    ///
    /// Around the middle a subject can change a sum by half as much as around zero at the best, so half the
    /// noise will do.
    public long centred(long value) {
        return 2 * clamp(value) - lower - upper;
    }

    /// A centred value's square, doubled and measured from its own middle: at most [#squareWidth()] from zero.
    public BigInteger centredSquare(long value) {
        var centred = BigInteger.valueOf(centred(value));
        return centred.multiply(centred).shiftLeft(1).subtract(squareWidth());
    }

    /// The most by which one value changes a sum of centred squares.
    public BigInteger squareWidth() {
        return BigInteger.valueOf(width()).pow(2);
    }

    double middle() {
        return (lower + (double) upper) / 2;
    }
}
