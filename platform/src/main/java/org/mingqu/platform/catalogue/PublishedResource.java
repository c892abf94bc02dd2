package org.mingqu.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resource as the authority has published it: what an application may ask for and a grant may name.
///
/// @param name what queries call the table
/// @param version the version of the data that is in use now
/// @param subject the column that names the data subject; null where no row is about anybody
/// @param subjectKind `person`, `household`, `enterprise`, or empty
/// @param maxRowsPerSubject the most rows that one subject has in this version
public record PublishedResource(
        UUID id,
        UUID department,
        String departmentName,
        String name,
        String title,
        int version,
        long rows,
        @Nullable String subject,
        String subjectKind,
        int maxRowsPerSubject,
        List<CatalogueColumn> columns) {}
