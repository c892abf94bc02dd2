package org.mingqu.platform.supervision;

import org.mingqu.platform.parties.Role;

/// What a regulator supervises (art. 7).
enum Remit {
    CYBERSPACE(Role.SECURITY_REGULATOR),
    POLICE(Role.SECURITY_REGULATOR),
    SECRECY(Role.SECURITY_REGULATOR),
    DEVELOPMENT(Role.MARKET_REGULATOR),
    INDUSTRY(Role.MARKET_REGULATOR),
    SCIENCE(Role.MARKET_REGULATOR),
    FINANCE(Role.MARKET_REGULATOR),
    MARKET(Role.MARKET_REGULATOR),
    AUDIT(Role.MARKET_REGULATOR);

    private final Role role;

    Remit(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}
