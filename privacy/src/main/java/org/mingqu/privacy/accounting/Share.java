package org.mingqu.privacy.accounting;

import java.math.BigInteger;
import org.mingqu.privacy.Epsilon;

/// The share that some numbers of an answer have in its loss.
///
/// @param part how many of the equal parts into which the loss is cut; at least 1
/// @param spread how evenly one subject's change is spread over the numbers: the square of its sum norm over the
///     square of its Euclidean norm, at least; 1 for a single number, the height for the counts of a tree, as one
///     row changes one count on each level
public record Share(int part, long spread) {

    private static final BigInteger HALF_NANO = BigInteger.valueOf(500);

    public Share {
        if (part < 1 || spread < 1) {
            throw new IllegalArgumentException("%d parts over %d numbers are no share".formatted(part, spread));
        }
    }

    /// The concentrated loss of these numbers under Laplace noise: half the sum of the squares by which one subject
    /// changes them, in units of the scale.
    ///
    /// @param parts the parts of all numbers of the answer
    /// @return in thousand millionths, rounded up, as a fraction of `over`
    long rhoNano(Epsilon epsilon, int parts, long times, long over) {
        var square = BigInteger.valueOf(epsilon.milli())
                .multiply(BigInteger.valueOf(part))
                .pow(2);
        var dividend = square.multiply(HALF_NANO).multiply(BigInteger.valueOf(times));
        var divisor = BigInteger.valueOf(parts)
                .pow(2)
                .multiply(BigInteger.valueOf(spread))
                .multiply(BigInteger.valueOf(over));
        return Math.max(
                1,
                dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor).longValueExact());
    }
}
