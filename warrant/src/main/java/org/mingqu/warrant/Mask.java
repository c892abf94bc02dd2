package org.mingqu.warrant;

/// How a granted column's values are changed before they enter the workspace.
public enum Mask {
    NONE,
    /// Part of the text is replaced by `*`.
    PARTIAL,
    /// The same value gives the same token within the workspace, another one elsewhere.
    PSEUDONYM,
    /// Dates become the first of the month, numbers a band, texts their beginning.
    GENERALISE
}
