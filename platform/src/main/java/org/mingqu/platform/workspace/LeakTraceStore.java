package org.mingqu.platform.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.web.JsonColumns;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.TraceState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Suspected leaks as rows.
@Repository
class LeakTraceStore {

    private static final String COLUMNS = """
            id, organisation, organisation_name, person, person_name, file_name, note, at, state, finding, traced_at,
            evidence""";

    private static final int MOST = 500;

    private final JdbcClient sql;
    private final JsonColumns json;

    LeakTraceStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(LeakTrace it) {
        sql.sql("""
                        insert into workspace_leak (id, organisation, organisation_name, person, person_name, file_name,
                                note, at, state, evidence)
                        values (:id, :organisation, :organisation_name, :person, :person_name, :file_name, :note, :at,
                                :state, :evidence)
                        """)
                .param("id", it.id())
                .param("organisation", it.organisation())
                .param("organisation_name", it.organisationName())
                .param("person", it.person())
                .param("person_name", it.personName())
                .param("file_name", it.fileName())
                .param("note", it.note())
                .param("at", WorkspaceStore.at(it.at()))
                .param("state", it.state().name())
                .param("evidence", it.evidence())
                .update();
    }

    /// Keeps what was found.
    void update(LeakTrace it) {
        var when = it.tracedAt();
        sql.sql("""
                        update workspace_leak
                           set state = :state, finding = cast(:finding as jsonb), traced_at = :traced_at,
                               evidence = :evidence
                         where id = :id
                        """)
                .param("id", it.id())
                .param("state", it.state().name())
                .param("finding", json.text(it.finding()))
                .param("traced_at", when == null ? null : WorkspaceStore.at(when))
                .param("evidence", it.evidence())
                .update();
    }

    Optional<LeakTrace> find(UUID id) {
        return sql.sql("select %s from workspace_leak where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::leak)
                .optional();
    }

    /// The leak, held until the transaction ends.
    Optional<LeakTrace> hold(UUID id) {
        return sql.sql("select %s from workspace_leak where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::leak)
                .optional();
    }

    /// The latest, of one organisation or, for null, of all.
    List<LeakTrace> latest(@Nullable UUID organisation) {
        return sql.sql("""
                        select %s from workspace_leak
                         where cast(:organisation as uuid) is null or organisation = cast(:organisation as uuid)
                         order by at desc, id limit %d
                        """.formatted(COLUMNS, MOST))
                .param("organisation", organisation)
                .query(this::leak)
                .list();
    }

    private LeakTrace leak(ResultSet row, int number) throws SQLException {
        return new LeakTrace(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_name"),
                row.getObject("person", UUID.class),
                row.getString("person_name"),
                row.getString("file_name"),
                row.getString("note"),
                WorkspaceStore.instant(row, "at"),
                TraceState.valueOf(row.getString("state")),
                json.find(row, "finding", Answer.LeakTrace.class),
                instant(row),
                row.getObject("evidence", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        return row.getObject("traced_at") == null ? null : WorkspaceStore.instant(row, "traced_at");
    }
}
