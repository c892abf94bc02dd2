package org.mingqu.privacy.dp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.mingqu.privacy.RandomBits;

/// One sample of what a case is about: the mechanism of this library on the case's entries, cut into the
/// case's steps.
final class Samplers {

    /// Steps of the grid to one step of the case.
    private static final int FINE = 64;

    private Samplers() {}

    static ToLongFunction<RandomBits> count(Textproto sampling, String entries) {
        var exact = sampling.numbers(entries).length;
        var noise = Calibration.of(sampling, "max_partitions_contributed", 1).noise(1);
        return bits -> exact + noise.sample(bits).longValueExact();
    }

    /// A sum of clamped values; a subject counts once in a group.
    static ToLongFunction<RandomBits> sum(Textproto sampling, double granularity, String entries) {
        var unit = granularity / FINE;
        var lower = grid(sampling.number("lower_bound"), unit);
        var upper = grid(sampling.number("upper_bound"), unit);
        var exact = Arrays.stream(sampling.numbers(entries))
                .mapToLong(value -> Math.clamp(grid(value, unit), lower, upper))
                .sum();
        var perGroup = Math.max(1, Math.max(Math.abs(lower), Math.abs(upper)));
        var noise = Calibration.of(sampling, "max_partitions_contributed", 1).noise(perGroup);
        return bits -> Math.floorDiv(exact + noise.sample(bits).longValueExact() + FINE / 2, FINE);
    }

    static ToLongFunction<RandomBits> mean(Textproto sampling, double granularity, String entries) {
        var unit = (sampling.number("upper_bound") - sampling.number("lower_bound")) / 4096;
        var bounds =
                new Interval(grid(sampling.number("lower_bound"), unit), grid(sampling.number("upper_bound"), unit));
        var values = Arrays.stream(sampling.numbers(entries))
                .mapToLong(value -> grid(value, unit))
                .toArray();
        var each = Calibration.of(sampling, "max_partitions_contributed", 2);
        var rows = sampling.whole("max_contributions_per_partition");
        var mean = new BoundedMean(bounds, each.noise(rows), each.noise(rows * bounds.width()));
        var centred =
                BigInteger.valueOf(Arrays.stream(values).map(bounds::centred).sum());
        return bits -> Math.round(mean.of(values.length, centred, bits) * unit / granularity);
    }

    static ToLongFunction<RandomBits> deviation(Textproto sampling, double granularity, String entries) {
        var unit = (sampling.number("upper_bound") - sampling.number("lower_bound")) / 1024;
        var bounds =
                new Interval(grid(sampling.number("lower_bound"), unit), grid(sampling.number("upper_bound"), unit));
        var values = Arrays.stream(sampling.numbers(entries))
                .mapToLong(value -> grid(value, unit))
                .toArray();
        var each = Calibration.of(sampling, "max_partitions_contributed", 3);
        var rows = sampling.whole("max_contributions_per_partition");
        var variance = new BoundedVariance(
                bounds,
                each.noise(rows),
                each.noise(rows * bounds.width()),
                each.noise(bounds.squareWidth().multiply(BigInteger.valueOf(rows))));
        var centred =
                BigInteger.valueOf(Arrays.stream(values).map(bounds::centred).sum());
        var squares = Arrays.stream(values).mapToObj(bounds::centredSquare).reduce(BigInteger.ZERO, BigInteger::add);
        return bits -> Math.round(Math.sqrt(variance.of(values.length, centred, squares, bits)) * unit / granularity);
    }

    static ToLongFunction<RandomBits> bounds(Textproto sampling, String entries) {
        var noise = new Calibration(false, 1, sampling.number("epsilon"), 0).noise(sampling.whole("max_contributions"));
        var values = sampling.numbers(entries);
        return bits -> {
            // the chance of a false bound is chosen so that on these few entries finding some is as likely as not
            var bounds = new ApproximateBounds(sampling.whole("number_of_bins"), noise, 1e-6);
            for (var value : values) {
                bounds.add(ApproximateBounds.power(Math.round(value)), 1);
            }
            return bounds.find(bits)
                    .map(found -> found.lower() * 1_000 + found.upper())
                    .orElse(Long.MIN_VALUE);
        };
    }

    /// Where each rank's quantile falls among the buckets of a case.
    static Quantiles quantiles(Textproto sampling, String entries, RandomBits bits) {
        var bounds = quantileBounds(sampling);
        var height = sampling.whole("tree_height");
        var branching = sampling.whole("branching_factor");
        var rows = sampling.whole("max_contributions_per_partition");
        // on every level a subject changes at most `rows` counts of a group
        var levels = new Calibration(
                sampling.word("noise_type").equals("GAUSSIAN"),
                (long) height * sampling.whole("max_partitions_contributed"),
                sampling.number("epsilon"),
                sampling.number("delta"));
        var quantiles = new Quantiles(bounds, height, branching, levels.noise(rows), bits);
        for (var value : sampling.numbers(entries)) {
            quantiles.add(
                    Quantiles.leaf(bounds, Quantiles.leaves(height, branching), grid(value, quantileUnit(sampling))),
                    1);
        }
        return quantiles;
    }

    static Interval quantileBounds(Textproto sampling) {
        var unit = quantileUnit(sampling);
        return new Interval(grid(sampling.number("lower_bound"), unit), grid(sampling.number("upper_bound"), unit));
    }

    private static double quantileUnit(Textproto sampling) {
        return (sampling.number("upper_bound") - sampling.number("lower_bound")) / 100_000;
    }

    static long grid(double value, double unit) {
        return Math.round(value / unit);
    }
}
