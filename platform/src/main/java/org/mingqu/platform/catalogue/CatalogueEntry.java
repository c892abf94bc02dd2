package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.Right;

/// One published resource in full: its line, its dictionary, its versions, whom to ask.
///
/// @param subject the column that names the data subject; null where no row is about anybody
record CatalogueEntry(
        UUID id,
        String name,
        String title,
        String summary,
        Party department,
        int grade,
        long rows,
        UpdateCycle updateCycle,
        @Nullable Instant refreshedAt,
        Freshness freshness,
        CatalogueItem.@Nullable Quality quality,
        @Nullable String subject,
        String subjectKind,
        @Nullable Instant publishedAt,
        String legalBasis,
        String contact,
        String retention,
        List<DictionaryColumn> columns,
        List<VersionLine> versions) {

    static CatalogueEntry of(
            CatalogueItem item,
            Resource resource,
            DataVersion data,
            List<DictionaryColumn> columns,
            List<VersionLine> versions) {
        var said = resource.description();
        return new CatalogueEntry(
                item.id(),
                item.name(),
                item.title(),
                item.summary(),
                item.department(),
                item.grade(),
                item.rows(),
                item.updateCycle(),
                item.refreshedAt(),
                item.freshness(),
                item.quality(),
                data.subject(),
                item.subjectKind(),
                item.publishedAt(),
                said.legalBasis(),
                said.contact(),
                said.retention(),
                columns,
                versions);
    }

    /// One column of the dictionary.
    ///
    /// @param rights what the column may be used for, by the authority's table
    /// @param completeness share of rows with a value, in percent
    record DictionaryColumn(
            String name,
            String label,
            String meaning,
            ColumnType type,
            int scale,
            ColumnClass columnClass,
            int grade,
            Set<Right> rights,
            @Nullable Long lower,
            @Nullable Long upper,
            @Nullable Integer completeness) {

        static DictionaryColumn of(CatalogueColumn it, Set<Right> rights) {
            return new DictionaryColumn(
                    it.name(),
                    it.label(),
                    it.meaning(),
                    it.type(),
                    it.scale(),
                    it.columnClass(),
                    it.grade(),
                    rights,
                    it.lower(),
                    it.upper(),
                    it.completeness());
        }
    }

    record VersionLine(int version, long rows, long rejected, Instant at) {

        static VersionLine of(DataVersion it) {
            return new VersionLine(it.version(), it.rows(), it.rejected(), it.at());
        }
    }
}
