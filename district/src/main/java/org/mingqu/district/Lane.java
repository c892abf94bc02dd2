package org.mingqu.district;

/// The way a query takes through the workbench. The names are those of the guard.
public enum Lane {
    SYNTHETIC,
    INSTANT,
    REVIEWED
}
