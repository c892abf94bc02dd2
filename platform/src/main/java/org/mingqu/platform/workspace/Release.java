package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ReleaseCheck;

/// A request to let the exact result of one run leave the enclave, on its way past the people who decide.
///
/// @param author the person who asked; they never decide on it themselves
/// @param checks what the enclave checked by itself when the release was asked for
/// @param fileSm3 of the file as it was when the release was asked for: what is reviewed is what leaves
/// @param grade the highest of the columns granted when it was asked for: from grade 3 on two persons of the
///     authority decide
/// @param firstDecision the first of the two; null before and where one is enough
/// @param receipt the entry of the hand-over; null before
/// @param version counts every move, so that a stale one is told
record Release(
        UUID id,
        UUID caseId,
        String number,
        UUID workspace,
        UUID run,
        String purpose,
        String recipientNote,
        ReleaseStage stage,
        UUID author,
        String authorName,
        List<ReleaseCheck> checks,
        String fileSm3,
        int grade,
        @Nullable UUID firstDecision,
        @Nullable UUID receipt,
        Instant at,
        int version) {

    /// @param by who decided
    Release to(ReleaseStage next, UUID by) {
        return new Release(
                id,
                caseId,
                number,
                workspace,
                run,
                purpose,
                recipientNote,
                next,
                author,
                authorName,
                checks,
                fileSm3,
                grade,
                next == ReleaseStage.WITH_SECOND ? by : firstDecision,
                receipt,
                at,
                version + 1);
    }

    Release handedOver(UUID entry) {
        return new Release(
                id,
                caseId,
                number,
                workspace,
                run,
                purpose,
                recipientNote,
                ReleaseStage.HANDED_OVER,
                author,
                authorName,
                checks,
                fileSm3,
                grade,
                firstDecision,
                receipt == null ? entry : receipt,
                at,
                version + 1);
    }
}
