package org.mingqu.warrant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// By what the quality of a version is measured.
///
/// @param required columns that should have a value in each row; empty for all columns
/// @param key columns that together should not repeat; empty for whole rows
/// @param dateColumn the column whose youngest value says how fresh the data are, or null
/// @param updateCycleDays declared cycle in days; 0 if there is none
public record QualityRules(
        List<String> required, List<String> key, @Nullable String dateColumn, int updateCycleDays) {

    /// No particular rules.
    public static final QualityRules NONE = new QualityRules(List.of(), List.of(), null, 0);

    public QualityRules {
        required = List.copyOf(required);
        key = List.copyOf(key);
    }
}
