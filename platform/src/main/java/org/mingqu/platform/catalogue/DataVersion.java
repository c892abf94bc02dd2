package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a resource's data, as it landed: all of it or nothing.
///
/// @param rejected how many rows of the file did not land; they went back to the department with their reasons
/// @param quality 0 to 100; null where the enclave could not judge
record DataVersion(
        UUID resource,
        int version,
        long rows,
        long rejected,
        Instant at,
        @Nullable String subject,
        String subjectKind,
        int maxRowsPerSubject,
        @Nullable Integer quality,
        @Nullable Instant qualityAt,
        List<CatalogueColumn> columns) {

    /// Whether queries written for the other version mean the same on this one: same columns, types, classes, grades.
    boolean hasSameColumnsAs(DataVersion other) {
        return columns.stream()
                        .map(Shape::of)
                        .toList()
                        .equals(other.columns.stream().map(Shape::of).toList())
                && java.util.Objects.equals(subject, other.subject)
                && subjectKind.equals(other.subjectKind);
    }

    private record Shape(String name, Object type, int scale, Object columnClass, int grade) {
        static Shape of(CatalogueColumn it) {
            return new Shape(it.name(), it.type(), it.scale(), it.columnClass(), it.grade());
        }
    }
}
