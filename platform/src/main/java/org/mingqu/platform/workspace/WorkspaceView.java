package org.mingqu.platform.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Right;

/// A workspace as one of its parties sees it.
///
/// @param mine whether the person who looks may work in it
/// @param reason why it is suspended or ended
/// @param open the steps open to the person who looks at it
record WorkspaceView(
        UUID id,
        UUID agreement,
        UUID caseId,
        String title,
        String scenario,
        Workspace.State state,
        LocalDate until,
        Instant openedAt,
        Party partner,
        boolean mine,
        List<WorkspaceTable> tables,
        List<WorkspaceBudget> budget,
        int threshold,
        @Nullable String reason,
        @Nullable String article,
        List<String> open) {

    record WorkspaceTable(
            UUID resource,
            int version,
            String name,
            String title,
            Party department,
            long rows,
            @Nullable String subject,
            String subjectKind,
            List<WorkspaceColumn> columns) {}

    record WorkspaceColumn(
            String name,
            String label,
            String meaning,
            ColumnType type,
            int scale,
            int grade,
            ColumnClass columnClass,
            Mask mask,
            Set<Right> rights) {}

    /// What instant answers may cost, and have cost, on one resource.
    ///
    /// @param limit the most privacy loss that all workspaces together may spend on the resource
    record WorkspaceBudget(UUID resource, String title, double limit, double spent) {}

    /// One line of the list.
    record WorkspaceLine(
            UUID id,
            UUID agreement,
            UUID caseId,
            String title,
            String scenario,
            Workspace.State state,
            LocalDate until,
            Party partner,
            boolean mine,
            int tables,
            @Nullable String reason) {}
}
