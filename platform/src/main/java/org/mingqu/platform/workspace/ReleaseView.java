package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnLineage;
import org.mingqu.warrant.DataSetReport;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ModelReport;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.ReleaseDifference;
import org.mingqu.warrant.SuppressedCell;

/// A release as one of its parties sees it.
///
/// @param checks what the enclave checked by itself, for who sees the result: what was left out tells who is
///     in it
/// @param result after suppression: for the reviewers, and for the author's organisation once it is approved
/// @param grade of the data: from 3 on two persons of the authority decide
/// @param suppressed the groups that were left out, for who sees the result
/// @param lineage what each column of the result is made of, for who sees the result
/// @param difference from the last release like it; null if there is none or it may not be seen
/// @param dataSet for who decides on a data set of rows what became of them; its author's side is not shown
///     its rows
///     without their mark either
/// @param model for who decides on a model, and its author once it may leave, what its inspection found
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
        Lane lane,
        String sql,
        String purpose,
        String recipientNote,
        String authorName,
        String partnerName,
        Instant at,
        List<CheckLine> checks,
        RunView.@Nullable RunResult result,
        String fileSm3,
        int grade,
        List<SuppressedLine> suppressed,
        List<ColumnLineage> lineage,
        @Nullable ReleaseDifference difference,
        @Nullable DataSetReport dataSet,
        @Nullable ModelReport model,
        List<OpenMove> open,
        @Nullable UUID receipt) {

    /// @param seesChecks whether what was left out may be known: it tells of who is in the result
    /// @param inspection what the enclave says now; null where it does not say or it may not be seen
    static ReleaseView of(
            Release it,
            Workspace workspace,
            Run run,
            boolean seesChecks,
            Answer.@Nullable Inspection inspection,
            List<OpenMove> open) {
        var checks = it.stage() == ReleaseStage.HANDED_OVER || inspection == null ? it.checks() : inspection.checks();
        return new ReleaseView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.stage(),
                it.workspace(),
                workspace.title(),
                it.run(),
                run.lane(),
                run.sql(),
                it.purpose(),
                it.recipientNote(),
                it.authorName(),
                workspace.partnerName(),
                it.at(),
                seesChecks ? checks.stream().map(CheckLine::of).toList() : List.of(),
                inspection == null ? null : result(inspection),
                it.fileSm3(),
                it.grade(),
                inspection == null
                        ? List.of()
                        : inspection.suppressed().stream()
                                .map(SuppressedLine::of)
                                .toList(),
                inspection == null ? List.of() : inspection.lineage(),
                inspection == null ? null : inspection.difference(),
                inspection == null ? null : inspection.dataSet(),
                inspection == null ? null : inspection.model(),
                open,
                it.receipt());
    }

    private static RunView.RunResult result(Answer.Inspection it) {
        var dataSet = it.dataSet();
        return RunView.RunResult.of(
                it.result(), dataSet == null ? it.result().rows().size() : dataSet.rowsAfter());
    }

    /// A group that was left out: never a number of it.
    ///
    /// @param keys its keys; empty where so few are in it that the keys alone would be about them
    record SuppressedLine(List<@Nullable String> keys, String reason, String message, List<String> remedies) {

        static SuppressedLine of(SuppressedCell it) {
            return new SuppressedLine(
                    it.keys(),
                    it.reason(),
                    VerdictView.inTheReadersLanguage(it.message()),
                    it.remedies().stream()
                            .map(VerdictView::inTheReadersLanguage)
                            .toList());
        }
    }

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
