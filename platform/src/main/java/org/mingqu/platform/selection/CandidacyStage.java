package org.mingqu.platform.selection;

/// Where an application to become operator stands.
enum CandidacyStage {
    DRAFT,
    FILED,
    INCOMPLETE,
    COMPLETE,
    SELECTED,
    NOT_SELECTED,
    NOT_ADMITTED,
    WITHDRAWN,
    LAPSED
}
