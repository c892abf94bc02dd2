package org.mingqu.warrant;

/// The ways in which an answer may leave.
public enum Lane {
    /// Over generated rows; free.
    SYNTHETIC,
    /// Statistics under differential privacy, at once, paid from the budget.
    INSTANT,
    /// Exact statistics, kept inside until people have decided.
    REVIEWED,
    /// Rows of one table, generalised until nobody is found again, kept inside until people have decided.
    DATASET,
    /// A model made from rows of one table and inspected, kept inside until people have decided.
    MODEL;

    /// Whether a result stays inside until people have decided.
    public boolean staysInside() {
        return this == REVIEWED || this == DATASET || this == MODEL;
    }
}
