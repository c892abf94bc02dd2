package org.mingqu.platform.mandate;

/// The ten heads of art. 13, in its order.
enum Head {
    PARTIES,
    CONTENT,
    PROCESS,
    SCOPE,
    TERM,
    LIABILITY,
    SUPERVISION,
    TERMINATION,
    SECURITY,
    FORCE_MAJEURE
}
