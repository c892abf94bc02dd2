package org.mingqu.guard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column that a grant lets a question use.
///
/// @param name the column's name in the engine; Chinese names are as good as others
/// @param label how people call it
/// @param scale digits after the point for DECIMAL, and the grid of bounds and noise for DOUBLE; 0 to 18, and
///     0 for other types
/// @param grade the data grade of the column, 1 (lowest) upwards
/// @param lower the least value that counts in a sum under differential privacy, in grid units (hundredths
///     for a scale of 2); null where none was declared: then the column cannot be summed in the instant lane
/// @param upper the greatest such value, in grid units; null together with `lower`
public record GrantedColumn(
        String name,
        String label,
        ColumnType type,
        int scale,
        ColumnClass columnClass,
        int grade,
        Set<Right> rights,
        @Nullable Long lower,
        @Nullable Long upper) {

    public GrantedColumn {
        rights = Set.copyOf(rights);
        if (name.isBlank() || scale < 0 || scale > 18) {
            throw new IllegalArgumentException("column %s of scale %d cannot be granted".formatted(name, scale));
        }
        if ((lower == null) != (upper == null) || (lower != null && upper != null && lower > upper)) {
            throw new IllegalArgumentException("column %s is bounded by %s and %s".formatted(name, lower, upper));
        }
    }

    boolean has(Right right) {
        return columnClass != ColumnClass.NEVER && rights.contains(right);
    }
}
