package org.mingqu.privacy;

import java.math.BigInteger;

/// Laplace noise on the whole numbers: the chance of x is proportional to exp(-|x|/scale).
///
/// Drawn with whole numbers only. A double would give the hidden value away in its last bits (Mironov, On
/// Significance of the Least Significant Bits for Differential Privacy, 2012).
///
/// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), algorithm 2.
///
/// @param scale in grid units; the standard deviation is about the scale times the square root of 2
public record DiscreteLaplace(Scale scale) {

    /// One draw.
    ///
    /// @return the noise, in grid units
    public BigInteger sample(RandomBits bits) {
        var t = scale.numerator();
        while (true) {
            var remainder = bits.below(t);
            if (!Coin.exponential(remainder, t, bits)) {
                continue;
            }
            var whole = 0L;
            while (Coin.exponential(BigInteger.ONE, BigInteger.ONE, bits)) {
                whole++;
            }
            var size = remainder.add(t.multiply(BigInteger.valueOf(whole))).divide(scale.denominator());
            var negative = bits.next();
            if (negative && size.signum() == 0) {
                continue; // zero would otherwise be counted twice
            }
            return negative ? size.negate() : size;
        }
    }

    /// How far the noise reaches in 95 of 100 answers.
    ///
    /// @return the smallest whole q with a chance of at least 0.95 that the noise is within -q to q, in grid
    ///     units
    public long reach95() {
        return reach(0.05);
    }

    /// The smallest whole q with a chance of at most `outside` that the noise is outside -q to q.
    long reach(double outside) {
        // P(|X| > q) = 2 p^(q+1) / (1+p) with p = exp(-1/scale)
        var b = scale.approximately();
        var p = Math.exp(-1 / b);
        var q = Math.ceil(b * Math.log(2 / (outside * (1 + p))) - 1);
        return Math.max(0, (long) q);
    }

    /// The smallest whole t with a chance of at most `chance` that the noise is t or more.
    long tail(double chance) {
        // P(X >= t) = p^t / (1+p) for t >= 1
        var b = scale.approximately();
        var p = Math.exp(-1 / b);
        return Math.max(1, (long) Math.ceil(b * -Math.log(chance * (1 + p)) * (1 + 1e-12)));
    }
}
