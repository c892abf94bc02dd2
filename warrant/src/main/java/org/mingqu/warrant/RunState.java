package org.mingqu.warrant;

/// How a run stands.
public enum RunState {
    RUNNING,
    DONE,
    /// The guard or the budget refused it.
    REFUSED,
    FAILED,
    CANCELLED
}
