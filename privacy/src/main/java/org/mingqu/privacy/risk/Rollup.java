package org.mingqu.privacy.risk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What records are alike under a scheme, made from what they are under a finer one that was looked at before,
/// where there is one with fewer groups than records.
///
/// Source: the roll-up of LeFevre, DeWitt and Ramakrishnan, Incognito (2005).
final class Rollup {

    private static final int KEPT = 64;

    private final int[][] columns;
    private final List<Hierarchy> hierarchies;
    private final int[] sensitive;
    private final Lattice lattice;
    private final Groups finest;
    private final Map<Integer, Groups> kept = new LinkedHashMap<>(16, 0.75f, true);

    /// Records alike in quasi-identifiers and sensitive value.
    ///
    /// @param row a record of each group
    /// @param count the records of each group
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Groups(int[] row, int[] count) {}

    /// @param sensitive for each record; all 0 where sensitive values do not matter
    /// @param rows the records that count
    Rollup(int[][] columns, List<Hierarchy> hierarchies, int[] sensitive, int[] rows, Lattice lattice) {
        this.columns = columns;
        this.hierarchies = hierarchies;
        this.sensitive = sensitive;
        this.lattice = lattice;
        var ones = new int[rows.length];
        Arrays.fill(ones, 1);
        this.finest = coarser(new Groups(rows, ones), 0);
    }

    Groups at(int scheme) {
        var known = kept.get(scheme);
        if (known != null) {
            return known;
        }
        var source = finest;
        for (var other : kept.entrySet()) {
            if (other.getValue().row().length < source.row().length && lattice.isFiner(other.getKey(), scheme)) {
                source = other.getValue();
            }
        }
        var made = coarser(source, scheme);
        kept.put(scheme, made);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return made;
    }

    private Groups coarser(Groups from, int scheme) {
        var rows = from.row();
        var coarse = Arrays.copyOf(coarse(rows, scheme), columns.length + 1);
        coarse[columns.length] = IntStream.of(rows).map(row -> sensitive[row]).toArray();
        var classes = Classes.of(coarse);
        var row = new int[classes.count()];
        var count = new int[classes.count()];
        for (var i = 0; i < rows.length; i++) {
            row[classes.of(i)] = rows[i];
            count[classes.of(i)] += from.count()[i];
        }
        return new Groups(row, count);
    }

    /// The groups' values under a scheme, by column.
    int[][] coarse(int[] rows, int scheme) {
        var coarse = new int[columns.length][rows.length];
        for (var column = 0; column < columns.length; column++) {
            var hierarchy = hierarchies.get(column);
            var level = lattice.level(scheme, column);
            for (var i = 0; i < rows.length; i++) {
                coarse[column][i] = hierarchy.group(level, columns[column][rows[i]]);
            }
        }
        return coarse;
    }
}
