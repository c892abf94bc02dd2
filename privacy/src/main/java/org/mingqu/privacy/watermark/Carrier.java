package org.mingqu.privacy.watermark;

/// A column of numbers that carries marks.
///
/// The numbers are divided into fields, and each field into eight cells that are worth 0 and 1 in turn. A mark
/// is in which kind of cell a number lies, not nearer to the cell's edge than rounding moves it.
///
/// @param column by which it is known to the detector
/// @param tolerance how far a value may be moved, in units of its last digit; at least 24, so that rounding to
///     one digit less does not move a value out of its cell
public record Carrier(String column, long tolerance) {

    /// Further than the five units by which rounding one digit moves a number.
    private static final long EDGE = 6;

    private static final long LEAST = 4 * EDGE;
    private static final long CELLS = 8;

    public Carrier {
        if (tolerance < LEAST || tolerance > Long.MAX_VALUE / 1024) {
            throw new IllegalArgumentException(
                    "a mark needs a tolerance of %d units of the last digit or more, but had %d"
                            .formatted(LEAST, tolerance));
        }
    }

    private long width() {
        return tolerance - EDGE;
    }

    /// The field that a value lies in, which no mark changes.
    long field(long value) {
        return Math.floorDiv(value, CELLS * width());
    }

    /// What a value says: 0 or 1.
    int bit(long value) {
        return (int) (cell(value) & 1);
    }

    private long cell(long value) {
        return Math.floorMod(value, CELLS * width()) / width();
    }

    /// The nearest value that says a bit and says it still after rounding.
    long marked(long value, int bit) {
        var cell = cell(value);
        var nearest = Long.MAX_VALUE;
        for (var other = Math.max(0, cell - 1); other <= Math.min(CELLS - 1, cell + 1); other++) {
            if ((other & 1) == bit) {
                var moved = within(value, field(value) * CELLS * width() + other * width());
                nearest = nearest == Long.MAX_VALUE || Math.abs(moved - value) < Math.abs(nearest - value)
                        ? moved
                        : nearest;
            }
        }
        return nearest;
    }

    private long within(long value, long start) {
        return Math.clamp(value, start + EDGE, start + width() - 1 - EDGE);
    }
}
