package org.mingqu.platform.rights;

/// Where a request of a data subject stands.
enum RequestStage {
    SUBMITTED,
    EXAMINING,
    EXTENDED,
    GRANTED,
    FETCHED,
    CORRECTING,
    CORRECTED,
    ANSWERED,
    REFUSED,
    WITHDRAWN
}
