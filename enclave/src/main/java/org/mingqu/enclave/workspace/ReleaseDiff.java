package org.mingqu.enclave.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ReleaseDifference;
import org.mingqu.warrant.ResultTable;

/// How a table differs from an earlier one of the same columns, row by row of the same keys.
final class ReleaseDiff {

    private final ResultTable before;
    private final ResultTable after;

    ReleaseDiff(ResultTable before, ResultTable after) {
        this.before = before;
        this.after = after;
    }

    /// Whether the two can be compared at all.
    boolean alike() {
        return before.columns().equals(after.columns());
    }

    ReleaseDifference from(RunRecord earlier) {
        var old = byKey(before);
        var now = byKey(after);
        var cells = new ArrayList<ReleaseDifference.Cell>();
        var changed = 0;
        for (var entry : now.entrySet()) {
            var row = old.get(entry.getKey());
            if (row != null && !row.equals(entry.getValue())) {
                changed++;
                changes(entry.getKey(), row, entry.getValue(), cells);
            }
        }
        var kept = (int) now.keySet().stream().filter(old::containsKey).count();
        return new ReleaseDifference(
                earlier.run(),
                Objects.requireNonNull(earlier.handedOver()),
                now.size() - kept,
                old.size() - kept,
                changed,
                cells.subList(0, Math.min(cells.size(), ReleaseDifference.NAMED)));
    }

    private void changes(
            String keys, List<@Nullable String> old, List<@Nullable String> now, List<ReleaseDifference.Cell> cells) {
        for (var i = 0; i < now.size(); i++) {
            if (!Objects.equals(old.get(i), now.get(i))) {
                cells.add(
                        new ReleaseDifference.Cell(keys, after.columns().get(i).name(), old.get(i), now.get(i)));
            }
        }
    }

    private static Map<String, List<@Nullable String>> byKey(ResultTable table) {
        var rows = new LinkedHashMap<String, List<@Nullable String>>();
        for (var row : table.rows()) {
            var texts = new ArrayList<@Nullable String>();
            row.forEach(value -> texts.add(value == null ? null : value.toString()));
            var keys = new ArrayList<String>();
            for (var i = 0; i < texts.size(); i++) {
                if (table.columns().get(i).kind().equals("KEY")) {
                    keys.add(String.valueOf(texts.get(i)));
                }
            }
            rows.put(keys.stream().collect(Collectors.joining(" · ")), texts);
        }
        return rows;
    }
}
