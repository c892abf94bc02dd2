package org.mingqu.platform.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Resources as rows.
@Repository
class CatalogueStore {

    private static final String COLUMNS = """
            id, department, department_name, name, title, summary, update_cycle, legal_basis, contact, retention,
            state, data_version, published_version, published_at, version""";

    private final JdbcClient sql;

    CatalogueStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Adds a new resource.
    ///
    /// @return false if the name is taken
    boolean add(Resource it, Instant now) {
        try {
            sql.sql("""
                            insert into catalogue_resource (id, department, department_name, name, title, summary,
                                    update_cycle, legal_basis, contact, retention, state, created_at, version)
                            values (:id, :department, :department_name, :name, :title, :summary,
                                    :update_cycle, :legal_basis, :contact, :retention, :state, :now, :version)
                            """)
                    .param("id", it.id())
                    .param("department", it.department())
                    .param("department_name", it.departmentName())
                    .param("name", it.name())
                    .param("title", it.description().title())
                    .param("summary", it.description().summary())
                    .param("update_cycle", it.description().updateCycle().name())
                    .param("legal_basis", it.description().legalBasis())
                    .param("contact", it.description().contact())
                    .param("retention", it.description().retention())
                    .param("state", it.state().name())
                    .param("now", at(now))
                    .param("version", it.version())
                    .update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    boolean hasName(String name) {
        return sql.sql("select exists (select 1 from catalogue_resource where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    Optional<Resource> find(UUID id) {
        return sql.sql("select %s from catalogue_resource where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(CatalogueStore::resource)
                .optional();
    }

    /// The resource, held until the transaction ends, so that two people do not change it at once.
    Optional<Resource> hold(UUID id) {
        return sql.sql("select %s from catalogue_resource where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(CatalogueStore::resource)
                .optional();
    }

    List<Resource> ofDepartment(UUID department) {
        return sql.sql("""
                        select %s from catalogue_resource where department = :department order by created_at desc, name
                        """.formatted(COLUMNS))
                .param("department", department)
                .query(CatalogueStore::resource)
                .list();
    }

    List<Resource> inState(Resource.State state) {
        return sql.sql("select %s from catalogue_resource where state = :state order by department_name, name"
                        .formatted(COLUMNS))
                .param("state", state.name())
                .query(CatalogueStore::resource)
                .list();
    }

    /// Everything the catalogue shows, by title. A district has hundreds of resources, not millions.
    List<Resource> shown() {
        return sql.sql("""
                        select %s from catalogue_resource
                         where published_version is not null and state <> 'WITHDRAWN'
                         order by title, name
                        """.formatted(COLUMNS)).query(CatalogueStore::resource).list();
    }

    /// Writes one change further.
    ///
    /// @throws Refusal.ChangedMeanwhile if somebody else has changed the resource from the version before
    void update(Resource it) {
        var rows = sql.sql("""
                        update catalogue_resource
                           set title = :title, summary = :summary, update_cycle = :update_cycle,
                               legal_basis = :legal_basis, contact = :contact, retention = :retention, state = :state,
                               data_version = :data_version, published_version = :published_version,
                               published_at = :published_at, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("title", it.description().title())
                .param("summary", it.description().summary())
                .param("update_cycle", it.description().updateCycle().name())
                .param("legal_basis", it.description().legalBasis())
                .param("contact", it.description().contact())
                .param("retention", it.description().retention())
                .param("state", it.state().name())
                .param("data_version", it.dataVersion())
                .param("published_version", it.publishedVersion())
                .param("published_at", it.publishedAt() == null ? null : at(it.publishedAt()))
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Resource resource(ResultSet row, int number) throws SQLException {
        return new Resource(
                row.getObject("id", UUID.class),
                row.getObject("department", UUID.class),
                row.getString("department_name"),
                row.getString("name"),
                new Resource.Description(
                        row.getString("title"),
                        row.getString("summary"),
                        UpdateCycle.valueOf(row.getString("update_cycle")),
                        row.getString("legal_basis"),
                        row.getString("contact"),
                        row.getString("retention")),
                Resource.State.valueOf(row.getString("state")),
                row.getObject("data_version", Integer.class),
                row.getObject("published_version", Integer.class),
                instant(row, "published_at"),
                row.getInt("version"));
    }
}
