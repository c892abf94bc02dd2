package org.mingqu.platform.selection;

/// A step of an application to become operator. LAPSE is the window's end, which nobody takes.
enum CandidacyStep {
    FILE,
    FIND_INCOMPLETE,
    FIND_COMPLETE,
    NOT_ADMIT,
    SELECT,
    PASS_OVER,
    WITHDRAW,
    LAPSE
}
