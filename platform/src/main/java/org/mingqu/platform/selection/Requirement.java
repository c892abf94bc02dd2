package org.mingqu.platform.selection;

/// What an operator must meet, in the order of article 9: two qualifications, then seven of technology and management.
enum Requirement {
    /// In good business, without serious offences, on no list of serious dishonesty.
    STANDING,
    /// Offices, a professional team, technical ability.
    CAPACITY,
    /// Knows and understands the rules.
    RULES,
    /// Has worked with public data.
    EXPERIENCE,
    /// A person and a department answer for security; rules for it exist.
    SECURITY,
    /// Can connect to the government network, and has what it takes to process there.
    NETWORK,
    /// Can build digital systems.
    SYSTEMS,
    /// Can manage partners.
    PARTNERS,
    /// Can meet what regulators ask in time.
    SUPERVISION
}
