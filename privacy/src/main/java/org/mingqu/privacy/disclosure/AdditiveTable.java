package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.List;

/// Published numbers that are not negative, and which of them are totals of which.
///
/// @param values by number of the cell
/// @param sums all equations between cells; a reader is taken to know them
public record AdditiveTable(List<Long> values, List<Sum> sums) {

    /// An equation.
    ///
    /// @param total number of the cell that is the sum
    /// @param parts numbers of the cells it is the sum of
    public record Sum(int total, List<Integer> parts) {
        public Sum {
            parts = List.copyOf(parts);
        }

        /// All cells of the equation.
        List<Integer> cells() {
            var cells = new ArrayList<>(parts);
            cells.add(total);
            return cells;
        }
    }

    public AdditiveTable {
        values = List.copyOf(values);
        sums = List.copyOf(sums);
        if (values.stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("a negative number in a table of amounts");
        }
        for (var sum : sums) {
            var parts = sum.parts().stream().mapToLong(values::get).sum();
            if (parts != values.get(sum.total())) {
                throw new IllegalArgumentException("a total that is not the sum of its parts");
            }
        }
    }

    /// A table of any number of dimensions with all its marginals. A cell's number counts its place in mixed
    /// radix, the last dimension fastest; in each dimension the last place is the total.
    ///
    /// @param sizes places in each dimension, without the total
    /// @param interior the numbers without totals, in the same order
    public static AdditiveTable withMarginals(List<Integer> sizes, List<Long> interior) {
        return new Marginals(sizes).table(interior);
    }
}
