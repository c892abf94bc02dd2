package org.mingqu.privacy.dp;

import java.math.BigInteger;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.RandomBits;

/// The average of bounded values, from a noisy count and a noisy sum around the middle of the bounds.
///
/// One subject with at most r rows changes the count by r and the sum by r times the width of the bounds.
///
/// Source: Li, Lyu, Su and Yang, Differential Privacy: From Theory to Practice (2016), section 2.5.
///
/// @param bounds of the values
/// @param count the noise on the number of values
/// @param sum the noise on the sum of centred values, in half grid units
public record BoundedMean(Interval bounds, Noise count, Noise sum) {

    /// An average from the exact bounded numbers.
    ///
    /// @param values how many there are
    /// @param centred their sum, each by [Interval#centred(long)]
    /// @return within the bounds, in grid units
    public double of(long values, BigInteger centred, RandomBits bits) {
        return from(BigInteger.valueOf(values).add(count.sample(bits)), centred.add(sum.sample(bits)));
    }

    /// An average from numbers that bear their noise already.
    public double from(BigInteger noisyCount, BigInteger noisyCentred) {
        var mean = bounds.middle() + noisyCentred.doubleValue() / Math.max(1, noisyCount.doubleValue()) / 2;
        return Math.clamp(mean, (double) bounds.lower(), (double) bounds.upper());
    }
}
