package org.mingqu.privacy.disclosure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The coarsest partition of all subjects of which every cell that was let in is a union: two subjects are in
/// one atom as long as no cell tells them apart.
final class Atoms {

    private final int[] atomOf;
    private int[] sizes;
    private int count;
    private int[] inside = new int[0];
    private @Nullable Listing listing;

    /// All subjects in one atom.
    Atoms(int subjects) {
        this(new int[subjects], new int[] {subjects}, 1);
    }

    private Atoms(int[] atomOf, int[] sizes, int count) {
        this.atomOf = atomOf;
        this.sizes = sizes;
        this.count = count;
    }

    /// The partition as it was stored.
    static Atoms restored(int[] atomOf, int count) {
        var sizes = new int[count];
        for (var atom : atomOf) {
            sizes[atom]++;
        }
        return new Atoms(atomOf, sizes, count);
    }

    Atoms copy() {
        return new Atoms(atomOf.clone(), sizes.clone(), count);
    }

    int subjects() {
        return atomOf.length;
    }

    int count() {
        return count;
    }

    int size(int atom) {
        return sizes[atom];
    }

    int of(int subject) {
        return atomOf[subject];
    }

    /// What a cell did to the partition.
    ///
    /// @param members subjects of the cell
    /// @param within the atoms that now make up the cell
    /// @param parents for each new atom, counted from `before`, the atom it was cut from
    /// @param before the number of atoms before
    /// @param mass over all atoms that were cut, the sum of the smaller parts
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Cut(int[] members, int[] within, int[] parents, int before, int mass) {}

    /// Cuts all atoms that a cell meets without covering them.
    Cut cut(RoaringBitmap cell) {
        var members = cell.toArray();
        if (inside.length < count) {
            inside = new int[sizes.length];
        }
        var touched = new int[Math.min(count, members.length)];
        var touchedCount = 0;
        for (var subject : members) {
            if (inside[atomOf[subject]]++ == 0) {
                touched[touchedCount++] = atomOf[subject];
            }
        }
        return cut(members, Arrays.copyOf(touched, touchedCount));
    }

    private Cut cut(int[] members, int[] touched) {
        var before = count;
        var mass = 0;
        var within = new int[touched.length];
        var parents = new int[touched.length];
        for (var i = 0; i < touched.length; i++) {
            var atom = touched[i];
            var in = inside[atom];
            var out = sizes[atom] - in;
            mass += Math.min(in, out);
            within[i] = out > 0 ? count : atom;
            if (out > 0) {
                parents[count - before] = atom;
                grow(in, out, atom);
            }
            inside[atom] = within[i];
        }
        for (var subject : members) {
            atomOf[subject] = inside[atomOf[subject]];
        }
        for (var atom : touched) {
            inside[atom] = 0;
        }
        listing = count == before ? listing : null;
        return new Cut(members, within, Arrays.copyOf(parents, count - before), before, mass);
    }

    private void grow(int in, int out, int parent) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, Math.max(16, 2 * count));
        }
        sizes[parent] = out;
        sizes[count++] = in;
    }

    /// Undoes the last cut.
    void undo(Cut cut) {
        for (var subject : cut.members()) {
            if (atomOf[subject] >= cut.before()) {
                atomOf[subject] = cut.parents()[atomOf[subject] - cut.before()];
            }
        }
        listing = count == cut.before() ? listing : null;
        while (count > cut.before()) {
            count--;
            sizes[cut.parents()[count - cut.before()]] += sizes[count];
        }
    }

    /// The same partition of more subjects; the new ones are in no cell yet and make up one atom.
    Atoms grown(int subjects) {
        var grown = Arrays.copyOf(atomOf, subjects);
        Arrays.fill(grown, atomOf.length, subjects, count);
        return restored(grown, count + 1);
    }

    /// Subjects in the order of their atoms, with the place where each atom begins.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Listing(int[] subjects, int[] starts) {}

    Listing listing() {
        var known = listing;
        return known != null ? known : list();
    }

    private Listing list() {
        var starts = new int[count + 1];
        for (var atom : atomOf) {
            starts[atom + 1]++;
        }
        for (var atom = 0; atom < count; atom++) {
            starts[atom + 1] += starts[atom];
        }
        var next = starts.clone();
        var subjects = new int[atomOf.length];
        for (var subject = 0; subject < atomOf.length; subject++) {
            subjects[next[atomOf[subject]]++] = subject;
        }
        var made = new Listing(subjects, starts);
        listing = made;
        return made;
    }
}
