package org.mingqu.district;

/// What an account of the demonstration does. The names are those of the platform's roles.
public enum Role {
    AUTHORITY,
    SOURCE,
    OPERATOR,
    PARTNER,
    GOVERNMENT,
    CITY,
    EXPERT,
    ASSESSOR,
    SECURITY_REGULATOR,
    MARKET_REGULATOR,
    SUBJECT,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDIT_ADMIN;

    /// Whether this role approves or administers, so that its log-in needs a second factor.
    public boolean needsSecondFactor() {
        return switch (this) {
            case AUTHORITY, SOURCE, OPERATOR, GOVERNMENT, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> true;
            case PARTNER, CITY, EXPERT, ASSESSOR, SECURITY_REGULATOR, MARKET_REGULATOR, SUBJECT -> false;
        };
    }
}
