package org.mingqu.platform.catalogue;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.web.JsonColumns;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.EnclaveRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Loads as rows.
@Repository
class LoadStore {

    private static final String COLUMNS = """
            id, resource, state, format, file_name, size, bytes, rows, rejected, detected, confirmed, problem,
            data_version, started_by, at, expires_at""";

    private final JdbcClient sql;
    private final JsonColumns json;

    LoadStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Load it) {
        sql.sql("""
                        insert into catalogue_load (id, resource, state, format, file_name, size, bytes, rows, rejected,
                                detected, data_version, started_by, at, expires_at)
                        values (:id, :resource, :state, :format, :file_name, :size, 0, 0, 0,
                                '[]', :data_version, :started_by, :at, :expires_at)
                        """)
                .param("id", it.id())
                .param("resource", it.resource())
                .param("state", it.state().name())
                .param("format", it.format().name())
                .param("file_name", it.fileName())
                .param("size", it.size())
                .param("data_version", it.dataVersion())
                .param("started_by", it.startedBy())
                .param("at", CatalogueStore.at(it.at()))
                .param("expires_at", CatalogueStore.at(it.expiresAt()))
                .update();
    }

    Optional<Load> find(UUID id) {
        return sql.sql("select %s from catalogue_load where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::load)
                .optional();
    }

    /// The load, held until the transaction ends.
    Optional<Load> hold(UUID id) {
        return sql.sql("select %s from catalogue_load where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::load)
                .optional();
    }

    List<Load> of(UUID resource) {
        return sql.sql("select %s from catalogue_load where resource = :resource order by at desc limit 20"
                        .formatted(COLUMNS))
                .param("resource", resource)
                .query(this::load)
                .list();
    }

    /// The loads that are not at an end, for the follower.
    List<UUID> open() {
        return sql.sql("""
                        select id from catalogue_load
                         where state not in ('LANDED', 'FAILED', 'DISCARDED') order by at
                        """).query(UUID.class).list();
    }

    int nextVersion(UUID resource) {
        return sql.sql("select coalesce(max(data_version), 0) + 1 from catalogue_load where resource = :resource")
                .param("resource", resource)
                .query(Integer.class)
                .single();
    }

    void update(Load it) {
        sql.sql("""
                        update catalogue_load
                           set state = :state, bytes = :bytes, rows = :rows, rejected = :rejected,
                               detected = cast(:detected as jsonb), confirmed = cast(:confirmed as jsonb),
                               problem = cast(:problem as jsonb)
                         where id = :id
                        """)
                .param("id", it.id())
                .param("state", it.state().name())
                .param("bytes", it.bytes())
                .param("rows", it.rows())
                .param("rejected", it.rejected())
                .param("detected", json.text(it.detected()))
                .param("confirmed", json.text(it.confirmed()))
                .param("problem", json.text(it.problem()))
                .update();
    }

    private Load load(ResultSet row, int number) throws SQLException {
        return new Load(
                row.getObject("id", UUID.class),
                row.getObject("resource", UUID.class),
                Load.State.valueOf(row.getString("state")),
                LoadRequest.Format.valueOf(row.getString("format")),
                row.getString("file_name"),
                row.getLong("size"),
                row.getLong("bytes"),
                row.getLong("rows"),
                row.getLong("rejected"),
                json.list(row, "detected", DetectedColumn.class),
                json.find(row, "confirmed", Load.Confirmation.class),
                json.find(row, "problem", EnclaveRefusal.class),
                row.getInt("data_version"),
                row.getObject("started_by", UUID.class),
                requireNonNull(CatalogueStore.instant(row, "at")),
                requireNonNull(CatalogueStore.instant(row, "expires_at")));
    }
}
