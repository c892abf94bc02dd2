package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;

/// One line of the public catalogue.
///
/// @param grade the highest grade of its columns
/// @param columns how many columns it has
record CatalogueItem(
        UUID id,
        String name,
        String title,
        String summary,
        Party department,
        int grade,
        long rows,
        UpdateCycle updateCycle,
        @Nullable Instant refreshedAt,
        Freshness freshness,
        @Nullable Quality quality,
        String subjectKind,
        int columns,
        @Nullable Instant publishedAt) {

    /// Quality as the enclave measured it when the version landed.
    ///
    /// @param score 0 to 100
    record Quality(int score, Instant at) {}
}
