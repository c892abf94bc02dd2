package org.mingqu.guard;

import java.util.List;

/// What one column of the engine's result for an instant plan is.
///
/// Arguments and filters are fields of the rows below the aggregation; a filter of -1 is none.
sealed interface Measure {

    /// A group key, by its place among the keys.
    record Key(int key) implements Measure {}

    /// Which of some keys a total is over.
    record Over(List<Integer> keys) implements Measure {}

    /// The number of rows.
    record RowCount() implements Measure {}

    /// The number of rows in which an argument is present; -1 for any row.
    record ValueCount(int argument, int filter) implements Measure {}

    /// The number of subjects in the group.
    record SubjectCount(int filter) implements Measure {}

    /// The sum of an argument, every value within its range.
    record Sum(int argument, int filter, Range range) implements Measure {}

    /// The sum of an argument measured from the middle of its range, in half grid units.
    record Centred(int argument, int filter, Range range) implements Measure {}

    /// The sum of the squares of an argument measured from the middle, doubled and from their own middle.
    record Squares(int argument, int filter, Range range) implements Measure {}

    /// How many values there are in each of equal parts of the range: the leaves of a tree.
    record Tree(int argument, int filter, Range range, int height, int branching) implements Measure {

        private static final int MOST_BRANCHES = 16;
        private static final int MOST_HEIGHT = 4;

        /// The tree with the fewest levels whose leaves are grid units, or else the finest.
        static Tree of(int argument, int filter, Range range) {
            var values = range.beyond().width();
            var height = 1;
            while (height < MOST_HEIGHT && Math.pow(MOST_BRANCHES, height) < values) {
                height++;
            }
            var branching = (int) Math.ceil(Math.pow((double) values, 1.0 / height) - 1e-9);
            return new Tree(argument, filter, range, height, Math.clamp(branching, 2, MOST_BRANCHES));
        }
    }

    /// Computed from other columns after noise.
    record Later() implements Measure {}

    /// Which field's values it looks at; -1 for none.
    default int value() {
        return switch (this) {
            case Sum sum -> sum.argument();
            case Centred centred -> centred.argument();
            case Squares squares -> squares.argument();
            case Tree tree -> tree.argument();
            case Key _, Over _, RowCount _, ValueCount _, SubjectCount _, Later _ -> -1;
        };
    }
}
