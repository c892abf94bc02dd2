package org.mingqu.privacy.dp;

import java.math.BigInteger;
import java.util.Optional;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.RandomBits;

/// Bounds found privately, for a column of which nobody declared any: values are counted by powers of two on
/// both sides of
/// zero, and the outermost powers whose noisy count is clearly more than noise are the bounds.
///
/// One subject with at most r rows changes all counts together by r.
///
/// Source: Wilson and others, Differentially Private SQL with Bounded User Contribution (2020), section 5.1.1.
public final class ApproximateBounds {

    private final int powers;
    private final Noise noise;
    private final double failure;
    private final long[] counts;

    /// @param powers how many powers of two on each side; 1 to 62. Values beyond count for the last one
    /// @param noise on every count
    /// @param failure the chance that an empty power is taken for a bound; above 0 and below 1
    public ApproximateBounds(int powers, Noise noise, double failure) {
        if (powers < 1 || powers > 62 || !(failure > 0 && failure < 1)) {
            throw new IllegalArgumentException("%d powers with a failure of %s".formatted(powers, failure));
        }
        this.powers = powers;
        this.noise = noise;
        this.failure = failure;
        this.counts = new long[2 * powers];
    }

    /// Counts values of a power.
    ///
    /// @param power by [#power(long)]
    public void add(int power, long values) {
        var within = Math.clamp(power, -powers, powers - 1);
        counts[within + powers] += values;
    }

    /// The power of a value: 0 for 0 and 1, n for above 2^(n-1) to 2^n; below zero -1 for -1, -1-n for the
    /// like.
    public static int power(long value) {
        var size = value < 0 ? Math.negateExact(value) : value;
        var power = size <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        return value < 0 ? -1 - power : power;
    }

    /// The bounds.
    ///
    /// @return empty if no power has clearly more values than noise: then more values are needed, or more
    ///     epsilon
    public Optional<Interval> find(RandomBits bits) {
        var least = BigInteger.valueOf(noise.tail(failure / counts.length));
        var first = -1;
        var last = -1;
        for (var i = 0; i < counts.length; i++) {
            if (BigInteger.valueOf(counts[i]).add(noise.sample(bits)).compareTo(least) >= 0) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(new Interval(low(first - powers), high(last - powers)));
    }

    private static long low(int power) {
        return power < 0 ? -(1L << (-1 - power)) : power == 0 ? 0 : 1L << (power - 1);
    }

    private static long high(int power) {
        return power >= 0 ? 1L << power : power == -1 ? 0 : -(1L << (-2 - power));
    }
}
