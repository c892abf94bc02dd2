package org.mingqu.privacy.dp;

import java.math.BigInteger;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.RandomBits;

/// The variance of bounded values (of the population), from a noisy count, a noisy sum and a noisy sum of
/// squares.
///
/// One subject with at most r rows changes the sum of centred squares by r times [Interval#squareWidth()].
///
/// @param bounds of the values
/// @param count the noise on the number of values
/// @param sum the noise on the sum of centred values
/// @param squares the noise on the sum of centred squares
public record BoundedVariance(Interval bounds, Noise count, Noise sum, Noise squares) {

    /// A variance from the exact bounded numbers.
    ///
    /// @param values how many there are
    /// @param centred their sum, each by [Interval#centred(long)]
    /// @param centredSquares the sum of their squares, each by [Interval#centredSquare(long)]
    /// @return 0 to a quarter of the squared width, in squared grid units
    public double of(long values, BigInteger centred, BigInteger centredSquares, RandomBits bits) {
        return from(
                BigInteger.valueOf(values).add(count.sample(bits)),
                centred.add(sum.sample(bits)),
                centredSquares.add(squares.sample(bits)));
    }

    /// A variance from numbers that bear their noise already.
    public double from(BigInteger noisyCount, BigInteger noisyCentred, BigInteger noisySquares) {
        var n = Math.max(1, noisyCount.doubleValue());
        var width = (double) bounds.width();
        // both in units of the width of centred values: -1 to 1, and 0 to 1
        var mean = Math.clamp(noisyCentred.doubleValue() / n / width, -1, 1);
        var square = Math.clamp((noisySquares.doubleValue() / n / (width * width) + 1) / 2, 0, 1);
        return Math.max(0, square - mean * mean) * width * width / 4;
    }
}
