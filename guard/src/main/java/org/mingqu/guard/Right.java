package org.mingqu.guard;

/// What a granted column may be used for. Rights are independent of each other: none implies another.
public enum Right {
    /// As the argument of SUM, AVG, COUNT and the like.
    OUTPUT_AGGREGATE,
    /// In GROUP BY, and so as a visible key of the answer.
    GROUP,
    /// In a condition.
    FILTER,
    /// On either side of an equality that joins two tables.
    JOIN,
    /// As the argument of COUNT(DISTINCT …).
    COUNT_DISTINCT
}
