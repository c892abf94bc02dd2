package org.mingqu.district;

/// The type of a column. The names are those of the guard and the warrants.
public enum ColumnType {
    TEXT,
    INTEGER,
    DECIMAL,
    DOUBLE,
    DATE,
    TIMESTAMP,
    BOOLEAN;

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == DOUBLE;
    }
}
