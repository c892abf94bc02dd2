package org.mingqu.warrant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of results.
///
/// @param rows values as text, number, boolean or null; dates and times as ISO text
/// @param suppressed groups left out because too few subjects stood behind them; -1 where even that number
///     would tell something
/// @param errorBars for noisy answers, per row and column the half width around the value within which the exact
///     bounded one lies in at least 95 of 100 answers, null for exact values; null for exact answers
/// @param noise how a noisy answer came about; null for exact answers
public record ResultTable(
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        int suppressed,
        @Nullable List<List<@Nullable Double>> errorBars,
        @Nullable Noise noise) {

    /// A table of exact values.
    public ResultTable(
            List<Column> columns,
            List<List<@Nullable Object>> rows,
            int suppressed,
            @Nullable List<List<@Nullable Double>> errorBars) {
        this(columns, rows, suppressed, errorBars, null);
    }

    public ResultTable {
        columns = List.copyOf(columns);
        rows = fixed(rows);
        errorBars = errorBars == null ? null : fixed(errorBars);
    }

    private static <T extends @Nullable Object> List<List<T>> fixed(List<List<T>> lists) {
        var copies = new ArrayList<List<T>>(lists.size());
        lists.forEach(list -> copies.add(Collections.unmodifiableList(new ArrayList<>(list))));
        return Collections.unmodifiableList(copies);
    }

    /// The noise of an answer.
    ///
    /// @param mechanism `LAPLACE` or `GAUSSIAN`
    /// @param adjusted whether totals were made the sums of their groups, and counts not negative
    /// @param bounds within which the values behind a column counted, where it has such
    public record Noise(String mechanism, boolean adjusted, List<Bounds> bounds) {

        public Noise {
            bounds = List.copyOf(bounds);
        }
    }

    /// Values beyond their bounds count as the bound.
    ///
    /// @param column place of the column
    /// @param found whether the bounds were found privately, with a share of the loss, and not declared
    /// @param low null where none were found: then the column has no values
    /// @param high null together with `low`
    public record Bounds(
            int column,
            boolean found,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    /// A column of a result.
    ///
    /// @param kind what it is: `KEY`, `COUNT`, `SUM`, `AVG`, `VALUE`, …
    public record Column(String name, ColumnType type, int scale, String kind) {}
}
