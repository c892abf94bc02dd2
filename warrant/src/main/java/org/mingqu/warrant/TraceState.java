package org.mingqu.warrant;

/// How far the look at a suspected leak is.
public enum TraceState {
    /// Its file has not arrived.
    WAITING,
    DONE,
    /// Its file could not be read.
    FAILED
}
