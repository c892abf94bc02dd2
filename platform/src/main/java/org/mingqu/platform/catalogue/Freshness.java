package org.mingqu.platform.catalogue;

/// Whether a resource keeps the cycle it promised: in time, late, or never loaded at all.
public enum Freshness {
    FRESH,
    LATE,
    NEVER
}
