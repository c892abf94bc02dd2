package org.mingqu.district;

/// How much a column says about its subject. The names are those of the guard and the warrants.
public enum ColumnClass {
    OPEN,
    MEASURE,
    QUASI_IDENTIFIER,
    SENSITIVE,
    IDENTIFIER,
    NEVER
}
