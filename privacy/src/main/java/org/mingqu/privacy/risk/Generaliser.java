package org.mingqu.privacy.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the levels of columns at which a data set keeps to a target with the least loss.
///
/// All schemes of levels are ordered by the loss that they have if no record is left out. That is a bound from
/// below of the true loss, as a record left out loses most; so the search may stop at the first scheme whose bound
/// is not below the best loss found, and what it has found is the optimum. A scheme that leaves out too many is too
/// fine, and so are all schemes that are finer in every column: they are not looked at.
///
/// Source: the lattice and its pruning after El Emam et al., OLA (2009), and Kohlmayer et al., Flash (2012); the
/// stopping rule is ours.
public final class Generaliser {

    private final int[][] columns;
    private final List<Hierarchy> hierarchies;
    private final int[] sensitive;

    /// A data set.
    ///
    /// @param columns quasi-identifiers; values as numbers of the hierarchies' first levels
    /// @param hierarchies one for each column
    /// @param sensitive a number from 0 for each record; all 0 where no diversity is asked for
    public Generaliser(List<int[]> columns, List<Hierarchy> hierarchies, int[] sensitive) {
        this.columns = columns.toArray(int[][]::new);
        this.hierarchies = List.copyOf(hierarchies);
        this.sensitive = sensitive.clone();
        if (columns.size() != hierarchies.size()
                || Arrays.stream(this.columns).anyMatch(column -> column.length != sensitive.length)) {
            throw new IllegalArgumentException("columns, hierarchies and sensitive values do not fit");
        }
    }

    /// One scheme for all records: the optimum.
    ///
    /// @return nothing if even the coarsest scheme leaves out too many
    public Optional<Recoding> global(Target target) {
        var rows = IntStream.range(0, sensitive.length).toArray();
        return best(rows, target).map(found -> {
            var schemeOf = new int[sensitive.length];
            Arrays.fill(schemeOf, Recoding.SUPPRESSED);
            for (var row : found.kept()) {
                schemeOf[row] = 0;
            }
            return new Recoding(List.of(found.levels()), schemeOf, found.loss(), found.looked());
        });
    }

    /// One scheme for most records, another for those it leaves out, and so on: each group by itself keeps to the
    /// target, so that all together do. The loss is not above that of one scheme.
    public Optional<Recoding> local(Target target) {
        var first = global(target);
        if (first.isEmpty()) {
            return first;
        }
        var schemes = new ArrayList<>(first.get().schemes());
        var schemeOf = first.get().schemeOf();
        var looked = first.get().looked();
        var any = new Target(target.k(), target.l(), 1);
        while (true) {
            var left = IntStream.range(0, schemeOf.length)
                    .filter(row -> schemeOf[row] == Recoding.SUPPRESSED)
                    .toArray();
            var next = best(left, any);
            if (left.length < target.k() || next.isEmpty() || next.get().kept().length == 0) {
                return Optional.of(new Recoding(schemes, schemeOf, loss(schemes, schemeOf), looked));
            }
            for (var row : next.get().kept()) {
                schemeOf[row] = schemes.size();
            }
            schemes.add(next.get().levels());
            looked += next.get().looked();
        }
    }

    /// A scheme that was tried.
    ///
    /// @param kept the records that are not left out
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(List<Integer> levels, int[] kept, double loss, int looked) {}

    private Optional<Found> best(int[] rows, Target target) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        var losses = levelLosses(rows);
        var schemes = schemes();
        schemes.sort(Comparator.comparingDouble(levels -> bound(levels, losses)));
        var tooFine = new ArrayList<List<Integer>>();
        Found best = null;
        var looked = 0;
        for (var levels : schemes) {
            if (best != null && bound(levels, losses) >= best.loss()) {
                break;
            }
            if (tooFine.stream().anyMatch(coarser -> finer(levels, coarser))) {
                continue;
            }
            looked++;
            var kept = kept(rows, levels, target);
            if (rows.length - kept.length > target.suppressible() * rows.length) {
                var path = path(levels, losses);
                var border = border(path, rows, target);
                tooFine.add(path.get(border.last()));
                looked += border.looked();
            } else if (best == null || loss(levels, kept, rows.length) < best.loss()) {
                best = new Found(levels, kept, loss(levels, kept, rows.length), looked);
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Found(best.levels(), best.kept(), best.loss(), looked));
    }

    /// From a scheme to the coarsest one, each step the cheapest.
    private List<List<Integer>> path(List<Integer> from, double[][] losses) {
        var path = new ArrayList<>(List.of(from));
        while (true) {
            var last = path.getLast();
            var next = IntStream.range(0, columns.length)
                    .filter(column ->
                            last.get(column) + 1 < hierarchies.get(column).levels())
                    .mapToObj(column -> {
                        var raised = new ArrayList<>(last);
                        raised.set(column, last.get(column) + 1);
                        return List.copyOf(raised);
                    })
                    .min(Comparator.comparingDouble(levels -> bound(levels, losses)));
            if (next.isEmpty()) {
                return path;
            }
            path.add(next.get());
        }
    }

    /// @param last the last scheme of a path that leaves out too many
    private record Border(int last, int looked) {}

    private Border border(List<List<Integer>> path, int[] rows, Target target) {
        var low = 0;
        var high = path.size();
        var looked = 0;
        while (high - low > 1) {
            var middle = (low + high) / 2;
            looked++;
            var left = rows.length - kept(rows, path.get(middle), target).length;
            if (left > target.suppressible() * rows.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Border(low, looked);
    }

    private static boolean finer(List<Integer> levels, List<Integer> coarser) {
        return IntStream.range(0, levels.size()).allMatch(i -> levels.get(i) <= coarser.get(i));
    }

    private List<List<Integer>> schemes() {
        List<List<Integer>> schemes = new ArrayList<>(List.of(List.of()));
        for (var hierarchy : hierarchies) {
            var longer = new ArrayList<List<Integer>>();
            for (var scheme : schemes) {
                for (var level = 0; level < hierarchy.levels(); level++) {
                    var with = new ArrayList<>(scheme);
                    with.add(level);
                    longer.add(List.copyOf(with));
                }
            }
            schemes = longer;
        }
        return schemes;
    }

    /// The mean loss of each column on each level.
    private double[][] levelLosses(int[] rows) {
        var losses = new double[columns.length][];
        for (var column = 0; column < columns.length; column++) {
            var hierarchy = hierarchies.get(column);
            losses[column] = new double[hierarchy.levels()];
            for (var level = 0; level < losses[column].length; level++) {
                for (var row : rows) {
                    losses[column][level] += hierarchy.loss(level, columns[column][row]) / rows.length;
                }
            }
        }
        return losses;
    }

    private static double bound(List<Integer> levels, double[][] losses) {
        return IntStream.range(0, losses.length)
                        .mapToDouble(i -> losses[i][levels.get(i)])
                        .sum()
                / losses.length;
    }

    /// The records whose classes keep to the target.
    private int[] kept(int[] rows, List<Integer> levels, Target target) {
        var coarse = new int[columns.length][rows.length];
        for (var column = 0; column < columns.length; column++) {
            for (var i = 0; i < rows.length; i++) {
                coarse[column][i] = hierarchies.get(column).group(levels.get(column), columns[column][rows[i]]);
            }
        }
        var classes = Classes.of(coarse);
        var diverse = target.l() == 1 ? null : diversity(classes, rows);
        return IntStream.range(0, rows.length)
                .filter(i -> classes.size(classes.of(i)) >= target.k())
                .filter(i -> diverse == null || diverse[classes.of(i)] >= target.l())
                .map(i -> rows[i])
                .toArray();
    }

    /// How many different sensitive values each class has.
    private int[] diversity(Classes classes, int[] rows) {
        var own = Arrays.stream(rows).map(row -> sensitive[row]).toArray();
        var numbers = IntStream.range(0, rows.length).map(classes::of).toArray();
        var pairs = Classes.of(numbers, own);
        var seen = new boolean[pairs.count()];
        var different = new int[classes.count()];
        for (var i = 0; i < rows.length; i++) {
            if (!seen[pairs.of(i)]) {
                seen[pairs.of(i)] = true;
                different[classes.of(i)]++;
            }
        }
        return different;
    }

    private double loss(List<Integer> levels, int[] kept, int rows) {
        var sum = (double) columns.length * (rows - kept.length);
        for (var row : kept) {
            sum += rowLoss(levels, row);
        }
        return sum / rows / columns.length;
    }

    private double loss(List<List<Integer>> schemes, int[] schemeOf) {
        var sum = 0.0;
        for (var row = 0; row < schemeOf.length; row++) {
            var scheme = schemeOf[row];
            sum += scheme == Recoding.SUPPRESSED ? columns.length : rowLoss(schemes.get(scheme), row);
        }
        return sum / schemeOf.length / columns.length;
    }

    private double rowLoss(List<Integer> levels, int row) {
        var sum = 0.0;
        for (var column = 0; column < columns.length; column++) {
            sum += hierarchies.get(column).loss(levels.get(column), columns[column][row]);
        }
        return sum;
    }
}
