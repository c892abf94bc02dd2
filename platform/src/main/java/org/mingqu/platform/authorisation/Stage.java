package org.mingqu.platform.authorisation;

/// Where an application stands.
enum Stage {
    DRAFT,
    WITH_OPERATOR,
    RETURNED,
    WITH_AUTHORITY,
    WITH_SOURCE,
    GRANTED,
    REFUSED,
    REJECTED,
    WITHDRAWN
}
