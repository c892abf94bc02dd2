package org.mingqu.platform.partners;

/// Where a partnership stands.
enum PartnershipStage {
    APPLIED,
    ADMITTED,
    FILING,
    FILED,
    EXITING,
    EXIT_FILING,
    EXITED,
    OBJECTED,
    DECLINED,
    WITHDRAWN
}
