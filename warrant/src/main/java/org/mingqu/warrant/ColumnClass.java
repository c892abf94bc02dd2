package org.mingqu.warrant;

/// What a column's values tell about a subject, from the least to the most.
public enum ColumnClass {
    OPEN,
    MEASURE,
    QUASI_IDENTIFIER,
    SENSITIVE,
    IDENTIFIER,
    /// Never enters a workspace.
    NEVER
}
