package org.mingqu.privacy.dp;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// The decisions of the cases: whether two sets of samples come from distributions that are as close as
/// promised.
///
/// Source: the tests of Google's differential privacy library, which these cases belong to; Chan,
/// Diakonikolas, Valiant and Valiant, Optimal Algorithms for Testing Closeness of Discrete Distributions
/// (2014).
final class Verdicts {

    private Verdicts() {}

    /// The majority of so many votes; ended as soon as it stands.
    static boolean majority(int votes, BooleanSupplier vote) {
        var yes = 0;
        var no = 0;
        while (2 * Math.max(yes, no) <= votes) {
            if (vote.getAsBoolean()) {
                yes++;
            } else {
                no++;
            }
        }
        return yes > no;
    }

    /// Whether no event is more likely in one than e^epsilon times as likely in the other, plus delta.
    static boolean isPrivate(long[] one, long[] other, double epsilon, double delta, double tolerance) {
        Arrays.sort(one);
        Arrays.sort(other);
        var forth = 0.0;
        var back = 0.0;
        var factor = Math.exp(epsilon);
        for (int i = 0, j = 0; i < one.length || j < other.length; ) {
            var value = i == one.length ? other[j] : j == other.length ? one[i] : Math.min(one[i], other[j]);
            var inOne = 0;
            while (i < one.length && one[i] == value) {
                i++;
                inOne++;
            }
            var inOther = 0;
            while (j < other.length && other[j] == value) {
                j++;
                inOther++;
            }
            forth += Math.max(0, inOne - factor * inOther) / one.length;
            back += Math.max(0, inOther - factor * inOne) / one.length;
        }
        return forth < delta + tolerance && back < delta + tolerance;
    }

    /// Whether the Euclidean distance of the two distributions is within the tolerance.
    static boolean isClose(long[] one, long[] other, double tolerance) {
        Arrays.sort(one);
        Arrays.sort(other);
        var within = 0.0;
        var across = 0.0;
        for (int i = 0, j = 0; i < one.length || j < other.length; ) {
            var value = i == one.length ? other[j] : j == other.length ? one[i] : Math.min(one[i], other[j]);
            var inOne = 0.0;
            while (i < one.length && one[i] == value) {
                i++;
                inOne++;
            }
            var inOther = 0.0;
            while (j < other.length && other[j] == value) {
                j++;
                inOther++;
            }
            within += inOne * (inOne - 1) / 2 + inOther * (inOther - 1) / 2;
            across += inOne * inOther;
        }
        var n = (double) one.length;
        return within - (n - 1) / n * across < tolerance * (n - 1) * tolerance * n / 4;
    }
}
