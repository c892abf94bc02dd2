package org.mingqu.platform.catalogue;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Landed versions with their columns, as rows. A version is written once and never changed.
@Repository
class VersionStore {

    private final JdbcClient sql;

    VersionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(DataVersion it) {
        sql.sql("""
                        insert into catalogue_version (resource, version, rows, rejected, at, subject, subject_kind,
                                max_rows_per_subject, quality, quality_at)
                        values (:resource, :version, :rows, :rejected, :at, :subject, :subject_kind,
                                :max_rows_per_subject, :quality, :quality_at)
                        """)
                .param("resource", it.resource())
                .param("version", it.version())
                .param("rows", it.rows())
                .param("rejected", it.rejected())
                .param("at", CatalogueStore.at(it.at()))
                .param("subject", it.subject())
                .param("subject_kind", it.subjectKind())
                .param("max_rows_per_subject", it.maxRowsPerSubject())
                .param("quality", it.quality())
                .param("quality_at", it.qualityAt() == null ? null : CatalogueStore.at(it.qualityAt()))
                .update();
        for (var position = 0; position < it.columns().size(); position++) {
            addColumn(it, position, it.columns().get(position));
        }
    }

    private void addColumn(DataVersion it, int position, CatalogueColumn column) {
        sql.sql("""
                        insert into catalogue_column (resource, version, position, name, label, meaning, type, scale,
                                column_class, grade, lower, upper, completeness)
                        values (:resource, :version, :position, :name, :label, :meaning, :type, :scale,
                                :column_class, :grade, :lower, :upper, :completeness)
                        """)
                .param("resource", it.resource())
                .param("version", it.version())
                .param("position", position)
                .param("name", column.name())
                .param("label", column.label())
                .param("meaning", column.meaning())
                .param("type", column.type().name())
                .param("scale", column.scale())
                .param("column_class", column.columnClass().name())
                .param("grade", column.grade())
                .param("lower", column.lower())
                .param("upper", column.upper())
                .param("completeness", column.completeness())
                .update();
    }

    Optional<DataVersion> find(UUID resource, int version) {
        var columns = columns(resource, version);
        return sql.sql("""
                        select resource, version, rows, rejected, at, subject, subject_kind, max_rows_per_subject,
                               quality, quality_at
                          from catalogue_version
                         where resource = :resource and version = :version
                        """)
                .param("resource", resource)
                .param("version", version)
                .query((row, number) -> version(row, columns))
                .optional();
    }

    /// All versions of a resource, latest first, without their columns.
    List<DataVersion> of(UUID resource) {
        return sql.sql("""
                        select resource, version, rows, rejected, at, subject, subject_kind, max_rows_per_subject,
                               quality, quality_at
                          from catalogue_version
                         where resource = :resource
                         order by version desc
                        """)
                .param("resource", resource)
                .query((row, number) -> version(row, new ArrayList<>()))
                .list();
    }

    private List<CatalogueColumn> columns(UUID resource, int version) {
        return sql.sql("""
                        select name, label, meaning, type, scale, column_class, grade, lower, upper, completeness
                          from catalogue_column
                         where resource = :resource and version = :version
                         order by position
                        """)
                .param("resource", resource)
                .param("version", version)
                .query(VersionStore::column)
                .list();
    }

    private static DataVersion version(ResultSet row, List<CatalogueColumn> columns) throws SQLException {
        return new DataVersion(
                row.getObject("resource", UUID.class),
                row.getInt("version"),
                row.getLong("rows"),
                row.getLong("rejected"),
                requireNonNull(CatalogueStore.instant(row, "at")),
                row.getString("subject"),
                row.getString("subject_kind"),
                row.getInt("max_rows_per_subject"),
                row.getObject("quality", Integer.class),
                CatalogueStore.instant(row, "quality_at"),
                columns);
    }

    private static CatalogueColumn column(ResultSet row, int number) throws SQLException {
        return new CatalogueColumn(
                row.getString("name"),
                row.getString("label"),
                row.getString("meaning"),
                ColumnType.valueOf(row.getString("type")),
                row.getInt("scale"),
                ColumnClass.valueOf(row.getString("column_class")),
                row.getInt("grade"),
                row.getObject("lower", Long.class),
                row.getObject("upper", Long.class),
                row.getObject("completeness", Integer.class));
    }
}
