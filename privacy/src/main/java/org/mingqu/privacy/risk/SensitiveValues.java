package org.mingqu.privacy.risk;

import java.util.Arrays;

/// What classes give away of a sensitive value although nobody in them is found again.
///
/// Source: Machanavajjhala et al., l-Diversity (2007); Li, Li and Venkatasubramanian, t-Closeness (2007).
public final class SensitiveValues {

    private final Classes classes;
    private final int values;

    /// How often each value occurs in each class: at class × values + value.
    private final int[] counts;

    /// @param sensitive a number from 0 for each record; in the order of the values where they have one
    public SensitiveValues(Classes classes, int[] sensitive) {
        this.classes = classes;
        this.values = Arrays.stream(sensitive).max().orElse(-1) + 1;
        this.counts = new int[Math.multiplyExact(classes.count(), values)];
        for (var row = 0; row < sensitive.length; row++) {
            counts[classes.of(row) * values + sensitive[row]]++;
        }
    }

    /// The least number of different values in a class; 0 without classes.
    public int distinct() {
        var least = classes.count() == 0 ? 0 : values;
        for (var number = 0; number < classes.count(); number++) {
            var different = 0;
            for (var value = 0; value < values; value++) {
                different += counts[number * values + value] > 0 ? 1 : 0;
            }
            least = Math.min(least, different);
        }
        return least;
    }

    /// Entropy l: e to the least entropy of a class, at most the number of values; 0 without classes.
    public double entropy() {
        var least = classes.count() == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (var number = 0; number < classes.count(); number++) {
            var entropy = 0.0;
            for (var value = 0; value < values; value++) {
                var share = share(number, value);
                entropy -= share > 0 ? share * Math.log(share) : 0;
            }
            least = Math.min(least, entropy);
        }
        return Math.exp(least);
    }

    /// t with equal distances: the greatest total variation between a class and all records.
    public double equalDistance() {
        var greatest = 0.0;
        for (var number = 0; number < classes.count(); number++) {
            var sum = 0.0;
            for (var value = 0; value < values; value++) {
                sum += Math.abs(share(number, value) - share(value));
            }
            greatest = Math.max(greatest, sum / 2);
        }
        return greatest;
    }

    /// t with ordered distances: the greatest earth mover's distance between a class and all records, the first
    /// value and the last being at distance 1.
    public double orderedDistance() {
        var greatest = 0.0;
        for (var number = 0; number < classes.count() && values > 1; number++) {
            var moved = 0.0;
            var sum = 0.0;
            for (var value = 0; value < values; value++) {
                moved += share(number, value) - share(value);
                sum += Math.abs(moved);
            }
            greatest = Math.max(greatest, sum / (values - 1));
        }
        return greatest;
    }

    private double share(int number, int value) {
        return counts[number * values + value] / (double) classes.size(number);
    }

    private double share(int value) {
        var all = 0L;
        for (var number = 0; number < classes.count(); number++) {
            all += counts[number * values + value];
        }
        return all / (double) classes.records();
    }
}
