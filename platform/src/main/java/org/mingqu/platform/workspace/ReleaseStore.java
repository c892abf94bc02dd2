package org.mingqu.platform.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.mingqu.warrant.ReleaseCheck;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Releases as rows.
@Repository
class ReleaseStore {

    private static final String COLUMNS = """
            id, case_id, number, workspace, run, purpose, recipient_note, stage, author, author_name, checks, file_sm3,
            grade, first_decision, receipt, at, version""";

    private final JdbcClient sql;
    private final JsonColumns json;

    ReleaseStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /// Adds a new release; there is one for a run at most.
    ///
    /// @throws Refusal.ChangedMeanwhile if there is a release of this run already
    void add(Release it) {
        try {
            sql.sql("""
                            insert into workspace_release (id, case_id, number, workspace, run, purpose, recipient_note,
                                    stage, author, author_name, checks, file_sm3, grade, at, version)
                            values (:id, :case_id, :number, :workspace, :run, :purpose, :recipient_note,
                                    :stage, :author, :author_name, cast(:checks as jsonb), :file_sm3, :grade, :at, :version)
                            """)
                    .param("id", it.id())
                    .param("case_id", it.caseId())
                    .param("number", it.number())
                    .param("workspace", it.workspace())
                    .param("run", it.run())
                    .param("purpose", it.purpose())
                    .param("recipient_note", it.recipientNote())
                    .param("stage", it.stage().name())
                    .param("author", it.author())
                    .param("author_name", it.authorName())
                    .param("checks", json.text(it.checks()))
                    .param("file_sm3", it.fileSm3())
                    .param("grade", it.grade())
                    .param("at", WorkspaceStore.at(it.at()))
                    .param("version", it.version())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    Optional<Release> find(UUID id) {
        return sql.sql("select %s from workspace_release where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::release)
                .optional();
    }

    /// The release, held until the transaction ends.
    Optional<Release> hold(UUID id) {
        return sql.sql("select %s from workspace_release where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::release)
                .optional();
    }

    Optional<Release> ofRun(UUID run) {
        return sql.sql("select %s from workspace_release where run = :run".formatted(COLUMNS))
                .param("run", run)
                .query(this::release)
                .optional();
    }

    List<Release> all() {
        return sql.sql("select %s from workspace_release order by at desc limit 500".formatted(COLUMNS))
                .query(this::release)
                .list();
    }

    void update(Release it) {
        var rows = sql.sql("""
                        update workspace_release
                           set stage = :stage, first_decision = :first_decision, receipt = :receipt, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("first_decision", it.firstDecision())
                .param("receipt", it.receipt())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getObject("workspace", UUID.class),
                row.getObject("run", UUID.class),
                row.getString("purpose"),
                row.getString("recipient_note"),
                ReleaseStage.valueOf(row.getString("stage")),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                json.list(row, "checks", ReleaseCheck.class),
                row.getString("file_sm3"),
                row.getInt("grade"),
                row.getObject("first_decision", UUID.class),
                row.getObject("receipt", UUID.class),
                WorkspaceStore.instant(row, "at"),
                row.getInt("version"));
    }
}
