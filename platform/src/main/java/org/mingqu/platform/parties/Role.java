package org.mingqu.platform.parties;

/// In what capacity a person acts for an organisation.
public enum Role {
    AUTHORITY(true),
    SOURCE(true),
    OPERATOR(true),
    PARTNER(false),
    GOVERNMENT(true),
    CITY(false),
    EXPERT(false),
    ASSESSOR(false),
    SECURITY_REGULATOR(false),
    MARKET_REGULATOR(false),
    SUBJECT(false),
    SYSTEM_ADMIN(true),
    SECURITY_ADMIN(true),
    AUDIT_ADMIN(true);

    private final boolean secondFactor;

    Role(boolean secondFactor) {
        this.secondFactor = secondFactor;
    }

    /// Whether it approves or administers, so that its people sign in with a second factor.
    public boolean needsSecondFactor() {
        return secondFactor;
    }
}
