package org.mingqu.platform.products;

/// The six kinds of art. 3.
public enum ProductKind {
    DATASET,
    INTERFACE,
    INDICATOR,
    REPORT,
    MODEL,
    APPLICATION
}
