package org.mingqu.privacy.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/// Two random vectors over the subjects that every released cell sums to zero.
///
/// They are fingerprints of all that can be computed: if any combination of released cells gives the sum over a
/// set of subjects, then both vectors sum to zero over that set. The other way round it holds but for a chance of
/// 2^-120, which errs to the safe side.
///
/// A vector y is d (u - c), with the subject's weight d and random number u, and c one number for each atom.
final class NullVectors {

    private final PrimeField field;
    private final long[][] shifts;

    NullVectors(PrimeField field, int atoms) {
        this(field, new long[Weights.VECTORS][atoms]);
    }

    private NullVectors(PrimeField field, long[][] shifts) {
        this.field = field;
        this.shifts = shifts;
    }

    NullVectors copy() {
        return new NullVectors(field, Arrays.stream(shifts).map(long[]::clone).toArray(long[][]::new));
    }

    /// Follows a cut: what was cut off goes on with its atom's number.
    void follow(Atoms.Cut cut) {
        var count = cut.before() + cut.parents().length;
        for (var vector = 0; vector < shifts.length; vector++) {
            if (shifts[vector].length < count) {
                shifts[vector] = Arrays.copyOf(shifts[vector], Math.max(16, 2 * count));
            }
            for (var i = 0; i < cut.parents().length; i++) {
                shifts[vector][cut.before() + i] = shifts[vector][cut.parents()[i]];
            }
        }
    }

    /// The sum of a vector over an atom.
    long atom(int vector, int atom, Weights weights) {
        return field.subtract(weights.mixed(vector, atom), field.multiply(weights.weight(atom), shifts[vector][atom]));
    }

    /// The sum of a vector over some atoms.
    long over(int vector, int[] atoms, Weights weights) {
        var sum = 0L;
        for (var atom : atoms) {
            sum = field.add(sum, atom(vector, atom, weights));
        }
        return sum;
    }

    /// A vector at one subject.
    long subject(int vector, int subject, Atoms atoms, Weights weights) {
        return field.subtract(
                weights.mixedOf(vector, subject),
                field.multiply(weights.weightOf(subject), shifts[vector][atoms.of(subject)]));
    }

    /// The first vector at some subjects, 0 elsewhere.
    long[] at(BitSet subjects, Atoms atoms, Weights weights) {
        var numbers = new long[subjects.length()];
        subjects.stream().forEach(subject -> numbers[subject] = subject(0, subject, atoms, weights));
        return numbers;
    }

    /// The sum of a vector over some subjects.
    long overSubjects(int vector, int[] subjects, Atoms atoms, Weights weights) {
        var sum = 0L;
        for (var subject : subjects) {
            sum = field.add(sum, subject(vector, subject, atoms, weights));
        }
        return sum;
    }

    /// The vectors moved along a third one, d times `direction`, each by its own factor.
    NullVectors moved(long[] factors, long[] direction) {
        var moved = new long[shifts.length][direction.length];
        for (var vector = 0; vector < shifts.length; vector++) {
            for (var atom = 0; atom < direction.length; atom++) {
                moved[vector][atom] = field.add(shifts[vector][atom], field.multiply(factors[vector], direction[atom]));
            }
        }
        return new NullVectors(field, moved);
    }

    /// The vectors for all rows of an elimination, anew.
    static NullVectors of(
            Elimination elimination, Published published, Atoms atoms, Weights weights, PrimeField field) {
        var shifts = new long[Weights.VECTORS][];
        for (var vector = 0; vector < Weights.VECTORS; vector++) {
            var sums = new long[published.cells() + 1];
            for (var table = 0; table < published.tables(); table++) {
                var cellOf = published.cellOf(table);
                for (var atom = 0; atom < atoms.count(); atom++) {
                    sums[cellOf[atom]] = field.add(sums[cellOf[atom]], weights.mixed(vector, atom));
                }
            }
            var right = new Overlap(new int[0], sums, 0).byRow(published, elimination.rows());
            shifts[vector] = spread(elimination.solve(right), published, atoms.count(), field);
        }
        return new NullVectors(field, shifts);
    }

    /// For each atom the sum of the coefficients of the cells it is in.
    static long[] spread(long[] byRow, Published published, int atoms, PrimeField field) {
        var byCell = new long[published.cells() + 1];
        for (var cell = 1; cell < byCell.length; cell++) {
            var row = published.entry(cell).row();
            byCell[cell] = row >= 0 ? byRow[row] : 0;
        }
        var spread = new long[atoms];
        for (var table = 0; table < published.tables(); table++) {
            var cellOf = published.cellOf(table);
            for (var atom = 0; atom < atoms; atom++) {
                spread[atom] = field.add(spread[atom], byCell[cellOf[atom]]);
            }
        }
        return spread;
    }
}
