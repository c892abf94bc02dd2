package org.mingqu.privacy.disclosure;

import java.util.Arrays;
import java.util.Optional;

/// A set of fewer subjects than the threshold about which the released cells give a number.
///
/// @param plus atoms that are added
/// @param minus atoms that are subtracted
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exposure(int[] plus, int[] minus) {

    private static final int[] NONE = {};

    /// Looks for an exposed atom, sum or difference of two atoms, or small set that can be named.
    ///
    /// @param vectors that all released cells sum to zero
    static Optional<Exposure> find(
            NullVectors vectors, Atoms atoms, Weights weights, Targets targets, int threshold, PrimeField field) {
        var small = new Small(atoms.count());
        for (var atom = 0; atom < atoms.count(); atom++) {
            if (atoms.size(atom) < threshold) {
                small.add(atom, vectors.atom(0, atom, weights), vectors.atom(1, atom, weights));
            }
        }
        return small.single()
                .or(() -> small.pair(atoms, threshold, field))
                .or(() -> named(vectors, atoms, weights, targets, field));
    }

    private static Optional<Exposure> named(
            NullVectors vectors, Atoms atoms, Weights weights, Targets targets, PrimeField field) {
        if (targets.count() == 0) {
            return Optional.empty();
        }
        var first = vectors.at(targets.watched(), atoms, weights);
        var target = targets.firstZero(field, first, 0);
        while (target >= 0) {
            var set = targets.get(target);
            if (vectors.overSubjects(1, set, atoms, weights) == 0) {
                var within = Arrays.stream(set).map(atoms::of).distinct().toArray();
                return Optional.of(new Exposure(within, NONE));
            }
            target = targets.firstZero(field, first, target + 1);
        }
        return Optional.empty();
    }

    /// The small atoms with the numbers of both vectors over each.
    private static final class Small {

        private final int[] atoms;
        private final long[] first;
        private final long[] second;
        private int count;

        Small(int capacity) {
            atoms = new int[capacity];
            first = new long[capacity];
            second = new long[capacity];
        }

        void add(int atom, long one, long other) {
            atoms[count] = atom;
            first[count] = one;
            second[count++] = other;
        }

        Optional<Exposure> single() {
            for (var i = 0; i < count; i++) {
                if (first[i] == 0 && second[i] == 0) {
                    return Optional.of(new Exposure(new int[] {atoms[i]}, NONE));
                }
            }
            return Optional.empty();
        }

        /// Two atoms whose numbers cancel or are equal: found among the sorted numbers of the first vector, made
        /// sure of by the second and by sizes.
        Optional<Exposure> pair(Atoms sizes, int threshold, PrimeField field) {
            var sorted = Arrays.copyOf(first, count);
            Arrays.sort(sorted);
            for (int low = 0, high = count - 1; low < high; ) {
                var order = Long.compare(sorted[low] + sorted[high], field.prime());
                if (order == 0) {
                    var found = check(sorted[low], sizes, threshold, field);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                low += order <= 0 ? 1 : 0;
                high -= order > 0 ? 1 : 0;
            }
            for (var i = 1; i < count; i++) {
                if (sorted[i] == sorted[i - 1]) {
                    var found = check(sorted[i], sizes, threshold, field);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<Exposure> check(long number, Atoms sizes, int threshold, PrimeField field) {
            for (var i = 0; i < count; i++) {
                for (var j = 0; first[i] == number && j < count; j++) {
                    if (i == j || sizes.size(atoms[i]) + sizes.size(atoms[j]) >= threshold) {
                        continue;
                    }
                    if (field.add(first[i], first[j]) == 0 && field.add(second[i], second[j]) == 0) {
                        return Optional.of(new Exposure(new int[] {atoms[i], atoms[j]}, NONE));
                    }
                    if (first[i] == first[j] && second[i] == second[j]) {
                        return Optional.of(new Exposure(new int[] {atoms[i]}, new int[] {atoms[j]}));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
