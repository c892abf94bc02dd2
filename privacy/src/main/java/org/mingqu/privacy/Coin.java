package org.mingqu.privacy;

import java.math.BigInteger;

/// Coins whose chance is e to a negative fraction, exactly.
///
/// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), algorithm 1.
final class Coin {

    private Coin() {}

    /// Whether a coin with chance exp(-numerator/denominator) came up.
    ///
    /// @param numerator 0 or more
    /// @param denominator above 0
    static boolean exponential(BigInteger numerator, BigInteger denominator, RandomBits bits) {
        var left = numerator;
        while (left.compareTo(denominator) > 0) {
            if (!atMostOne(BigInteger.ONE, BigInteger.ONE, bits)) {
                return false;
            }
            left = left.subtract(denominator);
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
}
