package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.TraceState;

/// A suspected leak as the authority or the department that found it sees it.
///
/// @param rows how many rows the file has; 0 before it was looked at
/// @param compared with how many delivered files it was compared
/// @param found whose copies it was made from, the surest first
/// @param others how many more are named whose files are not of this department's data
/// @param problem why it could not be read
/// @param evidence the entry of the finding, before that of the report
record LeakTraceView(
        UUID id,
        String fileName,
        String note,
        String organisationName,
        String personName,
        Instant at,
        TraceState state,
        @Nullable Instant tracedAt,
        @Nullable String fileSm3,
        int rows,
        int compared,
        List<Suspect> found,
        int others,
        @Nullable String problem,
        UUID evidence) {

    /// Who is named.
    ///
    /// @param falsePositive a bound of the chance that anybody is named who had no part in it
    record Suspect(
            UUID organisation,
            String organisationName,
            UUID release,
            String number,
            String workspaceTitle,
            double falsePositive,
            int places) {}
}
