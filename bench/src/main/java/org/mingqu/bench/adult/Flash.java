package org.mingqu.bench.adult;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.mingqu.privacy.risk.Hierarchy;

/// The search that ARX makes for the scheme of least loss at which every class has k records, written anew from
/// its description: ARX itself is in no public registry of libraries.
///
/// From the finest scheme up, level by level, a path is drawn to the coarsest and the border on it is found by
/// halving; what is coarser than a scheme that holds need not be asked again, nor what is finer than one that
/// does not. From the border up every scheme is looked at, unless what it loses without leaving out a record is
/// not below the best.
///
/// Source: Kohlmayer, Prasser, Eckert, Kemper and Kuhn, Flash (2012); two phases and bounds as in ARX 3; the
/// loss is Iyengar's (2002), as an arithmetic mean over records and columns, in which a record left out loses
/// all.
public final class Flash {

    private final List<int[]> columns;
    private final List<Hierarchy> hierarchies;
    private final Lattice lattice;
    private final Snapshots snapshots;
    private final int k;
    private final double suppressible;
    private final double[][] levelLosses;
    private final BitSet holds = new BitSet();
    private final BitSet fails = new BitSet();
    private final BitSet looked = new BitSet();
    private final BitSet searched = new BitSet();
    private double best = Double.POSITIVE_INFINITY;
    private int optimum;

    /// What was found.
    ///
    /// @param levels the scheme of least loss
    /// @param looked how many schemes were tried
    public record Found(List<Integer> levels, double loss, int looked) {}

    private Flash(List<int[]> columns, List<Hierarchy> hierarchies, int k, double suppressible) {
        this.columns = columns;
        this.hierarchies = hierarchies;
        this.lattice = new Lattice(hierarchies);
        this.snapshots = new Snapshots(columns, hierarchies, lattice);
        this.k = k;
        this.suppressible = suppressible * columns.getFirst().length;
        this.levelLosses = new double[columns.size()][];
        for (var column = 0; column < levelLosses.length; column++) {
            var hierarchy = hierarchies.get(column);
            levelLosses[column] = new double[hierarchy.levels()];
            for (var level = 0; level < hierarchy.levels(); level++) {
                for (var value : columns.get(column)) {
                    levelLosses[column][level] += hierarchy.loss(level, value) / columns.get(column).length;
                }
            }
        }
    }

    /// Searches for the scheme of least loss.
    ///
    /// @param suppressible the greatest share of records that may be left out
    /// @throws IllegalStateException if no scheme holds
    public static Found search(List<int[]> columns, List<Hierarchy> hierarchies, int k, double suppressible) {
        var flash = new Flash(columns, hierarchies, k, suppressible);
        flash.traverse();
        if (Double.isInfinite(flash.best)) {
            throw new IllegalStateException("no scheme has classes of %d".formatted(k));
        }
        return new Found(flash.lattice.levels(flash.optimum), flash.best, flash.looked.cardinality());
    }

    private void traverse() {
        var order = lattice.order();
        var nodes = IntStream.range(0, lattice.size()).boxed().sorted(order).toList();
        var queue = new PriorityQueue<Integer>(order);
        for (var node : nodes) {
            queue.add(node);
            while (!queue.isEmpty()) {
                var head = queue.poll();
                if (!isDecided(head)) {
                    var border = border(path(head), queue);
                    if (border >= 0) {
                        upwards(border);
                    }
                }
            }
        }
    }

    private boolean isDecided(int node) {
        return holds.get(node) || fails.get(node) || bound(node) >= best;
    }

    private List<Integer> path(int from) {
        var path = new ArrayList<>(List.of(from));
        while (true) {
            var next = lattice.coarser(path.getLast())
                    .filter(node -> !isDecided(node))
                    .boxed()
                    .min(lattice.order());
            if (next.isEmpty()) {
                return path;
            }
            path.add(next.get());
        }
    }

    /// The finest node on a path that holds, or -1.
    private int border(List<Integer> path, PriorityQueue<Integer> queue) {
        var low = 0;
        var high = path.size() - 1;
        var border = -1;
        while (low <= high) {
            var middle = (low + high) / 2;
            int node = path.get(middle);
            if (isDecided(node)) {
                high = middle - 1;
                continue;
            }
            look(node);
            if (holds.get(node)) {
                border = node;
                high = middle - 1;
            } else {
                lattice.coarser(node).filter(up -> !isDecided(up)).forEach(queue::add);
                low = middle + 1;
            }
        }
        return border;
    }

    private void upwards(int node) {
        if (!searched.get(node) && bound(node) < best) {
            if (!looked.get(node)) {
                look(node);
            }
            lattice.coarser(node).boxed().sorted(lattice.order()).forEach(this::upwards);
        }
        searched.set(node);
    }

    private void look(int node) {
        looked.set(node);
        var classes = snapshots.at(node);
        var left = 0;
        var loss = 0.0;
        for (var i = 0; i < classes.row().length; i++) {
            var count = classes.count()[i];
            if (count < k) {
                left += count;
                loss += (double) count * columns.size();
            } else {
                loss += count * rowLoss(node, classes.row()[i]);
            }
        }
        if (left > suppressible) {
            tag(fails, node, false);
            return;
        }
        tag(holds, node, true);
        loss /= (double) columns.getFirst().length * columns.size();
        if (loss < best) {
            best = loss;
            optimum = node;
        }
    }

    private void tag(BitSet tags, int node, boolean up) {
        if (!tags.get(node)) {
            tags.set(node);
            (up ? lattice.coarser(node) : lattice.finer(node)).forEach(next -> tag(tags, next, up));
        }
    }

    private double rowLoss(int node, int row) {
        var sum = 0.0;
        for (var column = 0; column < columns.size(); column++) {
            sum += hierarchies.get(column).loss(lattice.level(node, column), columns.get(column)[row]);
        }
        return sum;
    }

    /// What a scheme loses at least.
    private double bound(int node) {
        var sum = 0.0;
        for (var column = 0; column < levelLosses.length; column++) {
            sum += levelLosses[column][lattice.level(node, column)];
        }
        return sum / levelLosses.length;
    }
}
