package org.mingqu.platform.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.LoadsController.ColumnRequest;
import org.mingqu.platform.catalogue.LoadsController.ConfirmationRequest;
import org.mingqu.platform.parties.Actor;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.DetectedColumn;

/// What a person makes of a detection, checked against it.
final class Confirming {

    private static final Set<String> SUBJECT_KINDS = Set.of("person", "household", "enterprise");
    private static final int HIGHEST_GRADE = 4;
    private static final int LARGEST_SCALE = 18;

    private Confirming() {}

    /// The confirmation that a request asks for.
    ///
    /// @throws org.mingqu.platform.rules.Refusal.Invalid naming each field that is wrong
    static Load.Confirmation check(ConfirmationRequest request, Load load, Actor actor) {
        var wrong = new LinkedHashMap<String, String>();
        if (request.columns().isEmpty()) {
            wrong.put("columns", "columns-empty");
        }
        var seen = new HashSet<String>();
        var columns = new ArrayList<CatalogueColumn>();
        for (var column : request.columns()) {
            checkColumn(column, load, seen, wrong);
            columns.add(column(column));
        }
        var subject = blankToNull(request.subject());
        var kind = subject == null ? "" : Objects.requireNonNullElse(request.subjectKind(), "");
        if (subject != null && !seen.contains(subject)) {
            wrong.put("subject", "subject-unknown");
        }
        if (subject != null && !SUBJECT_KINDS.contains(kind)) {
            wrong.put("subjectKind", "subject-kind");
        }
        if (!wrong.isEmpty()) {
            throw Refusals.invalid(wrong);
        }
        var detectors = request.columns().stream()
                .filter(it -> it.confirmed() != null)
                .collect(Collectors.toMap(ColumnRequest::name, it -> Objects.requireNonNull(it.confirmed())));
        return new Load.Confirmation(List.copyOf(columns), subject, kind, detectors, actor);
    }

    private static void checkColumn(ColumnRequest column, Load load, Set<String> seen, Map<String, String> wrong) {
        var field = "columns." + column.name();
        if (detected(load, column.name()) == null) {
            wrong.put(field, "column-unknown");
        } else if (!seen.add(column.name())) {
            wrong.put(field, "column-twice");
        } else if (column.label().isBlank()) {
            wrong.put(field + ".label", "field-empty");
        } else if (column.grade() < 1 || column.grade() > HIGHEST_GRADE) {
            wrong.put(field + ".grade", "grade-range");
        } else if (column.scale() < 0
                || column.scale() > LARGEST_SCALE
                || (column.scale() > 0 && column.type() != ColumnType.DECIMAL)) {
            wrong.put(field + ".scale", "scale-range");
        } else if (column.lower() != null && column.upper() != null && column.lower() > column.upper()) {
            wrong.put(field + ".lower", "bounds-reversed");
        } else if (column.confirmed() != null && !ColumnSpec.FORMS.contains(column.confirmed())) {
            wrong.put(field + ".confirmed", "detector-unknown");
        }
    }

    private static CatalogueColumn column(ColumnRequest it) {
        return new CatalogueColumn(
                it.name(),
                it.label().strip(),
                Objects.requireNonNullElse(it.meaning(), "").strip(),
                it.type(),
                it.scale(),
                it.columnClass(),
                it.grade(),
                it.lower(),
                it.upper(),
                null);
    }

    /// The version that landed, in the words of the person who confirmed it and the figures of the enclave.
    static DataVersion version(Load load, Load.Confirmation confirmed, Answer.VersionDescription found) {
        var completeness = new LinkedHashMap<String, Integer>();
        for (var it : found.columns()) {
            completeness.put(it.column().name(), (int) Math.round(it.completeness() * 100));
        }
        var columns = confirmed.columns().stream()
                .map(it -> it.withCompleteness(completeness.get(it.name())))
                .toList();
        return new DataVersion(
                load.resource(),
                load.dataVersion(),
                found.rows(),
                found.rejected(),
                found.landedAt(),
                confirmed.subject(),
                confirmed.subjectKind(),
                found.maxRowsPerSubject(),
                found.quality().score(),
                found.quality().at(),
                columns);
    }

    /// Where a person decided otherwise than was proposed: it is their right, and it is on record.
    static List<Map<String, Object>> changes(Load.Confirmation confirmed, Load load) {
        var changes = new ArrayList<Map<String, Object>>();
        for (var column : confirmed.columns()) {
            var proposed = detected(load, column.name());
            if (proposed != null
                    && (proposed.proposedClass() != column.columnClass()
                            || proposed.proposedGrade() != column.grade())) {
                changes.add(Map.of(
                        "column", column.name(),
                        "proposedClass", proposed.proposedClass().name(),
                        "proposedGrade", proposed.proposedGrade(),
                        "columnClass", column.columnClass().name(),
                        "grade", column.grade()));
            }
        }
        return changes;
    }

    static List<Map<String, Object>> facts(Load.Confirmation confirmed) {
        return confirmed.columns().stream()
                .map(it -> Map.<String, Object>of(
                        "name", it.name(), "columnClass", it.columnClass().name(), "grade", it.grade()))
                .toList();
    }

    static @Nullable String detector(Load load, String column) {
        var detected = detected(load, column);
        return detected == null ? null : detected.detector();
    }

    private static @Nullable DetectedColumn detected(Load load, String name) {
        return load.detected().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
