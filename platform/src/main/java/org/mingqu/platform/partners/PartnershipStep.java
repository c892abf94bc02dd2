package org.mingqu.platform.partners;

/// What can be done with a partnership.
enum PartnershipStep {
    ADMIT,
    DECLINE,
    WITHDRAW,
    FILE,
    ACKNOWLEDGE,
    OBJECT,
    LEAVE,
    REMOVE,
    EXPIRE,
    CERTIFY,
    FILE_EXIT,
    ACKNOWLEDGE_EXIT
}
