package org.mingqu.guard;

/// How near a column is to a subject, from harmless to never; a value that was computed from several columns
/// has the highest of their classes.
public enum ColumnClass {
    OPEN,
    /// A quantity that is meant to be added up.
    MEASURE,
    /// Tells little alone and who it is together with others.
    QUASI_IDENTIFIER,
    SENSITIVE,
    /// Tells who it is. Never an output and never a group, whatever rights the grant gives it.
    IDENTIFIER,
    /// May not be used at all, whatever rights the grant gives it.
    NEVER
}
