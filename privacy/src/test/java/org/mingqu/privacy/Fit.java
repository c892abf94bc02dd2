package org.mingqu.privacy;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/// How well draws fit a distribution on the whole numbers: Pearson's chi-square over the values -reach to
/// reach and the two tails.
final class Fit {

    static final int DRAWS = 40_000;

    private Fit() {}

    /// The statistic, divided by what it exceeds once in a thousand times if the draws fit: below 1 they may,
    /// above 1 they do not.
    static double of(Function<RandomBits, BigInteger> mechanism, DoubleUnaryOperator weight, int reach, long seed) {
        var bits = RandomBits.repeatable(new Random(seed));
        var seen = new int[2 * reach + 3];
        for (var i = 0; i < DRAWS; i++) {
            var value = mechanism
                    .apply(bits)
                    .min(BigInteger.valueOf(reach + 1L))
                    .max(BigInteger.valueOf(-reach - 1L))
                    .intValue();
            seen[value + reach + 1]++;
        }
        var all = IntStream.rangeClosed(-100 * reach, 100 * reach)
                .mapToDouble(x -> weight.applyAsDouble(x))
                .sum();
        var tail = IntStream.rangeClosed(reach + 1, 100 * reach)
                        .mapToDouble(x -> weight.applyAsDouble(x))
                        .sum()
                / all;
        var statistic = 0.0;
        for (var i = 0; i < seen.length; i++) {
            var x = i - reach - 1;
            var expected = DRAWS * (Math.abs(x) > reach ? tail : weight.applyAsDouble(x) / all);
            statistic += (seen[i] - expected) * (seen[i] - expected) / expected;
        }
        return statistic / critical(seen.length - 1);
    }

    /// The 99.9 % point of chi-square, by Wilson and Hilferty (1931).
    private static double critical(int degrees) {
        var v = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - v + 3.0902 * Math.sqrt(v), 3);
    }
}
