package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Suppression: what an exact answer may show (articles 4 and 20).
public final class ReviewedAnswer {

    private ReviewedAnswer() {}

    /// Leaves out the groups of fewer subjects than the plan's threshold, and the hidden column.
    ///
    /// @param plan a plan of lane [Lane#REVIEWED]
    /// @param rows what the engine returned, each row with as many values as the plan has outputs
    /// @throws IllegalArgumentException if the plan is of another lane or a row is not the plan's
    public static SuppressedAnswer of(Plan plan, List<? extends List<? extends @Nullable Object>> rows) {
        if (plan.lane() != Lane.REVIEWED) {
            throw new IllegalArgumentException("a plan of lane " + plan.lane() + " has no exact answer");
        }
        var columns = plan.outputs().stream().filter(output -> !output.hidden()).toList();
        var counted = columns.size() < plan.outputs().size();
        var kept = new ArrayList<List<@Nullable Object>>();
        var subjects = new ArrayList<Long>();
        for (var row : rows) {
            if (row.size() != plan.outputs().size()) {
                throw new IllegalArgumentException("a row of %d values for %d outputs"
                        .formatted(row.size(), plan.outputs().size()));
            }
            if (!counted) {
                kept.add(new ArrayList<>(row));
            } else if (row.getLast() instanceof Number behind && behind.longValue() >= plan.threshold()) {
                kept.add(new ArrayList<>(row.subList(0, columns.size())));
                subjects.add(behind.longValue());
            }
        }
        return new SuppressedAnswer(columns, kept, subjects, rows.size() - kept.size());
    }
}
