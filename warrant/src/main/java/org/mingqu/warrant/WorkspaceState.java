package org.mingqu.warrant;

/// How a workspace stands.
public enum WorkspaceState {
    OPEN,
    SUSPENDED,
    /// For good: its key is gone.
    DESTROYED
}
