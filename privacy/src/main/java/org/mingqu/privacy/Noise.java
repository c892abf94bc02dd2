package org.mingqu.privacy;

import java.math.BigInteger;

/// Noise on a whole number: what an answer shows is the exact number plus one draw.
///
/// All draws are made with whole numbers only. A double would give the hidden value away in its last bits
/// (Mironov, On Significance of the Least Significant Bits for Differential Privacy, 2012).
public sealed interface Noise permits DiscreteLaplace, DiscreteGaussian {

    /// One draw.
    ///
    /// @return the noise, in grid units
    BigInteger sample(RandomBits bits);

    /// How far the noise reaches in 95 of 100 answers.
    ///
    /// @return the smallest whole q with a chance of at least 0.95 that the noise is within -q to q, in grid
    ///     units
    default long reach95() {
        return reach(0.05);
    }

    /// The smallest whole q with a chance of at most `outside` that the noise is outside -q to q, in grid
    /// units.
    ///
    /// @param outside above 0 and below 1
    long reach(double outside);

    /// The smallest whole t with a chance of at most `chance` that the noise is t or more, in grid units.
    ///
    /// @param chance above 0 and below 1
    long tail(double chance);

    /// The variance, for error bars only, in squared grid units.
    double variance();
}
