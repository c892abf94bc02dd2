package org.mingqu.warrant;

/// The type of a column's values.
public enum ColumnType {
    TEXT,
    INTEGER,
    DECIMAL,
    DOUBLE,
    DATE,
    TIMESTAMP,
    BOOLEAN
}
