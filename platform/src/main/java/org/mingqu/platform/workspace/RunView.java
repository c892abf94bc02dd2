package org.mingqu.platform.workspace;

import java.math.BigDecimal;
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
    /// @param errorBars per row and column the half width around the value within which the exact bounded one lies
    ///     in at least 95 of 100 answers; null for exact answers
    /// @param noise how a noisy answer came about; null for exact answers
    /// @param total how many rows the result has, also where they are not shown; -1 where that would tell something
    record RunResult(
            List<ResultColumn> columns,
            List<List<@Nullable Object>> rows,
            int suppressed,
            @Nullable List<List<@Nullable Double>> errorBars,
            @Nullable NoiseView noise,
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
                    NoiseView.of(it.noise()),
                    total);
        }
    }

    /// The noise of an answer.
    ///
    /// @param mechanism `LAPLACE` or `GAUSSIAN`
    /// @param adjusted whether totals are the sums of their groups, and counts not negative
    /// @param bounds within which the values behind a column counted; values beyond count as the bound
    record NoiseView(String mechanism, boolean adjusted, List<BoundsView> bounds) {

        static @Nullable NoiseView of(ResultTable.@Nullable Noise it) {
            return it == null
                    ? null
                    : new NoiseView(
                            it.mechanism(),
                            it.adjusted(),
                            it.bounds().stream()
                                    .map(of -> new BoundsView(of.column(), of.found(), of.low(), of.high()))
                                    .toList());
        }
    }

    /// @param column place of the column
    /// @param found whether they were found privately, for a share of the price, and not declared
    /// @param low null where none were found: then the column has no values
    /// @param high null together with `low`
    record BoundsView(
            int column,
            boolean found,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

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
