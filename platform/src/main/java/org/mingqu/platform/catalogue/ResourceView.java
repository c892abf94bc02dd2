package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.CatalogueEntry.DictionaryColumn;
import org.mingqu.platform.catalogue.CatalogueEntry.VersionLine;
import org.mingqu.platform.parties.Party;

/// A resource as its own department and the authority see it, in every state.
///
/// @param columns the columns of the latest version that landed
/// @param loads its latest loads, newest first
/// @param open the steps open to the person who looks at it
record ResourceView(
        UUID id,
        String name,
        String title,
        String summary,
        Party department,
        UpdateCycle updateCycle,
        String legalBasis,
        String contact,
        String retention,
        Resource.State state,
        int version,
        @Nullable Integer dataVersion,
        @Nullable Integer publishedVersion,
        @Nullable Instant publishedAt,
        @Nullable Instant refreshedAt,
        Freshness freshness,
        CatalogueItem.@Nullable Quality quality,
        long rows,
        @Nullable String subject,
        String subjectKind,
        List<DictionaryColumn> columns,
        List<VersionLine> versions,
        List<LoadView> loads,
        List<ResourceStep> open) {}
