package org.mingqu.warrant;

/// The ways in which an answer may leave.
public enum Lane {
    /// Over generated rows; free.
    SYNTHETIC,
    /// Statistics under differential privacy, at once, paid from the budget.
    INSTANT,
    /// Exact statistics, kept inside until people have decided.
    REVIEWED
}
