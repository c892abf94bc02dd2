package org.mingqu.guard;

import java.util.EnumSet;
import java.util.Set;

/// What a granted column may be used for. Rights are independent of each other: none implies another.
public enum Right {
    /// As a value of the answer, row by row. Only for data without subjects: whatever is granted, no row
    /// about a subject is shown, and no identifying column.
    OUTPUT,
    /// As the argument of SUM, AVG, COUNT and the like.
    OUTPUT_AGGREGATE,
    /// In GROUP BY, and so as a visible key of the answer.
    GROUP,
    /// In a condition.
    FILTER,
    /// On either side of an equality that joins two tables.
    JOIN,
    /// As the argument of COUNT(DISTINCT …).
    COUNT_DISTINCT,
    /// In the rows of a data set about subjects, once it was generalised and people looked at it.
    ROW;

    /// The rights that a column of a class usually needs for statistics, and no more.
    public static Set<Right> usual(ColumnClass columnClass) {
        return switch (columnClass) {
            case OPEN -> EnumSet.of(OUTPUT_AGGREGATE, GROUP, FILTER, JOIN, COUNT_DISTINCT);
            case MEASURE -> EnumSet.of(OUTPUT_AGGREGATE, FILTER);
            case QUASI_IDENTIFIER -> EnumSet.of(OUTPUT_AGGREGATE, GROUP, FILTER);
            case SENSITIVE -> EnumSet.of(OUTPUT_AGGREGATE, FILTER);
            case IDENTIFIER -> EnumSet.of(JOIN, COUNT_DISTINCT);
            case NEVER -> EnumSet.noneOf(Right.class);
        };
    }
}
