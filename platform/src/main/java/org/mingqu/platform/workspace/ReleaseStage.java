package org.mingqu.platform.workspace;

/// Where a release stands.
enum ReleaseStage {
    WITH_OPERATOR,
    WITH_AUTHORITY,
    WITH_SECOND,
    APPROVED,
    REFUSED,
    HANDED_OVER,
    WITHDRAWN
}
