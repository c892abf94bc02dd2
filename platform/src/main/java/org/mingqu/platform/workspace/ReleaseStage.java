package org.mingqu.platform.workspace;

/// Where a release stands.
enum ReleaseStage {
    WITH_OPERATOR,
    WITH_AUTHORITY,
    APPROVED,
    REFUSED,
    HANDED_OVER,
    WITHDRAWN
}
