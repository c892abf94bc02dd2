package org.mingqu.privacy.risk;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The risk of finding a subject again by GB/T 42460-2023, annex D, with exact fractions. A mean is one over
/// classes, not over records.
///
/// @param above R_a, the share of classes that are too small for the way of sharing
/// @param greatest R_b, the risk in the smallest class
/// @param mean R_c, the mean risk of classes
/// @param risk R; 1 if any class is too small
public record Evaluation(Fraction above, Fraction greatest, Fraction mean, Fraction risk) {

    /// The recommended bound of the whole risk (D.1.5); a risk equal to it is not below it.
    public static final Fraction ACCEPTED = Fraction.of(1, 20);

    /// Evaluates classes by their sizes.
    ///
    /// @param sizes of the equivalence classes over the quasi-identifiers; at least one, each at least 1
    public static Evaluation of(int[] sizes, Sharing sharing, Context context) {
        var bySize = new TreeMap<Integer, Long>();
        for (var size : sizes) {
            bySize.merge(size, 1L, Long::sum);
        }
        return of(bySize, sharing, context);
    }

    /// Evaluates classes that were counted by their size elsewhere, such as in an engine.
    ///
    /// @param classesBySize how many classes have so many records; at least one, no size below 1
    public static Evaluation of(SortedMap<Integer, Long> classesBySize, Sharing sharing, Context context) {
        if (classesBySize.isEmpty() || classesBySize.firstKey() < 1) {
            throw new IllegalArgumentException("classes need at least one subject, and there must be one");
        }
        var classes = classesBySize.values().stream().mapToLong(Long::longValue).sum();
        var small = classesBySize.entrySet().stream()
                .filter(entry -> entry.getKey() < sharing.least())
                .mapToLong(Map.Entry::getValue)
                .sum();
        var above = Fraction.of(small, classes);
        var greatest = Fraction.of(1, classesBySize.firstKey());
        var mean = mean(classesBySize, classes);
        var by = sharing == Sharing.PUBLIC ? greatest : mean;
        var risk = small > 0 ? Fraction.ONE : by.times(context.chance(sharing));
        return new Evaluation(above, greatest, mean, risk);
    }

    private static Fraction mean(Map<Integer, Long> bySize, long classes) {
        var sum = Fraction.ZERO;
        for (var entry : bySize.entrySet()) {
            sum = sum.plus(Fraction.of(entry.getValue(), entry.getKey()));
        }
        return sum.times(new Fraction(BigInteger.ONE, BigInteger.valueOf(classes)));
    }

    /// The level of data without direct identifiers but with quasi-identifiers.
    public Level level() {
        return risk.compareTo(ACCEPTED) < 0 ? Level.L3 : Level.L2;
    }

    /// The standard's levels of de-identification.
    public enum Level {
        /// Direct identifiers are there.
        L1,
        /// Quasi-identifiers are there and the risk is not below the bound.
        L2,
        /// Quasi-identifiers are there and the risk is below the bound.
        L3,
        /// No identifier is there.
        L4;

        /// The level of data by the kinds of columns; by [Evaluation#level] where there are quasi-identifiers
        /// only.
        ///
        /// @param direct whether a column identifies directly
        /// @param quasi whether a column is a quasi-identifier
        public static Level of(boolean direct, boolean quasi, Evaluation evaluation) {
            if (direct) {
                return L1;
            }
            return quasi ? evaluation.level() : L4;
        }
    }
}
