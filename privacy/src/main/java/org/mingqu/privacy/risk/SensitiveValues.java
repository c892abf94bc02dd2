package org.mingqu.privacy.risk;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What classes give away of a sensitive value although nobody in them is found again.
///
/// Source: Machanavajjhala et al., l-Diversity (2007); Li, Li and Venkatasubramanian, t-Closeness (2007).
public final class SensitiveValues {

    private final int classes;
    private final int values;
    private final long[] sizes;
    private final double[] shares;

    /// How often each value occurs in each class: at class × values + value.
    private final int[] counts;

    /// The sensitive values of classes, beside those of all their records.
    ///
    /// @param sensitive a number from 0 for each record; in the order of the values where they have one
    public SensitiveValues(Classes classes, int[] sensitive) {
        this(
                classes,
                sensitive,
                IntStream.generate(() -> 1).limit(sensitive.length).toArray(),
                shares(sensitive));
    }

    /// @param count for each entry how many records it stands for
    /// @param shares of the values among those that a class is compared with
    SensitiveValues(Classes classes, int[] sensitive, int[] count, double[] shares) {
        this.classes = classes.count();
        this.values = shares.length;
        this.shares = shares;
        this.sizes = new long[this.classes];
        this.counts = new int[Math.multiplyExact(this.classes, values)];
        for (var row = 0; row < sensitive.length; row++) {
            counts[classes.of(row) * values + sensitive[row]] += count[row];
            sizes[classes.of(row)] += count[row];
        }
    }

    /// The share of each value among records.
    static double[] shares(int[] sensitive) {
        var shares = new double[Arrays.stream(sensitive).max().orElse(-1) + 1];
        for (var value : sensitive) {
            shares[value] += 1.0 / sensitive.length;
        }
        return shares;
    }

    /// The least number of different values in a class; 0 without classes.
    public int distinct() {
        return IntStream.range(0, classes).map(this::distinct).min().orElse(0);
    }

    int distinct(int number) {
        var different = 0;
        for (var value = 0; value < values; value++) {
            different += counts[number * values + value] > 0 ? 1 : 0;
        }
        return different;
    }

    /// Entropy l: e to the least entropy of a class, at most the number of values; 0 without classes.
    public double entropy() {
        return IntStream.range(0, classes).mapToDouble(this::entropy).min().orElse(0);
    }

    double entropy(int number) {
        var entropy = 0.0;
        for (var value = 0; value < values; value++) {
            var share = share(number, value);
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    /// t with equal distances: the greatest total variation between a class and all records.
    public double equalDistance() {
        return distance(false);
    }

    /// t with ordered distances: the greatest earth mover's distance between a class and all records, the first
    /// value and the last being at distance 1.
    public double orderedDistance() {
        return distance(true);
    }

    private double distance(boolean ordered) {
        return IntStream.range(0, classes)
                .mapToDouble(number -> distance(number, ordered))
                .max()
                .orElse(0);
    }

    double distance(int number, boolean ordered) {
        var moved = 0.0;
        var steps = 0.0;
        var apart = 0.0;
        for (var value = 0; value < values; value++) {
            var difference = share(number, value) - shares[value];
            moved += difference;
            steps += Math.abs(moved);
            apart += Math.abs(difference);
        }
        return ordered ? values > 1 ? steps / (values - 1) : 0 : apart / 2;
    }

    private double share(int number, int value) {
        return counts[number * values + value] / (double) sizes[number];
    }
}
