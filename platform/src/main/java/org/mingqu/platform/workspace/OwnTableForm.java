package org.mingqu.platform.workspace;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingqu.platform.workspace.OwnTableController.OwnColumnRequest;
import org.mingqu.platform.workspace.OwnTableController.OwnConfirmation;
import org.mingqu.platform.workspace.OwnTableController.OwnTableRequest;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.DetectedColumn;

/// What a partner says of a table of its own, checked.
final class OwnTableForm {

    private static final Set<String> KINDS = Set.of("person", "household", "enterprise");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,62}");
    private static final int LONGEST = 1_000;
    private static final int GRADE = 2;

    private OwnTableForm() {}

    static void check(OwnTableRequest request) {
        var wrong = new LinkedHashMap<String, String>();
        if (!NAME.matcher(request.name().strip()).matches()) {
            wrong.put("name", "own-table-name");
        }
        text(wrong, "title", request.title());
        text(wrong, "statement", request.statement());
        text(wrong, "fileName", request.fileName());
        if (!wrong.isEmpty()) {
            throw Refusals.invalid(wrong);
        }
    }

    private static void text(Map<String, String> wrong, String field, String text) {
        if (text.isBlank()) {
            wrong.put(field, "field-empty");
        } else if (text.length() > LONGEST) {
            wrong.put(field, "field-too-long");
        }
    }

    /// The columns to land, in their types as found. The subject is an identifier, whatever is said of it.
    static List<ColumnSpec> columns(OwnConfirmation request, OwnTable it) {
        var wrong = new LinkedHashMap<String, String>();
        var subject = request.subject();
        if (request.columns().isEmpty()) {
            wrong.put("columns", "columns-empty");
        }
        if (subject != null
                && request.columns().stream().noneMatch(column -> column.name().equals(subject))) {
            wrong.put("subject", "subject-unknown");
        }
        if (subject != null && !KINDS.contains(requireNonNullElse(request.subjectKind(), ""))) {
            wrong.put("subjectKind", "subject-kind");
        }
        var seen = new HashSet<String>();
        var columns = new ArrayList<ColumnSpec>();
        for (var column : request.columns()) {
            var found = it.detected().stream()
                    .filter(one -> one.name().equals(column.name()))
                    .findFirst();
            var field = "columns." + column.name();
            if (found.isEmpty()) {
                wrong.put(field, "column-unknown");
            } else if (!seen.add(column.name())) {
                wrong.put(field, "column-twice");
            } else if (column.lower() != null && column.upper() != null && column.lower() > column.upper()) {
                wrong.put(field + ".lower", "bounds-reversed");
            } else {
                columns.add(spec(column, found.get(), column.name().equals(subject)));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusals.invalid(wrong);
        }
        return columns;
    }

    private static ColumnSpec spec(OwnColumnRequest column, DetectedColumn found, boolean subject) {
        var bounded = column.lower() != null && column.upper() != null;
        return new ColumnSpec(
                found.name(),
                column.label().isBlank() ? found.name() : column.label().strip(),
                found.type(),
                found.scale(),
                subject ? ColumnClass.IDENTIFIER : column.columnClass(),
                GRADE,
                found.detector(),
                bounded ? column.lower() : null,
                bounded ? column.upper() : null);
    }
}
