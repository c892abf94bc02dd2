package org.mingqu.warrant;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column as a person of the source department confirmed it.
///
/// @param name as in the staged load
/// @param label for people
/// @param scale digits after the point for `DECIMAL`, 0 to 18; else 0
/// @param grade 1 to 4
/// @param detector which detector proposed class and grade, if one did
/// @param lower with `upper` the range to which a value is clamped in sums under differential privacy, in units of
///     `10^-scale`; null if the column is not summed so
/// @param confirmed the detector, one of [#FORMS], whose form each value must have, by its check digit where it has
/// one,
///     or its row is rejected; null if only the type counts
public record ColumnSpec(
        String name,
        String label,
        ColumnType type,
        int scale,
        ColumnClass columnClass,
        int grade,
        @Nullable String detector,
        @Nullable Long lower,
        @Nullable Long upper,
        @Nullable String confirmed) {

    /// Detectors that know a form that each of their values has; the others know only what is likely.
    public static final Set<String> FORMS =
            Set.of("ID_NUMBER", "CREDIT_CODE", "BANK_CARD", "MOBILE", "PHONE", "EMAIL", "PLATE", "GENDER");

    public ColumnSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column must have a name");
        }
        if (scale < 0 || scale > 18) {
            throw new IllegalArgumentException("scale must be 0 to 18, but was " + scale);
        }
        if (grade < 1 || grade > 4) {
            throw new IllegalArgumentException("grade must be 1 to 4, but was " + grade);
        }
        if (lower != null && upper != null && lower > upper) {
            throw new IllegalArgumentException("lower (%d) must not be above upper (%d)".formatted(lower, upper));
        }
    }

    /// A column of which only the type counts.
    public ColumnSpec(
            String name,
            String label,
            ColumnType type,
            int scale,
            ColumnClass columnClass,
            int grade,
            @Nullable String detector,
            @Nullable Long lower,
            @Nullable Long upper) {
        this(name, label, type, scale, columnClass, grade, detector, lower, upper, null);
    }
}
