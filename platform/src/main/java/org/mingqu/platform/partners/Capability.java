package org.mingqu.platform.partners;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Evidence that a partner can do what it is admitted for.
///
/// @param validUntil the last day on which the evidence is good; null for what does not expire
record Capability(Kind kind, String text, @Nullable LocalDate validUntil) {

    /// What a partner shows, natural person or organisation.
    enum Kind {
        STANDING,
        TEAM,
        SECURITY,
        EXPERIENCE
    }
}
