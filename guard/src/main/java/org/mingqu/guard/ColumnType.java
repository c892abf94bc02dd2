package org.mingqu.guard;

/// What the values of a column are.
public enum ColumnType {
    TEXT,
    /// Whole numbers of up to 64 bits.
    INTEGER,
    /// Exact numbers with a declared number of digits after the point.
    DECIMAL,
    DOUBLE,
    DATE,
    /// A date and a time without a zone.
    TIMESTAMP,
    BOOLEAN
}
