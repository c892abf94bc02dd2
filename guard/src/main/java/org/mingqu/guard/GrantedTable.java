package org.mingqu.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A resource version of which a grant lets a question use some columns.
///
/// The engine holds a table of this name with the granted columns **and the subject column**, also where the
/// subject column is not granted: the guard adds it to the plan by itself, a question cannot name it.
///
/// @param name the table's name in the engine, in schema `main`
/// @param label how people call it
/// @param subject the name of the column that says whose row it is; null for a table without subjects
///     (traffic counts): then it is no one's data and no group of it is too small
/// @param subjectKind `person`, `household` or `enterprise`; two tables with the same kind hold the same
///     identifiers in their subject columns; empty without a subject
/// @param maxRowsPerSubject the most rows that one subject has in the table, as the load found it; at least 1
///     for a table with a subject
/// @param rows how many rows the table has
/// @param measured whether `maxRowsPerSubject` is a fact about these very rows, counted when they were loaded
///     and kept with them so that neither changes without the other: then nobody has to be cut off at it;
///     false where it is only declared
/// @param own whether it is a table that whoever asks has brought along (art. 16): they know every row of it
///     and wrote it themselves, so that it protects nobody and nothing in it may single anybody out: see
///     [OwnTables]
public record GrantedTable(
        String name,
        String label,
        List<GrantedColumn> columns,
        @Nullable String subject,
        String subjectKind,
        int maxRowsPerSubject,
        long rows,
        boolean measured,
        boolean own) {

    /// A granted table that nobody brought along.
    public GrantedTable(
            String name,
            String label,
            List<GrantedColumn> columns,
            @Nullable String subject,
            String subjectKind,
            int maxRowsPerSubject,
            long rows,
            boolean measured) {
        this(name, label, columns, subject, subjectKind, maxRowsPerSubject, rows, measured, false);
    }

    /// A table whose bound on the rows of a subject is declared only.
    public GrantedTable(
            String name,
            String label,
            List<GrantedColumn> columns,
            @Nullable String subject,
            String subjectKind,
            int maxRowsPerSubject,
            long rows) {
        this(name, label, columns, subject, subjectKind, maxRowsPerSubject, rows, false);
    }

    /// The column, of whole numbers, that every table with a subject has in the engine where cells are
    /// listed: the row's **unit**, which is the subject where it has one row, and else the subject's first,
    /// second, … row. A question cannot name it.
    public static final String UNIT = "$unit";

    public GrantedTable {
        columns = List.copyOf(columns);
        if (name.isBlank() || columns.isEmpty() || rows < 0) {
            throw new IllegalArgumentException("table %s cannot be granted".formatted(name));
        }
        if (subject != null && (subjectKind.isBlank() || maxRowsPerSubject < 1)) {
            throw new IllegalArgumentException("table %s has a subject without a kind or a bound".formatted(name));
        }
        var distinct = columns.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (distinct != columns.size()) {
            throw new IllegalArgumentException("table %s grants a column twice".formatted(name));
        }
    }

    /// The granted column of this name, upper and lower case alike.
    Optional<GrantedColumn> column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
