package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.accounting.Share;
import org.mingqu.privacy.dp.Interval;

/// What stands between the exact rows of an instant plan and the answer. [InstantAnswer] does all of it.
///
/// The plan's SQL has already bounded each subject: at most [#maxRowsPerSubject()] rows and
/// [#maxGroupsPerSubject()] groups of any subject count, and every value is clamped to its bounds. So adding
/// or taking away one subject, with all its rows in all tables, changes each number by at most its
/// sensitivity. Numbers are whole, in grid units (hundredths for a scale of 2).
///
/// @param subjectKind whose privacy is kept: `person`, `household` or `enterprise`
/// @param tables the granted tables with subjects that the question reads: each bears the whole loss of the
///     answer
/// @param maxGroupsPerSubject the most groups in which one subject counts
/// @param maxRowsPerSubject the most rows of one subject that count, all groups together
/// @param noises the noise of each number
/// @param selection by which groups are shown or not; null when there are no keys: then there is one group and
///     everybody knows that it exists
/// @param derived what is computed from noisy numbers
/// @param bounds within which the values behind an output count
/// @param delta the chance with which the promise may fail: that a group of one subject shows
/// @param levels for each grouping the keys that it keeps: all keys first, then those of the totals; a total is
///     over the groups that show
/// @param overs for each GROUPING output the places of the keys that it asks about
/// @param order how to sort the noisy answer
/// @param limit the most rows of the noisy answer after sorting; [Integer#MAX_VALUE] for all
/// @param search what has to be asked first where bounds are not declared; null where they are
public record DpPlan(
        String subjectKind,
        Set<String> tables,
        long maxGroupsPerSubject,
        long maxRowsPerSubject,
        List<Noise> noises,
        @Nullable Selection selection,
        List<Derived> derived,
        List<Bounds> bounds,
        double delta,
        List<Level> levels,
        Map<Integer, List<Integer>> overs,
        List<Order> order,
        int limit,
        @Nullable BoundsSearch search) {

    public DpPlan {
        tables = Set.copyOf(tables);
        noises = List.copyOf(noises);
        derived = List.copyOf(derived);
        bounds = List.copyOf(bounds);
        levels = List.copyOf(levels);
        overs = Collections.unmodifiableMap(new TreeMap<>(overs));
        order = List.copyOf(order);
    }

    /// The shares of all numbers of the answer in its loss: those of the search for bounds, then those of each
    /// level.
    public List<Share> shares() {
        var shares = new ArrayList<Share>();
        if (search != null) {
            shares.addAll(search.shares());
        }
        for (var level = 0; level < levels.size(); level++) {
            for (var noise : noises) {
                if (level == 0 || noise.everyLevel()) {
                    shares.add(noise.share());
                }
            }
        }
        return List.copyOf(shares);
    }

    /// The chance with which the promise may fail; 0 where every group is known to exist.
    public double chance() {
        return selection == null ? 0 : delta;
    }

    /// Noise on one column of the result, or on each count of a tree in it.
    ///
    /// @param output the place of the column in [Plan#outputs()]
    /// @param sensitivity the most by which one subject changes all groups' numbers together, in grid units
    /// @param share its share of the loss of the answer
    /// @param everyLevel whether it is drawn for totals too
    /// @param nonNegative whether the exact number is 0 or more
    /// @param tree for a column of counts of leaves the tree that they are of
    public record Noise(
            int output,
            long sensitivity,
            Share share,
            boolean everyLevel,
            boolean nonNegative,
            @Nullable Tree tree) {}

    /// A tree of counts over equal parts of an interval.
    public record Tree(Interval interval, int height, int branching) {}

    /// Which groups show.
    ///
    /// @param noise the place in [#noises()] of the number that decides
    /// @param weight the most that one subject adds to that number in one group
    public record Selection(int noise, long weight) {}

    /// What is computed from noisy numbers, by their places in [#noises()].
    public sealed interface Derived {

        /// The place in [Plan#outputs()]; the engine's value there is ignored.
        int output();

        /// A sum over a count.
        record Quotient(int output, int sum, int count) implements Derived {}

        /// An average from a sum around the middle.
        record Mean(int output, int centred, int count, Interval interval, int scale) implements Derived {}

        /// A variance or deviation from sums around the middle.
        ///
        /// @param sample whether it is that of a sample: over one value less
        /// @param root whether the deviation is asked for
        record Spread(
                int output,
                int count,
                int centred,
                int squares,
                Interval interval,
                int scale,
                boolean sample,
                boolean root)
                implements Derived {}

        /// A quantile, read off a tree.
        ///
        /// @param rank 0 to 1
        record Quantile(int output, int tree, double rank, int scale) implements Derived {}
    }

    /// Within which bounds the values behind an output count: one beyond counts as the bound.
    ///
    /// @param output the place in [Plan#outputs()]
    public record Bounds(int output, BigDecimal low, BigDecimal high, Origin origin) {

        public enum Origin {
            /// By the question or the catalogue.
            DECLARED,
            /// Still to be found.
            SOUGHT,
            /// By a part of the loss.
            FOUND,
            /// There are too few values, or too little loss: the number has no answer.
            NOT_FOUND
        }
    }

    /// A level of grouping.
    ///
    /// @param keys the places in [Plan#outputs()] of the keys that are kept
    public record Level(List<Integer> keys) {

        public Level {
            keys = List.copyOf(keys);
        }
    }

    /// A sort key over the noisy answer.
    ///
    /// @param output the place of the column in [Plan#outputs()]
    public record Order(int output, boolean descending) {}
}
