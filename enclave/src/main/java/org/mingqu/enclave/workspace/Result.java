package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.guard.DpPlan;
import org.mingqu.guard.InstantAnswer;
import org.mingqu.guard.NoisyAnswer;
import org.mingqu.guard.Output;
import org.mingqu.guard.SuppressedAnswer;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.ResultTable;
import org.mingqu.warrant.WarrantJson;

/// A result as it is kept, sealed under the workspace's key.
///
/// @param subjects for an exact answer at least how many subjects are behind each row; it never leaves
/// @param epsilonMilli for a noisy answer what was paid for it
/// @param asDrawn for a noisy answer that is kept the same one with its numbers as they were drawn
record Result(
        ResultTable table,
        List<Long> subjects,
        long epsilonMilli,
        @Nullable ResultTable asDrawn) {

    private static final String NAME = "result";

    Result {
        subjects = List.copyOf(subjects);
    }

    static Result of(List<Output> outputs, List<List<@Nullable Object>> rows) {
        return new Result(new ResultTable(columns(outputs), values(rows), 0, null), List.of(), 0, null);
    }

    static Result of(SuppressedAnswer answer) {
        var table = new ResultTable(columns(answer.columns()), values(answer.rows()), answer.suppressed(), null);
        return new Result(table, answer.subjects(), 0, null);
    }

    static Result of(InstantAnswer answer, long epsilonMilli) {
        return new Result(table(answer.adjusted(), true), List.of(), epsilonMilli, table(answer.asDrawn(), false));
    }

    private static ResultTable table(NoisyAnswer answer, boolean adjusted) {
        var bars = answer.errorBars().stream().map(Result::bars).toList();
        var bounds = answer.bounds().stream().map(Result::bounds).toList();
        var noise = new ResultTable.Noise(answer.mechanism().name(), adjusted, bounds);
        return new ResultTable(columns(answer.columns()), values(answer.rows()), -1, bars, noise);
    }

    private static ResultTable.Bounds bounds(DpPlan.Bounds it) {
        return switch (it.origin()) {
            case DECLARED, FOUND ->
                new ResultTable.Bounds(it.output(), it.origin() == DpPlan.Bounds.Origin.FOUND, it.low(), it.high());
            case SOUGHT, NOT_FOUND -> new ResultTable.Bounds(it.output(), true, null, null);
        };
    }

    /// The one of the two tables of a noisy answer that was asked for.
    Result shown(boolean adjusted) {
        var chosen = adjusted || asDrawn == null ? table : asDrawn;
        return new Result(chosen, subjects, epsilonMilli, null);
    }

    private static List<@Nullable Double> bars(List<@Nullable Object> row) {
        var bars = new ArrayList<@Nullable Double>(row.size());
        row.forEach(bar -> bars.add(bar instanceof Number number ? number.doubleValue() : null));
        return bars;
    }

    private static List<ResultTable.Column> columns(List<Output> outputs) {
        return outputs.stream()
                .filter(output -> !output.hidden())
                .map(output -> new ResultTable.Column(
                        output.name(),
                        ColumnType.valueOf(output.type().name()),
                        output.scale(),
                        output.kind().name()))
                .toList();
    }

    private static List<List<@Nullable Object>> values(List<? extends List<? extends @Nullable Object>> rows) {
        var all = new ArrayList<List<@Nullable Object>>(rows.size());
        for (var row : rows) {
            var values = new ArrayList<@Nullable Object>(row.size());
            row.forEach(value -> values.add(plain(value)));
            all.add(values);
        }
        return all;
    }

    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean b -> b;
            case Double d -> d.isNaN() || d.isInfinite() ? null : d;
            case Float f -> plain(f.doubleValue());
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> integer;
            case Number number -> number.longValue();
            case java.sql.Timestamp time -> time.toLocalDateTime().toString();
            case java.sql.Date day -> day.toLocalDate().toString();
            default -> value.toString();
        };
    }

    void seal(DataKey key, Path file) throws IOException {
        key.seal(WarrantJson.canonical(this), file, NAME);
    }

    static Result open(DataKey key, Path file) throws IOException {
        return WarrantJson.read(key.open(file, NAME), Result.class);
    }
}
