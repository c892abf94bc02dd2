package org.mingqu.privacy.accounting;

import java.math.BigInteger;
import org.mingqu.privacy.Epsilon;

/// What one answer may tell about one subject.
///
/// Every number under Laplace noise is purely private with its part of epsilon, and that is concentrated
/// differential privacy of half its square (Bun and Steinke, Concentrated Differential Privacy, 2016,
/// proposition 1.4). So the second
/// figure of an answer of several numbers is the sum of half squares of the parts, far less than half the
/// square of the sum.
///
/// @param pureMilli the loss by plain addition, in thousandths; [#NOT_PURE] where Gaussian noise was used
/// @param rhoNano the concentrated loss, in thousand millionths, rounded up; 0 or more
/// @param deltaPico the chance that a promise fails, in million millionths, rounded up; 0 or more
public record Loss(long pureMilli, long rhoNano, long deltaPico) {

    /// No epsilon alone bounds Gaussian noise.
    public static final long NOT_PURE = -1;

    static final long PICO = 1_000_000_000_000L;
    private static final BigInteger HALF_SQUARE = BigInteger.valueOf(500);

    public Loss {
        if (pureMilli < NOT_PURE || rhoNano < 0 || deltaPico < 0 || deltaPico > PICO) {
            throw new IllegalArgumentException(
                    "%d, %d, %d are no privacy loss".formatted(pureMilli, rhoNano, deltaPico));
        }
    }

    /// The loss of an answer of several numbers under Laplace noise, each with an equal part of epsilon.
    ///
    /// @param numbers how many; at least 1
    /// @param delta the chance that a group of one subject shows; 0 where no group is hidden
    public static Loss laplace(Epsilon epsilon, int numbers, double delta) {
        if (numbers < 1) {
            throw new IllegalArgumentException("an answer has at least one number, but had " + numbers);
        }
        // numbers * (milli/1000/numbers)² / 2, in thousand millionths
        var square = BigInteger.valueOf(epsilon.milli()).pow(2).multiply(HALF_SQUARE);
        return new Loss(epsilon.milli(), ceiling(square, numbers), pico(delta));
    }

    /// The loss of numbers under Gaussian noise of a given concentrated loss.
    ///
    /// @param rhoNano the loss of all of them together; above 0
    /// @param delta the chance that a group of one subject shows; 0 where no group is hidden
    public static Loss gaussian(long rhoNano, double delta) {
        return new Loss(NOT_PURE, rhoNano, pico(delta));
    }

    private static long ceiling(BigInteger dividend, long divisor) {
        var parts = dividend.divideAndRemainder(BigInteger.valueOf(divisor));
        return parts[0].add(parts[1].signum() > 0 ? BigInteger.ONE : BigInteger.ZERO)
                .longValueExact();
    }

    static long pico(double delta) {
        if (!(delta >= 0 && delta < 1)) {
            throw new IllegalArgumentException("a chance is 0 to 1, but was " + delta);
        }
        return (long) Math.ceil(delta * PICO);
    }
}
