package org.mingqu.platform.mandate;

/// Where an authorisation agreement stands.
enum MandateStage {
    DRAFT,
    SIGNING,
    IN_FORCE,
    AMENDING,
    ENDING,
    EXPIRED,
    TERMINATED,
    REVOKED;

    /// Whether the operator may act by it.
    boolean isGood() {
        return this == IN_FORCE || this == AMENDING || this == ENDING;
    }
}
