package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.EnclaveRefusal;

/// One load of a file or table into the enclave, from the ticket to the landed version.
///
/// @param size bytes as announced; 0 where not known (a table that is pulled)
/// @param bytes bytes received so far
/// @param detected what the enclave found, once it is STAGED
/// @param confirmed what a person made of it; null before
/// @param problem what went wrong, in the enclave's words; null while nothing has
/// @param dataVersion the version that this load lands as
record Load(
        UUID id,
        UUID resource,
        State state,
        LoadRequest.Format format,
        String fileName,
        long size,
        long bytes,
        long rows,
        long rejected,
        List<DetectedColumn> detected,
        @Nullable Confirmation confirmed,
        @Nullable EnclaveRefusal problem,
        int dataVersion,
        UUID startedBy,
        Instant at,
        Instant expiresAt) {

    /// Where a load stands. The first three and LANDING change inside the enclave; the platform follows.
    enum State {
        WAITING,
        RECEIVING,
        READING,
        STAGED,
        LANDING,
        LANDED,
        FAILED,
        DISCARDED;

        boolean isFinal() {
            return this == LANDED || this == FAILED || this == DISCARDED;
        }
    }

    /// What a person of the department confirmed (art. 5 no. 3, 6 no. 2).
    ///
    /// @param subject the column that names the data subject; null where no row is about anybody
    /// @param detectors column to the detector whose form each of its values must have, or its row is sent back
    /// @param by who confirmed; the landing is entered in the evidence as theirs
    record Confirmation(
            List<CatalogueColumn> columns,
            @Nullable String subject,
            String subjectKind,
            Map<String, String> detectors,
            Actor by) {

        /// Confirmations that were kept before detectors could be confirmed have none.
        @SuppressWarnings("NullAway") // what was kept may lack it, whatever its type says
        Confirmation {
            detectors = detectors == null ? Map.of() : Map.copyOf(detectors);
        }
    }

    Load in(State next, @Nullable EnclaveRefusal why) {
        return new Load(
                id,
                resource,
                next,
                format,
                fileName,
                size,
                bytes,
                rows,
                rejected,
                detected,
                confirmed,
                why,
                dataVersion,
                startedBy,
                at,
                expiresAt);
    }

    Load seen(
            State now,
            long bytesNow,
            long rowsNow,
            long rejectedNow,
            List<DetectedColumn> columns,
            @Nullable EnclaveRefusal why) {
        return new Load(
                id,
                resource,
                now,
                format,
                fileName,
                size,
                bytesNow,
                rowsNow,
                rejectedNow,
                columns,
                confirmed,
                why,
                dataVersion,
                startedBy,
                at,
                expiresAt);
    }

    Load confirmed(Confirmation by) {
        return new Load(
                id,
                resource,
                State.LANDING,
                format,
                fileName,
                size,
                bytes,
                rows,
                rejected,
                detected,
                by,
                null,
                dataVersion,
                startedBy,
                at,
                expiresAt);
    }
}
