package org.mingqu.district;

import org.jspecify.annotations.Nullable;

/// One column of a resource as its department would confirm it.
///
/// @param name as in the file's first line
/// @param scale decimal places of a DECIMAL, else 0
/// @param grade 1 (lowest) to 4
/// @param lower least value that a sum counts, in units of the last decimal place; null where sums make no sense
/// @param upper greatest value that a sum counts, in the same unit
public record Column(
        String name,
        String label,
        String labelEn,
        String meaning,
        ColumnType type,
        int scale,
        ColumnClass columnClass,
        int grade,
        Detector detector,
        @Nullable Long lower,
        @Nullable Long upper) {}
