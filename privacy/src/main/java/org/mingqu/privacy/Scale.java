package org.mingqu.privacy;

import java.math.BigInteger;

/// The scale of a noise as an exact fraction: no floating point lies between a promise and its noise.
///
/// @param numerator above 0
/// @param denominator above 0
public record Scale(BigInteger numerator, BigInteger denominator) {

    public Scale {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "a scale must be above 0, but was %s/%s".formatted(numerator, denominator));
        }
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /// A scale from whole numbers.
    ///
    /// @return `sensitivity` times `numerator` over `denominator`
    public static Scale of(long sensitivity, long numerator, long denominator) {
        return new Scale(
                BigInteger.valueOf(sensitivity).multiply(BigInteger.valueOf(numerator)),
                BigInteger.valueOf(denominator));
    }

    /// A scale from a whole number.
    public static Scale of(long value) {
        return of(value, 1, 1);
    }

    /// The nearest double, for error bars only.
    public double approximately() {
        return numerator.doubleValue() / denominator.doubleValue();
    }
}
