package org.mingqu.platform.supervision;

/// Where a duty stands.
enum DutyStage {
    OPEN,
    RETURNED,
    SUBMITTED,
    ACCEPTED,
    RECORDED;

    boolean isDone() {
        return this == ACCEPTED || this == RECORDED;
    }
}
