package org.mingqu.platform.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.web.JsonColumns;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.EnclaveRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Partners' own tables as rows.
@Repository
class OwnTableStore {

    private static final String COLUMNS = """
            id, workspace, load, name, title, basis, statement, file_name, state, subject, subject_kind, rows, most_rows,
            detected, columns, problem, person, person_name, at, expires_at, evidence""";

    private final JdbcClient sql;
    private final JsonColumns json;

    OwnTableStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(OwnTable it) {
        sql.sql("""
                        insert into workspace_own_table (id, workspace, load, name, title, basis, statement, file_name,
                                state, subject_kind, rows, most_rows, detected, columns, person, person_name, at,
                                expires_at, evidence)
                        values (:id, :workspace, :load, :name, :title, :basis, :statement, :file_name,
                                :state, '', 0, 0, '[]', '[]', :person, :person_name, :at,
                                :expires_at, :evidence)
                        """)
                .param("id", it.id())
                .param("workspace", it.workspace())
                .param("load", it.load())
                .param("name", it.name())
                .param("title", it.title())
                .param("basis", it.basis().name())
                .param("statement", it.statement())
                .param("file_name", it.fileName())
                .param("state", it.state().name())
                .param("person", it.person())
                .param("person_name", it.personName())
                .param("at", WorkspaceStore.at(it.at()))
                .param("expires_at", WorkspaceStore.at(it.expiresAt()))
                .param("evidence", it.evidence())
                .update();
    }

    void update(OwnTable it) {
        sql.sql("""
                        update workspace_own_table
                           set state = :state, subject = :subject, subject_kind = :subject_kind, rows = :rows,
                               most_rows = :most_rows, detected = cast(:detected as jsonb),
                               columns = cast(:columns as jsonb), problem = cast(:problem as jsonb)
                         where id = :id
                        """)
                .param("id", it.id())
                .param("state", it.state().name())
                .param("subject", it.subject())
                .param("subject_kind", it.subjectKind())
                .param("rows", it.rows())
                .param("most_rows", it.mostRows())
                .param("detected", json.text(it.detected()))
                .param("columns", json.text(it.columns()))
                .param("problem", json.text(it.problem()))
                .update();
    }

    Optional<OwnTable> find(UUID id) {
        return sql.sql("select %s from workspace_own_table where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::table)
                .optional();
    }

    /// The table, held until the transaction ends.
    Optional<OwnTable> hold(UUID id) {
        return sql.sql("select %s from workspace_own_table where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::table)
                .optional();
    }

    /// Those of a workspace, the first brought first.
    List<OwnTable> of(UUID workspace) {
        return sql.sql("select %s from workspace_own_table where workspace = :workspace order by at, id"
                        .formatted(COLUMNS))
                .param("workspace", workspace)
                .query(this::table)
                .list();
    }

    private OwnTable table(ResultSet row, int number) throws SQLException {
        return new OwnTable(
                row.getObject("id", UUID.class),
                row.getObject("workspace", UUID.class),
                row.getObject("load", UUID.class),
                row.getString("name"),
                row.getString("title"),
                OwnTable.Basis.valueOf(row.getString("basis")),
                row.getString("statement"),
                row.getString("file_name"),
                OwnTable.State.valueOf(row.getString("state")),
                row.getString("subject"),
                row.getString("subject_kind"),
                row.getLong("rows"),
                row.getInt("most_rows"),
                json.list(row, "detected", DetectedColumn.class),
                json.list(row, "columns", ColumnSpec.class),
                json.find(row, "problem", EnclaveRefusal.class),
                row.getObject("person", UUID.class),
                row.getString("person_name"),
                WorkspaceStore.instant(row, "at"),
                WorkspaceStore.instant(row, "expires_at"),
                row.getObject("evidence", UUID.class));
    }
}
