package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which cells were released, and of which atoms each is made: for each table, the cell of each atom.
///
/// A cell's number is 1 or more; 0 stands for "in no cell of this table".
final class Published {

    /// @param table the table it stands in
    /// @param size its number of subjects
    /// @param row its row in the elimination; -1 if other cells give it, -2 if it has not got there yet
    record Entry(int table, int size, int row) {}

    private final List<String> releases;
    private final List<int[]> cellOf;
    private final List<Entry> entries;

    Published() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Published(List<String> releases, List<int[]> cellOf, List<Entry> entries) {
        this.releases = releases;
        this.cellOf = cellOf;
        this.entries = entries;
    }

    Published copy() {
        return new Published(
                new ArrayList<>(releases),
                new ArrayList<>(cellOf.stream().map(int[]::clone).toList()),
                new ArrayList<>(entries));
    }

    int tables() {
        return cellOf.size();
    }

    int cells() {
        return entries.size();
    }

    String release(int table) {
        return releases.get(table);
    }

    Entry entry(int cell) {
        return entries.get(cell - 1);
    }

    void enter(int cell, int row) {
        var old = entry(cell);
        entries.set(cell - 1, new Entry(old.table(), old.size(), row));
    }

    /// The cell of each atom in a table; longer than there are atoms.
    int[] cellOf(int table) {
        return cellOf.get(table);
    }

    /// Opens a table.
    int open(String release, int atoms) {
        releases.add(release);
        cellOf.add(new int[atoms]);
        return cellOf.size() - 1;
    }

    /// Takes back the last table if no cell was entered.
    void close() {
        if (entries.isEmpty() || entries.getLast().table() != cellOf.size() - 1) {
            releases.removeLast();
            cellOf.removeLast();
        }
    }

    /// The same with room for more atoms, which are in no cell.
    Published grown(int atoms) {
        var longer = cellOf.stream().map(cells -> Arrays.copyOf(cells, Math.max(atoms, cells.length)));
        return new Published(new ArrayList<>(releases), new ArrayList<>(longer.toList()), new ArrayList<>(entries));
    }

    /// Enters a cell of the last table.
    ///
    /// @return its number
    int add(int[] atoms, int size, int row) {
        entries.add(new Entry(cellOf.size() - 1, size, row));
        for (var atom : atoms) {
            cellOf.getLast()[atom] = entries.size();
        }
        return entries.size();
    }

    /// Follows a cut: what was cut off an atom is in the same cells.
    void follow(Atoms.Cut cut) {
        var count = cut.before() + cut.parents().length;
        for (var table = 0; table < cellOf.size(); table++) {
            var cells = cellOf.get(table);
            if (cells.length < count) {
                cells = Arrays.copyOf(cells, Math.max(16, 2 * count));
                cellOf.set(table, cells);
            }
            for (var i = 0; i < cut.parents().length; i++) {
                cells[cut.before() + i] = cells[cut.parents()[i]];
            }
        }
    }
}
