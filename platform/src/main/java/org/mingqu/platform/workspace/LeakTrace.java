package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.TraceState;

/// A file that is suspected to be a part of what was delivered, and what the enclave found in it (art. 25).
///
/// @param note where it was found
/// @param finding what was found; null before
/// @param evidence the entry of the finding, before that of the report
record LeakTrace(
        UUID id,
        UUID organisation,
        String organisationName,
        UUID person,
        String personName,
        String fileName,
        String note,
        Instant at,
        TraceState state,
        Answer.@Nullable LeakTrace finding,
        @Nullable Instant tracedAt,
        UUID evidence) {

    LeakTrace traced(Answer.LeakTrace found, Instant when, UUID entry) {
        return new LeakTrace(
                id,
                organisation,
                organisationName,
                person,
                personName,
                fileName,
                note,
                at,
                found.state(),
                found,
                when,
                entry);
    }
}
