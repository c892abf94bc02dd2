package org.mingqu.privacy;

import java.math.BigInteger;

/// Laplace noise on the whole numbers: the chance of x is proportional to exp(-|x|/scale).
///
/// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), algorithm 2.
///
/// @param scale in grid units; the standard deviation is about the scale times the square root of 2
public record DiscreteLaplace(Scale scale) implements Noise {

    @Override
    public BigInteger sample(RandomBits bits) {
        var t = scale.numerator();
        if (t.bitLength() <= 40 && scale.denominator().bitLength() <= 40) {
            return BigInteger.valueOf(
                    small(t.longValueExact(), scale.denominator().longValueExact(), bits));
        }
        while (true) {
            var remainder = bits.below(t);
            if (!Coin.exponential(remainder, t, bits)) {
                continue;
            }
            var size =
                    remainder.add(t.multiply(BigInteger.valueOf(whole(bits)))).divide(scale.denominator());
            var negative = bits.next();
            if (negative && size.signum() == 0) {
                continue; // zero would otherwise be counted twice
            }
            return negative ? size.negate() : size;
        }
    }

    /// The same in machine numbers: what nearly every draw is.
    static long small(long t, long denominator, RandomBits bits) {
        while (true) {
            var remainder = bits.below(t);
            if (!Coin.atMostOne(remainder, t, bits)) {
                continue;
            }
            var size = Math.addExact(remainder, Math.multiplyExact(t, whole(bits))) / denominator;
            var negative = bits.next();
            if (negative && size == 0) {
                continue; // zero would otherwise be counted twice
            }
            return negative ? -size : size;
        }
    }

    private static long whole(RandomBits bits) {
        var whole = 0L;
        while (Coin.atMostOne(1, 1, bits)) {
            whole++;
        }
        return whole;
    }

    @Override
    public long reach(double outside) {
        // P(|X| > q) = 2 p^(q+1) / (1+p) with p = exp(-1/scale)
        var b = scale.approximately();
        var p = Math.exp(-1 / b);
        var q = Math.ceil(b * Math.log(2 / (outside * (1 + p))) - 1);
        return Math.max(0, (long) q);
    }

    @Override
    public long tail(double chance) {
        // P(X >= t) = p^t / (1+p) for t >= 1
        var b = scale.approximately();
        var p = Math.exp(-1 / b);
        return Math.max(1, (long) Math.ceil(b * -Math.log(chance * (1 + p)) * (1 + 1e-12)));
    }

    @Override
    public double variance() {
        // 2 p / (1-p)², and expm1 keeps the digits of 1-p where p is close to 1
        var b = scale.approximately();
        var missing = -Math.expm1(-1 / b);
        return 2 * (1 - missing) / (missing * missing);
    }
}
