package org.mingqu.privacy.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The search for the scheme of least loss over some records of a data set.
final class Search {

    private final int[][] columns;
    private final List<Hierarchy> hierarchies;
    private final int[] sensitive;
    private final double[] shares;
    private final int[] rows;
    private final Target target;
    private final Lattice lattice;
    private final Rollup rollup;
    private final double[] bounds;
    private final BitSet tooFine = new BitSet();
    private int looked;
    private int best = -1;
    private double bestLoss = Double.POSITIVE_INFINITY;

    /// The best scheme.
    ///
    /// @param kept the records that are not left out
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(List<Integer> levels, int[] kept, double loss, int looked) {}

    /// @param shares of the sensitive values among all records, also those not searched here
    Search(int[][] columns, List<Hierarchy> hierarchies, int[] sensitive, double[] shares, int[] rows, Target target) {
        this.columns = columns;
        this.hierarchies = hierarchies;
        this.sensitive = target.looksAtValues() ? sensitive : new int[sensitive.length];
        this.shares = target.looksAtValues() ? shares : new double[] {1};
        this.rows = rows;
        this.target = target;
        this.lattice = new Lattice(hierarchies);
        this.rollup = new Rollup(columns, hierarchies, this.sensitive, rows, lattice);
        this.bounds = bounds();
    }

    /// What each scheme loses if no record is left out.
    private double[] bounds() {
        var losses = new double[columns.length][];
        for (var column = 0; column < columns.length; column++) {
            var hierarchy = hierarchies.get(column);
            losses[column] = new double[hierarchy.levels()];
            for (var level = 0; level < losses[column].length; level++) {
                for (var row : rows) {
                    losses[column][level] += hierarchy.loss(level, columns[column][row]);
                }
            }
        }
        return IntStream.range(0, lattice.size())
                .mapToDouble(scheme -> IntStream.range(0, columns.length)
                                .mapToDouble(column -> losses[column][lattice.level(scheme, column)])
                                .sum()
                        / rows.length
                        / columns.length)
                .toArray();
    }

    Optional<Found> best() {
        var order = IntStream.range(0, bounds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(scheme -> bounds[scheme]))
                .toList();
        for (var scheme : order) {
            if (bounds[scheme] >= bestLoss) {
                break;
            }
            if (!tooFine.get(scheme) && !look(scheme)) {
                border(path(scheme));
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Found(lattice.levels(best), kept(best), bestLoss, looked));
    }

    /// Looks at a scheme and remembers it if it is the best.
    ///
    /// @return whether it is coarse enough, so that finer ones may be too
    private boolean look(int scheme) {
        looked++;
        var groups = rollup.at(scheme);
        var classes = Classes.of(rollup.coarse(groups.row(), scheme));
        var keeping = keeping(groups, classes);
        var great = 0;
        var kept = 0;
        var loss = 0.0;
        for (var i = 0; i < groups.row().length; i++) {
            var count = groups.count()[i];
            great += keeping.isGreat(classes.of(i)) ? count : 0;
            if (keeping.isKept(classes.of(i))) {
                kept += count;
                loss += count * rowLoss(scheme, groups.row()[i]);
            }
        }
        loss = (loss + (double) columns.length * (rows.length - kept)) / rows.length / columns.length;
        if (isWithin(kept) && kept > 0 && loss < bestLoss) {
            best = scheme;
            bestLoss = loss;
        }
        if (!isWithin(great)) {
            tag(scheme);
        }
        return isWithin(great);
    }

    private boolean isWithin(int kept) {
        return rows.length - kept <= target.suppressible() * rows.length;
    }

    private Keeping keeping(Rollup.Groups groups, Classes classes) {
        var sizes = new int[classes.count()];
        for (var i = 0; i < groups.row().length; i++) {
            sizes[classes.of(i)] += groups.count()[i];
        }
        var own = IntStream.of(groups.row()).map(row -> sensitive[row]).toArray();
        return Keeping.of(sizes, new SensitiveValues(classes, own, groups.count(), shares), target);
    }

    private void tag(int scheme) {
        if (!tooFine.get(scheme)) {
            tooFine.set(scheme);
            lattice.finer(scheme).forEach(this::tag);
        }
    }

    /// From a scheme to the coarsest one, each step the cheapest.
    private List<Integer> path(int from) {
        var path = new ArrayList<>(List.of(from));
        while (true) {
            var next =
                    lattice.coarser(path.getLast()).boxed().min(Comparator.comparingDouble(scheme -> bounds[scheme]));
            if (next.isEmpty()) {
                return path;
            }
            path.add(next.get());
        }
    }

    /// Finds the last scheme of a path that is too fine, by halving; all finer ones are tagged with it.
    private void border(List<Integer> path) {
        var low = 0;
        var high = path.size();
        while (high - low > 1) {
            var middle = (low + high) / 2;
            if (tooFine.get(path.get(middle)) || !look(path.get(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private int[] kept(int scheme) {
        var classes = Classes.of(rollup.coarse(rows, scheme));
        var ones = IntStream.generate(() -> 1).limit(rows.length).toArray();
        var keeping = keeping(new Rollup.Groups(rows, ones), classes);
        return IntStream.range(0, rows.length)
                .filter(i -> keeping.isKept(classes.of(i)))
                .map(i -> rows[i])
                .toArray();
    }

    private double rowLoss(int scheme, int row) {
        var sum = 0.0;
        for (var column = 0; column < columns.length; column++) {
            sum += hierarchies.get(column).loss(lattice.level(scheme, column), columns[column][row]);
        }
        return sum;
    }
}
