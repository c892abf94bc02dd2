package org.mingqu.privacy;

/// The privacy loss of an answer: a number without unit, the smaller the more private.
///
/// Kept in thousandths, so that sums of losses are exact and a budget never drifts by rounding.
///
/// @param milli the loss in thousandths, 1 to 10,000
public record Epsilon(long milli) implements Comparable<Epsilon> {

    /// Ours: above 10 an answer hides next to nothing, so it is more likely a typing error.
    public static final long MAX_MILLI = 10_000;

    public Epsilon {
        if (milli < 1 || milli > MAX_MILLI) {
            throw new IllegalArgumentException(
                    "epsilon must be 1 to %d thousandths, but was %d".formatted(MAX_MILLI, milli));
        }
    }

    /// The scale of the Laplace noise that one of several numbers published together needs.
    ///
    /// Source: Dwork and Roth, The Algorithmic Foundations of Differential Privacy (2014), theorem 3.6
    /// (scale = sensitivity / epsilon) and theorem 3.14 (the losses of several numbers add up).
    ///
    /// @param sensitivity the most by which one subject can change the number (all groups together), in
    ///     grid units; above 0
    /// @param part the parts of this loss that the number may use; above 0
    /// @param parts the parts into which this loss is cut; at least `part`
    /// @return the scale, in grid units
    /// @throws IllegalArgumentException if the sensitivity is not above 0 or the parts do not fit
    public Scale scale(long sensitivity, int part, int parts) {
        if (sensitivity < 1 || part < 1 || parts < part) {
            throw new IllegalArgumentException(
                    "a sensitivity of %d on part %d of %d bounds nothing".formatted(sensitivity, part, parts));
        }
        return Scale.of(sensitivity, 1_000L * parts, Math.multiplyExact(milli, (long) part));
    }

    @Override
    public int compareTo(Epsilon other) {
        return Long.compare(milli, other.milli);
    }
}
