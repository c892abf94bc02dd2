package org.mingqu.warrant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a result differs from the last one of the same columns and resources that left its workspace.
///
/// @param run of the earlier result
/// @param added rows that it did not have
/// @param removed rows that it had
/// @param changed rows with other numbers
/// @param cells the first of the changed numbers
public record ReleaseDifference(String run, Instant at, int added, int removed, int changed, List<Cell> cells) {

    /// The most cells that are named.
    public static final int NAMED = 100;

    public ReleaseDifference {
        cells = List.copyOf(cells);
    }

    /// A number that changed.
    ///
    /// @param keys of its row, joined
    public record Cell(
            String keys,
            String column,
            @Nullable String before,
            @Nullable String after) {}
}
