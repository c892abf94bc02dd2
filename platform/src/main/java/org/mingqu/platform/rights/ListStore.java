package org.mingqu.platform.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of subjects, with how far the enclave has been told, as rows.
@Repository
class ListStore {

    private final JdbcClient sql;

    ListStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A list.
    ///
    /// @param kind CONSENT: whose rows may be used and no others'; HELD: all but whose
    /// @param workspace for which it holds; null for all
    /// @param told the revision that the enclave has
    record Kept(
            UUID id, String kind, @Nullable UUID workspace, UUID resource, long revision, long told, Instant since) {}

    /// Makes a list unless it is there.
    Kept add(String kind, @Nullable UUID workspace, UUID resource, Instant now) {
        sql.sql("""
                        insert into rights_list (id, kind, workspace, resource, revision, told, since)
                        values (:id, :kind, :workspace, :resource, 1, 0, :at)
                        on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("workspace", workspace)
                .param("resource", resource)
                .param("at", RequestStore.at(now))
                .update();
        return find(kind, workspace, resource).orElseThrow();
    }

    Optional<Kept> find(String kind, @Nullable UUID workspace, UUID resource) {
        return sql.sql("""
                        select * from rights_list
                         where kind = :kind and resource = :resource
                           and workspace is not distinct from cast(:workspace as uuid)
                        """)
                .param("kind", kind)
                .param("workspace", workspace)
                .param("resource", resource)
                .query(ListStore::kept)
                .optional();
    }

    /// The lists that hold for a resource in a workspace.
    List<Kept> of(UUID workspace, UUID resource) {
        return sql.sql("""
                        select * from rights_list
                         where resource = :resource and (workspace is null or workspace = :workspace)
                         order by kind
                        """)
                .param("workspace", workspace)
                .param("resource", resource)
                .query(ListStore::kept)
                .list();
    }

    /// The list, held until the transaction ends.
    Kept hold(UUID id) {
        return sql.sql("select * from rights_list where id = :id for update")
                .param("id", id)
                .query(ListStore::kept)
                .single();
    }

    void remove(UUID workspace, UUID resource) {
        sql.sql("delete from rights_list where kind = 'CONSENT' and workspace = :workspace and resource = :resource")
                .param("workspace", workspace)
                .param("resource", resource)
                .update();
    }

    void changed(UUID id) {
        sql.sql("update rights_list set revision = revision + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /// Who is on the consent lists of a workspace has changed.
    void consentChanged(UUID workspace) {
        sql.sql("update rights_list set revision = revision + 1 where kind = 'CONSENT' and workspace = :workspace")
                .param("workspace", workspace)
                .update();
    }

    void told(UUID id, long revision) {
        sql.sql("update rights_list set told = :revision where id = :id")
                .param("id", id)
                .param("revision", revision)
                .update();
    }

    /// The enclave may have nothing of it any more; a new revision is told whatever it has.
    void lost(UUID workspace) {
        sql.sql("""
                        update rights_list set revision = revision + 1, told = 0
                         where workspace = :workspace or workspace is null
                        """).param("workspace", workspace).update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("workspace", UUID.class),
                row.getObject("resource", UUID.class),
                row.getLong("revision"),
                row.getLong("told"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
