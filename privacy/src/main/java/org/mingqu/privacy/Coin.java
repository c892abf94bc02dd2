package org.mingqu.privacy;

import java.math.BigInteger;

/// Coins whose chance is e to a negative fraction, exactly.
///
/// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), algorithm 1.
final class Coin {

    /// Up to so many bits a fraction's denominator times a place fits a long: the chance that a row of coins
    /// reaches the place 2^13 is one over the factorial of that.
    private static final int SMALL = 50;

    private Coin() {}

    /// Whether a coin with chance exp(-numerator/denominator) came up.
    ///
    /// @param numerator 0 or more
    /// @param denominator above 0
    static boolean exponential(BigInteger numerator, BigInteger denominator, RandomBits bits) {
        var left = numerator;
        while (left.compareTo(denominator) > 0) {
            if (!atMostOne(1, 1, bits)) {
                return false;
            }
            left = left.subtract(denominator);
        }
        if (denominator.bitLength() <= SMALL) {
            return atMostOne(left.longValueExact(), denominator.longValueExact(), bits);
        }
        return atMostOne(left, denominator, bits);
    }

    /// The same in machine numbers.
    ///
    /// @param denominator of at most 50 bits
    static boolean exponential(long numerator, long denominator, RandomBits bits) {
        var left = numerator;
        while (left > denominator) {
            if (!atMostOne(1, 1, bits)) {
                return false;
            }
            left -= denominator;
        }
        return atMostOne(left, denominator, bits);
    }

    /// The same for a fraction of at most 1: the coin comes up if the first failure of a row of coins with
    /// chances fraction/1, fraction/2, … is at an odd place.
    private static boolean atMostOne(BigInteger numerator, BigInteger denominator, RandomBits bits) {
        var place = 1L;
        while (bits.below(denominator.multiply(BigInteger.valueOf(place))).compareTo(numerator) < 0) {
            place++;
        }
        return place % 2 == 1;
    }

    /// The same in machine numbers.
    ///
    /// @param denominator of at most 50 bits
    static boolean atMostOne(long numerator, long denominator, RandomBits bits) {
        var place = 1L;
        while (bits.below(Math.multiplyExact(denominator, place)) < numerator) {
            place++;
        }
        return place % 2 == 1;
    }
}
