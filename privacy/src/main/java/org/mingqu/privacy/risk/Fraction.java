package org.mingqu.privacy.risk;

import java.math.BigInteger;

/// An exact fraction in lowest terms.
///
/// @param numerator any
/// @param denominator above 0
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /// Nothing.
    public static final Fraction ZERO = of(0, 1);

    /// The whole.
    public static final Fraction ONE = of(1, 1);

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a fraction over nothing or less");
        }
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /// The fraction of two numbers.
    ///
    /// @param denominator above 0
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// The sum of both.
    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /// The product of both.
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
