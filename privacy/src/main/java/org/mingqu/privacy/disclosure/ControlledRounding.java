package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.List;

/// Controlled rounding of a two-way table. With its totals, taken negative, every row and column sums to zero; so
/// each row and column with a number that is no multiple has a second one, and there is a closed path through
/// such numbers along which a little is added and taken away in turn until one of them is a multiple.
final class ControlledRounding {

    private final long base;
    private final int rows;
    private final int columns;

    /// What is added to the multiple below, from 0 to the base.
    private final long[][] above;

    private final long[][] low;

    ControlledRounding(long[][] cells, int base) {
        this.base = base;
        this.rows = cells.length + 1;
        this.columns = cells[0].length + 1;
        this.above = new long[rows][columns];
        this.low = new long[rows][columns];
        var full = withTotals(cells);
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                above[i][j] = Math.floorMod(full[i][j], this.base);
                low[i][j] = full[i][j] - above[i][j];
            }
        }
    }

    /// With totals; those of rows and of columns negative, the grand total positive.
    private long[][] withTotals(long[][] cells) {
        var full = new long[rows][columns];
        for (var i = 0; i < rows - 1; i++) {
            if (cells[i].length != columns - 1) {
                throw new IllegalArgumentException("rows of different lengths");
            }
            for (var j = 0; j < columns - 1; j++) {
                var cell = cells[i][j];
                full[i][j] = cell;
                full[i][columns - 1] = Math.subtractExact(full[i][columns - 1], cell);
                full[rows - 1][j] = Math.subtractExact(full[rows - 1][j], cell);
                full[rows - 1][columns - 1] = Math.addExact(full[rows - 1][columns - 1], cell);
            }
        }
        return full;
    }

    long[][] rounded() {
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                while (open(i, j)) {
                    shift(path(i, j));
                }
            }
        }
        var rounded = new long[rows][columns];
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                var number = low[i][j] + above[i][j];
                rounded[i][j] = (i == rows - 1) == (j == columns - 1) ? number : -number;
            }
        }
        return rounded;
    }

    private boolean open(int i, int j) {
        return above[i][j] > 0 && above[i][j] < base;
    }

    private record Place(int row, int column) {}

    /// A closed path: from each number to another of the same row, then of the same column, and so on.
    private List<Place> path(int row, int column) {
        var path = new ArrayList<Place>();
        var place = new Place(row, column);
        for (var alongRow = true; ; alongRow = !alongRow) {
            path.add(place);
            place = alongRow ? inRow(place) : inColumn(place);
            var closed = closing(path, place, alongRow);
            if (closed >= 0) {
                path.add(place);
                return path.subList(closed, path.size());
            }
        }
    }

    /// Where the path comes back to a column (after a step along a row) or a row that it has left before.
    private static int closing(List<Place> path, Place place, boolean alongRow) {
        for (var i = alongRow ? 0 : 1; i < path.size() - 1; i += 2) {
            var passed = path.get(i);
            if (alongRow ? passed.column() == place.column() : passed.row() == place.row()) {
                return i;
            }
        }
        return -1;
    }

    private Place inRow(Place from) {
        for (var j = 0; j < columns; j++) {
            if (j != from.column() && open(from.row(), j)) {
                return new Place(from.row(), j);
            }
        }
        throw new IllegalStateException("a row that does not sum to a multiple");
    }

    private Place inColumn(Place from) {
        for (var i = 0; i < rows; i++) {
            if (i != from.row() && open(i, from.column())) {
                return new Place(i, from.column());
            }
        }
        throw new IllegalStateException("a column that does not sum to a multiple");
    }

    private void shift(List<Place> path) {
        var up = base;
        var down = base;
        for (var i = 0; i < path.size(); i++) {
            var rest = above[path.get(i).row()][path.get(i).column()];
            up = Math.min(up, i % 2 == 0 ? base - rest : rest);
            down = Math.min(down, i % 2 == 0 ? rest : base - rest);
        }
        for (var i = 0; i < path.size(); i++) {
            var step = up <= down ? up : -down;
            above[path.get(i).row()][path.get(i).column()] += i % 2 == 0 ? step : -step;
        }
    }
}
