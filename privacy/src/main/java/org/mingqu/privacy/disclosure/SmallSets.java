package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The small sets of subjects that a cell makes nameable: what it shares with a released cell, and what one of
/// both has and the other has not. Sets of one subject are left out: those are atoms.
final class SmallSets {

    private final Atoms atoms;
    private final Published published;
    private final int threshold;

    SmallSets(Atoms atoms, Published published, int threshold) {
        this.atoms = atoms;
        this.published = published;
        this.threshold = threshold;
    }

    List<int[]> of(int[] within, int size, Overlap overlap) {
        var sets = new ArrayList<int[]>();
        var inside = new BitSet(atoms.count());
        for (var atom : within) {
            inside.set(atom);
        }
        var wanted = new Wanted(new BitSet(), new ArrayList<>(), new BitSet());
        var tables = new BitSet();
        for (var cell = 1; cell < overlap.shared().length; cell++) {
            var shared = overlap.shared()[cell];
            var entry = published.entry(cell);
            if (shared > 0 && wanted.note(cell, shared, size, entry.size(), this)) {
                tables.set(entry.table());
            }
        }
        tables.stream().forEach(table -> collect(published.cellOf(table), within, inside, wanted, sets));
        return sets;
    }

    /// Which cells' common part, and which cells' remainders, are small.
    private record Wanted(BitSet common, List<Integer> left, BitSet beyond) {

        boolean note(int cell, int shared, int size, int other, SmallSets sets) {
            if (sets.small(shared)) {
                common.set(cell);
            }
            if (sets.small(size - shared)) {
                left.add(cell);
            }
            if (sets.small(other - shared)) {
                beyond.set(cell);
            }
            return sets.small(shared) || sets.small(size - shared) || sets.small(other - shared);
        }
    }

    private boolean small(int subjects) {
        return subjects > 1 && subjects < threshold;
    }

    private void collect(int[] cellOf, int[] within, BitSet inside, Wanted wanted, List<int[]> sets) {
        var groups = new HashMap<Integer, List<Integer>>();
        for (var atom : within) {
            if (wanted.common().get(cellOf[atom])) {
                groups.computeIfAbsent(cellOf[atom], cell -> new ArrayList<>()).add(atom);
            }
        }
        close(groups, sets);
        for (var cell : wanted.left()) {
            if (Arrays.stream(within).anyMatch(atom -> cellOf[atom] == cell)) {
                sets.add(subjects(Arrays.stream(within)
                        .filter(atom -> cellOf[atom] != cell)
                        .toArray()));
            }
        }
        if (!wanted.beyond().isEmpty()) {
            for (var atom = 0; atom < atoms.count(); atom++) {
                if (wanted.beyond().get(cellOf[atom]) && !inside.get(atom)) {
                    groups.computeIfAbsent(cellOf[atom], cell -> new ArrayList<>())
                            .add(atom);
                }
            }
            close(groups, sets);
        }
    }

    private void close(Map<Integer, List<Integer>> groups, List<int[]> sets) {
        for (var group : groups.values()) {
            sets.add(subjects(group.stream().mapToInt(Integer::intValue).toArray()));
        }
        groups.clear();
    }

    private int[] subjects(int[] of) {
        var subjects = new int[Arrays.stream(of).map(atoms::size).sum()];
        var listing = atoms.listing();
        var next = 0;
        for (var atom : of) {
            var length = atoms.size(atom);
            System.arraycopy(listing.subjects(), listing.starts()[atom], subjects, next, length);
            next += length;
        }
        Arrays.sort(subjects);
        return subjects;
    }
}
