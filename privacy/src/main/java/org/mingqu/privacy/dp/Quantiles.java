package org.mingqu.privacy.dp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.mingqu.privacy.Noise;
import org.mingqu.privacy.RandomBits;

/// Quantiles of bounded values, read off a tree of noisy counts: the bounds are cut into equal parts, these
/// again, and so
/// on; every value counts once on each level.
///
/// One subject with at most r rows changes all counts together by r times the height.
///
/// Source: Hay, Rastogi, Miklau and Suciu, Boosting the Accuracy of Differentially Private Histograms Through
/// Consistency
/// (2010), for the tree; the walk down from a rank is ours after Google's differential privacy library.
public final class Quantiles {

    private static final double NEGLIGIBLE = 0.005;

    private final Interval bounds;
    private final int height;
    private final int branching;
    private final Noise noise;
    private final RandomBits bits;
    private final Map<Long, Long> counts = new HashMap<>();
    private final Map<Long, BigInteger> noisy = new HashMap<>();

    /// @param bounds of the values
    /// @param height how often the bounds are cut; 1 to 10
    /// @param branching into how many parts; 2 to 64
    /// @param noise on every count of the tree
    public Quantiles(Interval bounds, int height, int branching, Noise noise, RandomBits bits) {
        if (height < 1 || height > 10 || branching < 2 || branching > 64) {
            throw new IllegalArgumentException("a tree of height %d and %d branches".formatted(height, branching));
        }
        this.bounds = bounds;
        this.height = height;
        this.branching = branching;
        this.noise = noise;
        this.bits = bits;
    }

    /// How many leaves a tree has.
    public static long leaves(int height, int branching) {
        var leaves = 1L;
        for (var level = 0; level < height; level++) {
            leaves = Math.multiplyExact(leaves, branching);
        }
        return leaves;
    }

    /// The leaf of a value, counted from 0: floor((value - lower) * leaves / width), the upper bound in the
    /// last one.
    public static long leaf(Interval bounds, long leaves, long value) {
        var from = BigInteger.valueOf(bounds.clamp(value) - bounds.lower());
        var leaf = from.multiply(BigInteger.valueOf(leaves)).divide(BigInteger.valueOf(bounds.width()));
        return Math.min(leaves - 1, leaf.longValueExact());
    }

    /// Counts values of a leaf.
    ///
    /// @param leaf by [#leaf(Interval, long, long)]
    public void add(long leaf, long values) {
        if (leaf < 0 || leaf >= leaves(height, branching) || values < 0) {
            throw new IllegalArgumentException("leaf %d with %d values".formatted(leaf, values));
        }
        if (!noisy.isEmpty()) {
            throw new IllegalStateException("values cannot be added after a quantile was read");
        }
        for (var node = leaf + first(height); node > 0; node = parent(node)) {
            counts.merge(node, values, Long::sum);
        }
    }

    /// A quantile. All quantiles of one tree together tell no more than its noisy counts.
    ///
    /// @param rank 0 for the least to 1 for the greatest
    /// @return within the bounds, in grid units
    public double at(double rank) {
        if (!(rank >= 0 && rank <= 1)) {
            throw new IllegalArgumentException("a rank is 0 to 1, but was " + rank);
        }
        var place = rank;
        var left = (double) bounds.lower();
        var width = (double) bounds.width();
        var node = 0L;
        for (var level = 0; level < height; level++) {
            var shares = sharesBelow(node);
            var last = branching - 1;
            while (last > 0 && shares[last] == 0) {
                last--;
            }
            if (shares[last] == 0) {
                break; // nothing to go by below
            }
            var child = 0;
            while (child < last && (shares[child] == 0 || shares[child] < place)) {
                place -= shares[child];
                child++;
            }
            place = Math.clamp(place / shares[child], 0, 1);
            node = node * branching + 1 + child;
            width /= branching;
            left += width * child;
        }
        return Math.clamp(left + width * place, (double) bounds.lower(), (double) bounds.upper());
    }

    /// How many values there are, by noisy counts.
    public double total() {
        var total = 0.0;
        for (var child = 0; child < branching; child++) {
            total += Math.max(0, noisy(child + 1L).doubleValue());
        }
        return total;
    }

    /// How far a quantile may be from the exact one: as far as the quantiles of ranks that noise could have
    /// turned into this one, and a leaf.
    ///
    /// @param rank 0 to 1
    /// @return in grid units; an estimate, on the wide side, that the exact one is within in 95 of 100 answers
    public double reach95(double rank) {
        var width = (double) bounds.width();
        var total = total();
        if (total < 1) {
            return width;
        }
        var deviation = Math.sqrt(noise.variance() * height * branching) / total;
        var low = Math.max(0, rank - 2 * deviation);
        var high = Math.min(1, rank + 2 * deviation);
        var value = at(rank);
        return Math.min(width, Math.max(at(high) - value, value - at(low)) + width / leaves(height, branching));
    }

    /// Which part of a node's values each of its children has, by noisy counts; negligible ones have none, as
    /// they are more likely noise.
    private double[] sharesBelow(long node) {
        var shares = new double[branching];
        for (var child = 0; child < branching; child++) {
            shares[child] = Math.max(0, noisy(node * branching + 1 + child).doubleValue());
        }
        var least = NEGLIGIBLE * Arrays.stream(shares).sum();
        Arrays.setAll(shares, child -> shares[child] < least ? 0 : shares[child]);
        var total = Arrays.stream(shares).sum();
        Arrays.setAll(shares, child -> total == 0 ? 0 : shares[child] / total);
        return shares;
    }

    private BigInteger noisy(long node) {
        return noisy.computeIfAbsent(
                node, at -> BigInteger.valueOf(counts.getOrDefault(at, 0L)).add(noise.sample(bits)));
    }

    /// The number of the first node of a level; the root is 0 and needs no count.
    private long first(int level) {
        return (leaves(level, branching) - 1) / (branching - 1);
    }

    private long parent(long node) {
        return (node - 1) / branching;
    }
}
