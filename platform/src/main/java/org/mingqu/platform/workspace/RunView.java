package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ResultTable;
import org.mingqu.warrant.RunState;
import org.springframework.context.i18n.LocaleContextHolder;

/// A run as a person sees it; rows only for the people of the organisation that asked, and never those of the
/// reviewed lane.
///
/// @param release the release that was asked for on it; null if none
/// @param evidence the entry of this use
record RunView(
        UUID id,
        UUID workspace,
        RunState state,
        Lane lane,
        String sql,
        String personName,
        Instant at,
        @Nullable Long millis,
        @Nullable RunResult result,
        @Nullable VerdictView verdict,
        @Nullable UUID release,
        @Nullable RunProblem problem,
        UUID evidence) {

    /// What came out.
    ///
    /// @param suppressed groups left out because too few subjects stood behind them; -1 where even that would tell
    ///     something
    /// @param errorBars per row and column half the width of the 95 % interval; null for exact answers
    /// @param total how many rows the result has, also where they are not shown; -1 where that would tell something
    record RunResult(
            List<ResultColumn> columns,
            List<List<@Nullable Object>> rows,
            int suppressed,
            @Nullable List<List<@Nullable Double>> errorBars,
            int total) {

        static RunResult of(ResultTable it, int total) {
            return new RunResult(
                    it.columns().stream()
                            .map(column -> new ResultColumn(
                                    column.name(), column.type().name(), column.kind()))
                            .toList(),
                    it.rows(),
                    it.suppressed(),
                    it.errorBars(),
                    total);
        }
    }

    record ResultColumn(String name, String type, String kind) {}

    /// Why it was refused, failed or was cancelled.
    ///
    /// @param type stable code
    /// @param detail the sentence, in the reader's language
    record RunProblem(String type, String article, String detail) {}

    static RunView of(Run it, @Nullable RunResult result, @Nullable UUID release) {
        var problem = it.problem();
        var verdict = it.verdict();
        return new RunView(
                it.id(),
                it.workspace(),
                it.state(),
                it.lane(),
                it.sql(),
                it.personName(),
                it.at(),
                it.millis(),
                result,
                verdict == null ? null : VerdictView.of(verdict),
                release,
                problem == null
                        ? null
                        : new RunProblem(
                                problem.type(),
                                problem.article(),
                                EnclaveText.of(problem, LocaleContextHolder.getLocale())),
                it.evidence());
    }
}
