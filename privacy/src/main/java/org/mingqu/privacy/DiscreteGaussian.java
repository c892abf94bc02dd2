package org.mingqu.privacy;

import java.math.BigInteger;

/// Gaussian noise on the whole numbers: the chance of x is proportional to exp(-x²/(2 variance)).
///
/// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), algorithm 3; by
/// their theorem 4 noise of variance s²/(2 rho) on numbers that one subject changes by at most s (in the
/// Euclidean norm over all of them) is rho-concentrated differentially private.
///
/// @param parameter the variance in squared grid units (for a parameter below 1 the true one is slightly less)
public record DiscreteGaussian(Scale parameter) implements Noise {

    private static final BigInteger NANO = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger ROUNDED = BigInteger.valueOf(1_000);

    /// Up to so many bits of variance no product reaches 63 bits, short of a draw of 90 deviations.
    private static final int SMALL = 24;

    private static final int FINEST = 2_048;
    private static final int MOST_DEVIATIONS = 9;

    /// The noise by which numbers bear a given concentrated loss.
    ///
    /// @param squaredSensitivity the most by which one subject changes them: the sum of the squares over all
    ///     numbers and groups, in squared grid units; above 0
    /// @param rhoNano the loss, in thousand millionths; above 0
    public static DiscreteGaussian of(BigInteger squaredSensitivity, long rhoNano) {
        var exact = new Scale(
                squaredSensitivity.multiply(NANO), BigInteger.valueOf(rhoNano).shiftLeft(1));
        if (exact.numerator().compareTo(exact.denominator().multiply(ROUNDED)) < 0) {
            return new DiscreteGaussian(exact);
        }
        var up = exact.numerator()
                .add(exact.denominator())
                .subtract(BigInteger.ONE)
                .divide(exact.denominator());
        return new DiscreteGaussian(new Scale(up, BigInteger.ONE)); // a little more noise, drawn much faster
    }

    @Override
    public BigInteger sample(RandomBits bits) {
        if (parameter.denominator().equals(BigInteger.ONE)
                && parameter.numerator().bitLength() <= SMALL) {
            return BigInteger.valueOf(small(parameter.numerator().longValueExact(), bits));
        }
        var n = parameter.numerator();
        var d = parameter.denominator();
        var t = n.divide(d).sqrt().add(BigInteger.ONE);
        var laplace = new DiscreteLaplace(new Scale(t, BigInteger.ONE));
        // accept y with chance exp(-(|y| - variance/t)² / (2 variance)), all times t² n d to stay whole
        var denominator = n.multiply(d).multiply(t).multiply(t).shiftLeft(1);
        while (true) {
            var y = laplace.sample(bits);
            var distance = y.abs().multiply(t).multiply(d).subtract(n);
            if (Coin.exponential(distance.multiply(distance), denominator, bits)) {
                return y;
            }
        }
    }

    /// The same in machine numbers, for a whole variance.
    private static long small(long variance, RandomBits bits) {
        var t = (long) Math.sqrt((double) variance) + 1;
        var denominator = 2 * variance * t * t;
        while (true) {
            var y = DiscreteLaplace.small(t, 1, bits);
            var distance = Math.abs(y) * t - variance;
            if (Coin.exponential(Math.multiplyExact(distance, distance), denominator, bits)) {
                return y;
            }
        }
    }

    /// By adding the chances up; above a standard deviation of [#FINEST] on a coarser grid, rounded up.
    @Override
    public long reach(double outside) {
        var deviation = Math.sqrt(variance());
        var coarse = Math.max(1, deviation / FINEST);
        var on = variance() / (coarse * coarse);
        var total = 1.0;
        for (var x = 1; x <= MOST_DEVIATIONS * Math.sqrt(on) + 1; x++) {
            total += 2 * Math.exp(-0.5 * x * x / on);
        }
        var inside = 1.0;
        var q = 0L;
        while (inside < total * (1 - outside)) {
            q++;
            inside += 2 * Math.exp(-0.5 * q * q / on);
        }
        return coarse > 1 ? (long) Math.ceil((q + 1) * coarse) : q;
    }

    /// By the sub-Gaussian tail, which the discrete Gaussian keeps (the same paper, proposition 25): a little
    /// more than the exact figure, never less.
    @Override
    public long tail(double chance) {
        var exact = Math.sqrt(2 * variance() * -Math.log(chance));
        return Math.max(1, (long) Math.ceil(exact * (1 + 1e-12)));
    }

    @Override
    public double variance() {
        return parameter.approximately();
    }
}
