package org.mingqu.guard;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question that may run.
///
/// How the enclave runs it, in every lane: execute [#sql()] on a database of the lane's own (synthetic tables
/// for [Lane#SYNTHETIC], the workspace's real tables otherwise) with the lock-down of the engine in place and
/// the limits of the grant; refuse the result if it has not exactly as many columns as [#outputs()]; read at
/// most one row more than allowed (`maxRows`, or `maxGroups`) and refuse, not cut, what has more. An error of
/// the engine is told to nobody in its own words: they can carry values.
///
/// - [Lane#SYNTHETIC]: the rows are the answer.
/// - [Lane#REVIEWED]: where there are [#cells()], make the rows as [ReviewedCells] says, which takes the
/// place of
///   [#sql()]; give them to [ReviewedAnswer#of]; only what it returns may be kept, reviewed or handed over.
/// The
///   hidden column of kind [Output.Kind#SUBJECTS] is always the last one (and absent when no table of the
/// question
///   has subjects).
/// - [Lane#DATASET]: the rows are exact and have, where the table has subjects, their unit
/// ([GrantedTable#UNIT]) as the
///   hidden last column; only what generalising leaves of them may be kept, reviewed or handed over.
/// - [Lane#INSTANT]: make the spending of the loss durable for each of [DpPlan#tables()]; where bounds are to
/// be
///   found ([DpPlan#search()]) run that SQL first and go on with the plan that it settles; then execute, and
///   give the rows to [InstantAnswer#draw] with the same loss; only what it returns may leave. The rows
///   themselves are exact and must be forgotten. Two plans with equal [#sql()] ask the same question: give the
///   answer kept from the first.
///
/// @param lane the lane in which alone the plan may run
/// @param sql for DuckDB, over tables in schema `main` named as granted
/// @param quick the same answer for [Lane#REVIEWED] with, as its hidden number, **at least** how many
///     subjects are
///     behind a row: enough for the threshold and much cheaper where groups are large. [#cells()] counts in
///     this way.
///     In the other lanes the same as `sql`
/// @param outputs the columns of the result in order, hidden ones last
/// @param tables names of the granted tables that the plan reads
/// @param checks the rules that the question passed
/// @param dp what differential privacy needs; present in the instant lane only
/// @param threshold the fewest distinct subjects behind a row of an exact answer
/// @param cells in [Lane#REVIEWED] how the answer is made so that the subjects of every cell are known; null
///     in the
///     other lanes and where no table of the question has subjects
/// @param lineage in [Lane#REVIEWED] and [Lane#DATASET] for each visible column the granted columns that its
///     values
/// come from, for
///     people to look at; else empty
public record Plan(
        Lane lane,
        String sql,
        String quick,
        List<Output> outputs,
        Set<String> tables,
        List<Check> checks,
        @Nullable DpPlan dp,
        int threshold,
        @Nullable ReviewedCells cells,
        List<List<Origin>> lineage) {

    /// A granted column that a column of the answer comes from.
    ///
    /// @param table the name of the granted table
    public record Origin(String table, String column) {}

    Plan(
            Lane lane,
            String sql,
            String quick,
            List<Output> outputs,
            Set<String> tables,
            List<Check> checks,
            @Nullable DpPlan dp,
            int threshold) {
        this(lane, sql, quick, outputs, tables, checks, dp, threshold, null, List.of());
    }

    public Plan {
        lineage = lineage.stream().map(List::copyOf).toList();
        outputs = List.copyOf(outputs);
        tables = Set.copyOf(tables);
        checks = List.copyOf(checks);
        if ((dp != null) != (lane == Lane.INSTANT)) {
            throw new IllegalArgumentException("a plan of lane %s with privacy parameters %s".formatted(lane, dp));
        }
    }
}
