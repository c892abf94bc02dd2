package org.mingqu.privacy.dp;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.mingqu.privacy.DiscreteGaussian;
import org.mingqu.privacy.DiscreteLaplace;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.Scale;

/// The noise that a case asks for.
///
/// @param gaussian or Laplace
/// @param groups in how many groups one subject counts
record Calibration(boolean gaussian, long groups, double epsilon, double delta) {

    static Calibration of(Textproto sampling, String groups, int parts) {
        return new Calibration(
                sampling.word("noise_type").equals("GAUSSIAN"),
                sampling.whole(groups),
                sampling.number("epsilon") / parts,
                sampling.number("delta") / parts);
    }

    /// @param perGroup the most by which one subject changes the number of one group, in grid units
    Noise noise(BigInteger perGroup) {
        if (!gaussian) {
            var milli = (long) Math.floor(epsilon * 1000);
            var sensitivity = perGroup.multiply(BigInteger.valueOf(groups));
            var one = new Epsilon(Math.min(milli, Epsilon.MAX_MILLI)).scale(1, 1, 1);
            return new DiscreteLaplace(new Scale(one.numerator().multiply(sensitivity), one.denominator()));
        }
        var squared = perGroup.pow(2).multiply(BigInteger.valueOf(groups));
        var variance = new BigDecimal(squared)
                .multiply(BigDecimal.valueOf(variance(epsilon, delta)))
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
        return new DiscreteGaussian(new Scale(variance, BigInteger.ONE));
    }

    Noise noise(long perGroup) {
        return noise(BigInteger.valueOf(perGroup));
    }

    /// The least variance of Gaussian noise for a sensitivity of 1.
    ///
    /// Source: Balle and Wang, Improving the Gaussian Mechanism for Differential Privacy (2018).
    static double variance(double epsilon, double delta) {
        var low = 1e-6;
        var high = 1e6;
        for (var step = 0; step < 100; step++) {
            var middle = Math.sqrt(low * high);
            if (delta(1 / middle, epsilon) > delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * high;
    }

    /// By Simpson's rule over where the one density is above e^epsilon times the other.
    private static double delta(double mu, double epsilon) {
        var from = epsilon / mu + mu / 2;
        var to = Math.max(from, mu) + 12;
        var steps = 4_000;
        var width = (to - from) / steps;
        var total = 0.0;
        for (var i = 0; i <= steps; i++) {
            var x = from + i * width;
            var weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            var one = Math.exp(-0.5 * (x - mu) * (x - mu));
            total += weight * (one - Math.exp(epsilon - 0.5 * x * x));
        }
        return total * width / 3 / Math.sqrt(2 * Math.PI);
    }
}
