package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.warrant.ReleaseCheck;

/// A release as one of its parties sees it.
///
/// @param checks what the enclave checked by itself
/// @param result after suppression: for the reviewers, and for the author's organisation once it is approved
/// @param receipt the entry of the hand-over
record ReleaseView(
        UUID id,
        UUID caseId,
        int version,
        String number,
        ReleaseStage stage,
        UUID workspace,
        String workspaceTitle,
        UUID run,
        String sql,
        String purpose,
        String recipientNote,
        String authorName,
        String partnerName,
        Instant at,
        List<CheckLine> checks,
        RunView.@Nullable RunResult result,
        String fileSm3,
        List<OpenMove> open,
        @Nullable UUID receipt) {

    record CheckLine(String rule, String article, ReleaseCheck.Outcome outcome, String message) {

        static CheckLine of(ReleaseCheck it) {
            return new CheckLine(it.rule(), it.article(), it.outcome(), VerdictView.inTheReadersLanguage(it.message()));
        }
    }

    /// One line of the list.
    record ReleaseLine(
            UUID id,
            UUID caseId,
            String number,
            ReleaseStage stage,
            UUID workspace,
            String workspaceTitle,
            String purpose,
            String authorName,
            String partnerName,
            Instant at) {}
}
