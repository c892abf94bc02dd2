package org.mingqu.privacy;

import java.math.BigInteger;

/// Gaussian noise on the whole numbers: the chance of x is proportional to exp(-x²/(2 variance)).
///
/// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), algorithm 3;
/// by their theorem 4 noise of variance (sensitivity/rho')² gives rho'²/2 concentrated differential privacy.
///
/// @param variance in squared grid units (for a variance below 1 slightly less than this)
public record DiscreteGaussian(Scale variance) {

    /// One draw.
    ///
    /// @return the noise, in grid units
    public BigInteger sample(RandomBits bits) {
        var t = variance.numerator().divide(variance.denominator()).sqrt().add(BigInteger.ONE);
        var laplace = new DiscreteLaplace(new Scale(t, BigInteger.ONE));
        // accept y with chance exp(-(|y| - variance/t)² / (2 variance)), all times t² n d to stay whole
        var n = variance.numerator();
        var d = variance.denominator();
        var denominator = n.multiply(d).multiply(t).multiply(t).shiftLeft(1);
        while (true) {
            var y = laplace.sample(bits);
            var distance = y.abs().multiply(t).multiply(d).subtract(n);
            if (Coin.exponential(distance.multiply(distance), denominator, bits)) {
                return y;
            }
        }
    }
}
