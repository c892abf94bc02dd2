package org.mingqu.platform.supervision;

/// What can be done with a duty.
enum DutyStep {
    SUBMIT,
    ACCEPT,
    RETURN,
    RECORD
}
