package org.mingqu.platform.selection;

/// Where a selection stands.
enum CallStage {
    DRAFT,
    OPEN,
    CHECKING,
    REVIEWING,
    WITH_GOVERNMENT,
    DECIDED,
    ANNOUNCED,
    ENDED
}
