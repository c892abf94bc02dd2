package org.mingqu.warrant;

/// What a granted column may be used for in a query.
public enum Right {
    OUTPUT_AGGREGATE,
    GROUP,
    FILTER,
    JOIN,
    COUNT_DISTINCT
}
