package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.List;

/// The factors L D Lᵀ of a growing symmetric matrix over a prime field: the matrix of the products of released
/// cells, each subject weighted at random.
///
/// With r rows a new row costs r²/2 multiplications, a solution r². A row once appended never changes, so that
/// copies share rows.
final class Elimination {

    private final PrimeField field;
    private final List<long[]> lower;
    private final List<Long> inversePivots;

    Elimination(PrimeField field) {
        this(field, new ArrayList<>(), new ArrayList<>());
    }

    private Elimination(PrimeField field, List<long[]> lower, List<Long> inversePivots) {
        this.field = field;
        this.lower = lower;
        this.inversePivots = inversePivots;
    }

    Elimination copy() {
        return new Elimination(field, new ArrayList<>(lower), new ArrayList<>(inversePivots));
    }

    int rows() {
        return lower.size();
    }

    long[] row(int i) {
        return lower.get(i);
    }

    long inversePivot(int i) {
        return inversePivots.get(i);
    }

    /// A row as it was stored.
    void restore(long[] row, long inversePivot) {
        lower.add(row);
        inversePivots.add(inversePivot);
    }

    /// What a new row leaves after all rows before it: its part below the diagonal and its pivot.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Remainder(long[] forward, long[] row, long pivot) {}

    /// @param products of the new row with each row
    /// @param own product of the new row with itself
    Remainder remainder(long[] products, long own) {
        var rows = rows();
        var forward = new long[rows];
        var row = new long[rows];
        for (var i = 0; i < rows; i++) {
            forward[i] = field.subtract(products[i], field.dot(lower.get(i), forward, i));
            row[i] = field.multiply(forward[i], inversePivots.get(i));
        }
        return new Remainder(forward, row, field.subtract(own, field.dot(forward, row, rows)));
    }

    /// @param remainder with a pivot that is not zero
    void append(Remainder remainder) {
        lower.add(remainder.row());
        inversePivots.add(field.invert(remainder.pivot()));
    }

    void removeLast() {
        lower.removeLast();
        inversePivots.removeLast();
    }

    /// The solution of the matrix for what stands in a remainder.
    long[] solve(Remainder remainder) {
        var x = remainder.row().clone();
        for (var i = x.length - 1; i > 0; i--) {
            var row = lower.get(i);
            var known = x[i];
            if (known != 0) {
                for (var j = 0; j < i; j++) {
                    x[j] = field.subtract(x[j], field.multiply(row[j], known));
                }
            }
        }
        return x;
    }

    /// The solution of the matrix for a right-hand side.
    long[] solve(long[] right) {
        return solve(remainder(right, 0));
    }
}
