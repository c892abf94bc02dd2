package org.mingqu.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One resource of the catalogue: what its department says about it, and where its rows come from.
///
/// @param key the name by which queries call it
/// @param department key of an [Organisation]
/// @param origin file name in the directory of [District#write], or `schema.table` in the department's own database
/// @param contact username of an [Account]
/// @param subject name of the column that says whom a row is about; null without a subject
/// @param maxRowsPerSubject the most rows one subject has, duplicates not counted; 0 without a subject
/// @param uniqueBy the columns that together name a row once
public record Resource(
        String key,
        String department,
        String title,
        String titleEn,
        String summary,
        Format format,
        String origin,
        UpdateCycle updateCycle,
        String legalBasis,
        String retention,
        String contact,
        @Nullable String subject,
        SubjectKind subjectKind,
        int maxRowsPerSubject,
        List<String> uniqueBy,
        List<Column> columns) {

    /// The column of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public Column column(String name) {
        return columns.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("resource %s has no column %s".formatted(key, name)));
    }
}
