package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;

/// A partner's own table as one of the workspace's parties sees it. Others than its owner see that it takes
/// part: its name, columns, classes, right and, rounded, its rows.
///
/// @param mine whether the person who looks may work with it
/// @param rows rounded for others than its owner
/// @param oneRowEach whether each subject has one row, as exact results need
/// @param columns proposed by the domain before they are confirmed, and then as confirmed
/// @param problem why it is not there, in the reader's language
record OwnTableView(
        UUID id,
        UUID workspace,
        String name,
        String title,
        OwnTable.Basis basis,
        String statement,
        OwnTable.State state,
        boolean mine,
        @Nullable String subject,
        String subjectKind,
        long rows,
        boolean oneRowEach,
        List<OwnColumn> columns,
        @Nullable String problem,
        String personName,
        Instant at,
        UUID evidence) {

    record OwnColumn(String name, String label, ColumnType type, int scale, ColumnClass columnClass) {}
}
