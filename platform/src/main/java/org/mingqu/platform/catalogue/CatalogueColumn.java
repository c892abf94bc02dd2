package org.mingqu.platform.catalogue;

import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;

/// One column as a person of the source department has confirmed it.
///
/// @param name what queries call it
/// @param label what people call it
/// @param scale decimal places of a DECIMAL; 0 for all else
/// @param grade 1 (lowest) to 4 (the highest that may enter; important and core data never do)
/// @param lower the least value that a sum counts, in units of the last decimal place; null without a sum
/// @param upper the greatest value that a sum counts, in the same unit
/// @param completeness share of rows with a value, in percent; null until loaded
public record CatalogueColumn(
        String name,
        String label,
        String meaning,
        ColumnType type,
        int scale,
        ColumnClass columnClass,
        int grade,
        @Nullable Long lower,
        @Nullable Long upper,
        @Nullable Integer completeness) {

    CatalogueColumn withCompleteness(@Nullable Integer percent) {
        return new CatalogueColumn(name, label, meaning, type, scale, columnClass, grade, lower, upper, percent);
    }
}
