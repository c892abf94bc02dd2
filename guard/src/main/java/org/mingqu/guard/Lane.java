package org.mingqu.guard;

/// The ways a question can be answered.
public enum Lane {
    /// On synthetic rows: any allowed operator, any output.
    SYNTHETIC,
    /// On real rows at once: counts and sums by group with differential privacy.
    INSTANT,
    /// On real rows exactly: aggregates over groups of enough subjects, which stay inside until people have
    /// looked at them.
    REVIEWED,
    /// On real rows: rows of one table as they are, for the enclave to generalise; they stay inside until
    /// people have looked at what is left of them.
    DATASET,
    /// On real rows: rows of one table as they are, for the enclave to make a model from; it stays inside
    /// until people have looked at it.
    MODEL
}
