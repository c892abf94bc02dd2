package org.mingqu.warrant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the rows of a data set, and what is left of their use: for those who decide on it.
///
/// @param target what was asked for
/// @param rowsBefore how many rows met the condition
/// @param rowsAfter how many are left
/// @param withheld rows left out because of what was released before; the others left out fit no class
/// @param before the risk of the rows as they are; null without describing columns or rows
/// @param after the risk of what is left; null without describing columns or rows
/// @param classes of rows that are alike in the describing columns
/// @param smallest how many subjects the smallest class has; 0 if nothing is left
/// @param median of the class in the middle
/// @param greatest of the greatest class
/// @param diversity the fewest different values of the sensitive column in a class; null without such a column
/// @param closeness how far a class is from all rows in the sensitive column, at most; null without such a
///     column
/// @param columns in the order of the file
/// @param correlations of every two describing columns, before and after
/// @param marks which columns carry the recipient's mark; empty if none can
/// @param places how many places the marks have: some hundreds in a part that leaked name its recipient
public record DataSetReport(
        Grant.DataSets target,
        int rowsBefore,
        int rowsAfter,
        int withheld,
        @Nullable Risk before,
        @Nullable Risk after,
        int classes,
        int smallest,
        int median,
        int greatest,
        @Nullable Integer diversity,
        @Nullable Double closeness,
        List<Column> columns,
        List<Correlation> correlations,
        List<Mark> marks,
        int places) {

    public DataSetReport {
        columns = List.copyOf(columns);
        correlations = List.copyOf(correlations);
        marks = List.copyOf(marks);
    }

    /// The risk of finding a subject again, by GB/T 42460-2023; exact fractions such as `3/20`.
    ///
    /// @param above share of classes that are too small
    /// @param greatest in the smallest class
    /// @param mean of all classes
    /// @param value the risk as a number
    /// @param level `L1` to `L4`
    public record Risk(String above, String greatest, String mean, String risk, double value, String level) {}

    /// What became of a column.
    ///
    /// @param treatment `KEPT`, `GENERALISED`, `PSEUDONYM` or `MASKED`
    /// @param level how coarse it is now, of so many levels; 0 for as it was
    /// @param loss from 0 for nothing to 1 for everything; null if the column is no describing one
    /// @param meanBefore of its numbers; null if it has none
    public record Column(
            String name,
            String label,
            ColumnClass columnClass,
            String treatment,
            int level,
            int levels,
            @Nullable Double loss,
            @Nullable Double meanBefore,
            @Nullable Double meanAfter) {}

    /// Pearson's correlation of two columns.
    public record Correlation(
            String one,
            String other,
            double before,
            @Nullable Double after) {}

    /// A column that carries marks.
    ///
    /// @param tolerance by how much a value is moved at most, such as `0.24`
    public record Mark(String column, String tolerance) {}
}
