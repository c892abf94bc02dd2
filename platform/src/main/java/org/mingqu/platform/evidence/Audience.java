package org.mingqu.platform.evidence;

/// For whom an entry is, beside those who made it.
enum Audience {
    /// The parties of its case, the own organisation, and whoever supervises.
    PARTIES,
    /// Whoever audits accounts, and the person whose account it is about.
    AUDIT
}
