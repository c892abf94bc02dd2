package org.mingqu.privacy.disclosure;

/// Numbers rounded to multiples of a base, always the same way, so that asking again teaches nothing.
///
/// @param base at least 2; 5 and 10 are usual
public record Rounding(int base) {

    public Rounding {
        if (base < 2) {
            throw new IllegalArgumentException("rounding to multiples of %d changes nothing".formatted(base));
        }
    }

    /// The nearest multiple; a half goes away from zero.
    public long nearest(long number) {
        var low = Math.floorDiv(number, base) * base;
        var twice = 2 * (number - low);
        var up = twice > base || (twice == base && number > 0);
        return up ? low + base : low;
    }

    /// A table of rows and columns rounded so that its totals still add up: every cell, every row total, column
    /// total and the grand total is a multiple of the base and less than one base away from the true number.
    ///
    /// Source: Cox, A Constructive Procedure for Unbiased Controlled Rounding (JASA 1987), with the direction
    /// of each step chosen by the smaller change instead of by lot.
    ///
    /// @param cells at least one row and one column, all rows of the same length
    /// @return the same with a further row and column of totals
    public long[][] consistent(long[][] cells) {
        return new ControlledRounding(cells, base).rounded();
    }
}
