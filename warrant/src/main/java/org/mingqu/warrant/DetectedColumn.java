package org.mingqu.warrant;

import org.jspecify.annotations.Nullable;

/// A column as found in a staged load, with what is proposed and why.
///
/// @param name the column's name, from the header
/// @param proposedLabel for people
/// @param detector code of what was recognised (`ID_NUMBER`, `CREDIT_CODE`, `MOBILE`, `PERSON_NAME`, `ADDRESS`,
///     `DATE`,
///     `AMOUNT`, …) or null
/// @param lower with `upper` proposed bounds for sums, rounded outwards so that they tell no value; null if not a
/// number
public record DetectedColumn(
        String name,
        String proposedLabel,
        ColumnType type,
        int scale,
        ColumnClass proposedClass,
        int proposedGrade,
        @Nullable String detector,
        Evidence evidence,
        @Nullable Long lower,
        @Nullable Long upper) {

    /// How many values were recognised.
    ///
    /// @param matching values that the detector recognised
    /// @param checked values looked at, without empty ones
    public record Evidence(long matching, long checked) {}
}
