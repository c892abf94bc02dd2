package org.mingqu.platform.mandate;

/// What can be done with an authorisation agreement.
enum MandateStep {
    FILL,
    SIGN,
    REOPEN,
    AMEND,
    DISCARD,
    RENEW,
    PROPOSE_END,
    AGREE_END,
    DECLINE_END,
    REVOKE,
    EXPIRE
}
