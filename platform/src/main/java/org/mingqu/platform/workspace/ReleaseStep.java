package org.mingqu.platform.workspace;

/// What can be done with a release.
enum ReleaseStep {
    FORWARD,
    APPROVE_FIRST,
    APPROVE,
    REFUSE,
    WITHDRAW,
    HAND_OVER
}
