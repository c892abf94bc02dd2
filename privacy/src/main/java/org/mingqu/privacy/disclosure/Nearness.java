package org.mingqu.privacy.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mingqu.privacy.disclosure.Verdict.Reason;

/// The cheap comparisons: a cell against each released cell and against the union of cells of one table, and
/// each released cell against the union of the cells of the table at hand.
final class Nearness {

    private final Published published;
    private final int threshold;

    /// For each released cell, how many subjects it and the cells of this table that lie mostly within differ by.
    private int[] rest;

    Nearness(Published published, int threshold) {
        this.published = published;
        this.threshold = threshold;
        this.rest = new int[0];
    }

    /// What a cell comes too close to.
    ///
    /// @param table of the released cells
    /// @param cells how many of them, the new one included
    record Close(Reason reason, int table, int cells) {}

    Optional<Close> close(Overlap overlap, int size) {
        return union(overlap, size).or(() -> remains(overlap, size));
    }

    private Optional<Close> union(Overlap overlap, int size) {
        var differing = new int[published.tables()];
        var taken = new int[published.tables()];
        Arrays.fill(differing, size);
        for (var cell = 1; cell <= published.cells(); cell++) {
            var entry = published.entry(cell);
            var gain = 2 * overlap.shared()[cell] - entry.size();
            if (gain > 0) {
                differing[entry.table()] -= gain;
                taken[entry.table()]++;
            }
        }
        for (var table = 0; table < differing.length; table++) {
            if (few(differing[table])) {
                return Optional.of(new Close(kind(table, taken[table]), table, taken[table] + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Close> remains(Overlap overlap, int size) {
        extend();
        for (var cell = 1; cell <= published.cells(); cell++) {
            var gain = 2 * overlap.shared()[cell] - size;
            if (gain > 0 && few(rest[cell] - gain)) {
                var table = published.entry(cell).table();
                return Optional.of(new Close(table == 0 ? Reason.COMPLEMENT : Reason.UNION, table, 2));
            }
        }
        return Optional.empty();
    }

    private Reason kind(int table, int taken) {
        if (table == 0) {
            return Reason.COMPLEMENT;
        }
        return taken == 1 ? Reason.DIFFERENCE : Reason.UNION;
    }

    private boolean few(int subjects) {
        return subjects > 0 && subjects < threshold;
    }

    /// Remembers a cell of this table that was let out.
    void passed(Overlap overlap, int size) {
        extend();
        for (var cell = 1; cell < overlap.shared().length; cell++) {
            rest[cell] -= Math.max(0, 2 * overlap.shared()[cell] - size);
        }
    }

    private void extend() {
        var from = rest.length;
        rest = Arrays.copyOf(rest, published.cells() + 1);
        for (var cell = Math.max(1, from); cell < rest.length; cell++) {
            rest[cell] = published.entry(cell).size();
        }
    }

    /// The release that a table stands in.
    List<String> named(Close close) {
        return List.of(published.release(close.table()));
    }
}
