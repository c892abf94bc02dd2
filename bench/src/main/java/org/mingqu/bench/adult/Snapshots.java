package org.mingqu.bench.adult;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingqu.privacy.risk.Classes;
import org.mingqu.privacy.risk.Hierarchy;

/// The classes of nodes that were looked at, from which those of coarser nodes are made faster than from all
/// records: ARX's history, with its figures (200 snapshots; at most a fifth of the records, at most four fifths
/// of the snapshot it came from).
final class Snapshots {

    private static final int KEPT = 200;
    private static final double OF_RECORDS = 0.2;
    private static final double OF_SOURCE = 0.8;

    private final List<int[]> columns;
    private final List<Hierarchy> hierarchies;
    private final Lattice lattice;
    private final Snapshot finest;
    private final Map<Integer, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true);

    /// @param row a record of each class
    /// @param count the records of each class
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Snapshot(int[] row, int[] count) {}

    Snapshots(List<int[]> columns, List<Hierarchy> hierarchies, Lattice lattice) {
        this.columns = columns;
        this.hierarchies = hierarchies;
        this.lattice = lattice;
        var records = columns.getFirst().length;
        var all = new int[records];
        var one = new int[records];
        Arrays.setAll(all, i -> i);
        Arrays.fill(one, 1);
        this.finest = coarser(new Snapshot(all, one), 0);
    }

    Snapshot at(int node) {
        var source = finest;
        for (var other : new HashMap<>(kept).entrySet()) {
            if (other.getValue().row().length < source.row().length && lattice.isFiner(other.getKey(), node)) {
                source = other.getValue();
            }
        }
        var made = coarser(source, node);
        if (made.row().length <= OF_RECORDS * columns.getFirst().length
                && made.row().length <= OF_SOURCE * source.row().length) {
            kept.put(node, made);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }

    private Snapshot coarser(Snapshot from, int node) {
        var rows = from.row();
        var coarse = new int[columns.size()][rows.length];
        for (var column = 0; column < coarse.length; column++) {
            var hierarchy = hierarchies.get(column);
            var level = lattice.level(node, column);
            for (var i = 0; i < rows.length; i++) {
                coarse[column][i] = hierarchy.group(level, columns.get(column)[rows[i]]);
            }
        }
        var classes = Classes.of(coarse);
        var row = new int[classes.count()];
        var count = new int[classes.count()];
        for (var i = 0; i < rows.length; i++) {
            row[classes.of(i)] = rows[i];
            count[classes.of(i)] += from.count()[i];
        }
        return new Snapshot(row, count);
    }
}
