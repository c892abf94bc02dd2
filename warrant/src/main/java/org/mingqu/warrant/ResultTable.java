package org.mingqu.warrant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of results.
///
/// @param rows values as text, number, boolean or null; dates and times as ISO text
/// @param suppressed groups left out because too few subjects stood behind them; -1 where even that number
///     would tell something
/// @param errorBars for noisy answers, per row and column half the width of the 95 % interval, null for exact
///     values; null for exact answers
public record ResultTable(
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        int suppressed,
        @Nullable List<List<@Nullable Double>> errorBars) {

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

    /// A column of a result.
    ///
    /// @param kind what it is: `KEY`, `COUNT`, `SUM`, `AVG`, `VALUE`, …
    public record Column(String name, ColumnType type, int scale, String kind) {}
}
