package org.mingqu.platform.selection;

/// A step of a selection. CLOSE is the window's end, which nobody takes.
enum CallStep {
    PUBLISH,
    CLOSE,
    DRAW,
    SUBMIT,
    APPROVE,
    RETURN,
    REJECT,
    ANNOUNCE,
    CANCEL
}
