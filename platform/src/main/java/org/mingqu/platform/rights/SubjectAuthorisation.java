package org.mingqu.platform.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a data subject lets a named market entity do: use the own rows in one scenario, until a day.
///
/// @param workspace of the market entity for the scenario
/// @param until the last day
/// @param endedBy WITHDRAWN or EXPIRED; null while it holds
/// @param evidence the entry of its being given
record SubjectAuthorisation(
        UUID id,
        UUID organisation,
        String subject,
        UUID workspace,
        String partnerName,
        String scenario,
        Instant givenAt,
        LocalDate until,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        UUID evidence) {

    /// Whether it held at a time.
    boolean held(Instant at) {
        return !at.isBefore(givenAt) && (endedAt == null || at.isBefore(endedAt));
    }
}
