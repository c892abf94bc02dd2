package org.mingqu.privacy.disclosure;

/// How a cell meets each released cell.
///
/// @param shared subjects in both, by number of the released cell
/// @param products the same with each subject's weight
/// @param own the cell's weights, summed
@SuppressWarnings("ArrayRecordComponent") // never compared
record Overlap(int[] shared, long[] products, long own) {

    static Overlap of(int[] within, Atoms atoms, Weights weights, Published published, PrimeField field) {
        var shared = new int[published.cells() + 1];
        var products = new long[published.cells() + 1];
        for (var table = 0; table < published.tables(); table++) {
            var cellOf = published.cellOf(table);
            for (var atom : within) {
                var cell = cellOf[atom];
                shared[cell] += atoms.size(atom);
                products[cell] = field.add(products[cell], weights.weight(atom));
            }
        }
        var own = 0L;
        for (var atom : within) {
            own = field.add(own, weights.weight(atom));
        }
        return new Overlap(shared, products, own);
    }

    /// The products with the cells that are rows, in the order of rows.
    long[] byRow(Published published, int rows) {
        var row = new long[rows];
        for (var cell = 1; cell <= published.cells(); cell++) {
            if (published.entry(cell).row() >= 0) {
                row[published.entry(cell).row()] = products[cell];
            }
        }
        return row;
    }
}
