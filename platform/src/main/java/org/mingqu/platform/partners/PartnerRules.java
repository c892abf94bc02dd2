package org.mingqu.platform.partners;

import java.time.Instant;
import java.util.UUID;
import org.mingqu.platform.parties.Party;

/// An operator's rules of admission and exit, as they were published.
///
/// @param evidence the entry of the publication
record PartnerRules(
        Party operator,
        int version,
        String admission,
        String leaving,
        Instant publishedAt,
        String publishedBy,
        UUID evidence) {}
