package org.mingqu.platform.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.warrant.Mask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Workspaces as rows.
@Repository
class WorkspaceStore {

    private static final String COLUMNS = """
            id, agreement, case_id, partner, partner_name, title, scenario, state, enclave_state, until_day, reason,
            article, opened_at, version""";

    private final JdbcClient sql;
    private final Clock clock;

    WorkspaceStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Adds a new workspace with its tables and columns.
    ///
    /// @return false if the agreement has its workspace already
    boolean add(Workspace it) {
        var added = sql.sql("""
                        insert into workspace (id, agreement, case_id, partner, partner_name, title, scenario, state,
                                enclave_state, until_day, opened_at, version)
                        values (:id, :agreement, :case_id, :partner, :partner_name, :title, :scenario, :state,
                                :enclave_state, :until_day, :opened_at, :version)
                        on conflict (agreement) do nothing
                        """)
                .param("id", it.id())
                .param("agreement", it.agreement())
                .param("case_id", it.caseId())
                .param("partner", it.partner())
                .param("partner_name", it.partnerName())
                .param("title", it.title())
                .param("scenario", it.scenario())
                .param("state", it.state().name())
                .param("enclave_state", it.inEnclave().name())
                .param("until_day", it.until())
                .param("opened_at", at(it.openedAt()))
                .param("version", it.version())
                .update();
        if (added == 0) {
            return false;
        }
        for (var position = 0; position < it.tables().size(); position++) {
            addTable(it.id(), position, it.tables().get(position));
        }
        return true;
    }

    private void addTable(UUID workspace, int position, Workspace.Table table) {
        sql.sql("""
                        insert into workspace_table (workspace, resource, position, department)
                        values (:workspace, :resource, :position, :department)
                        """)
                .param("workspace", workspace)
                .param("resource", table.resource())
                .param("position", position)
                .param("department", table.department())
                .update();
        for (var place = 0; place < table.columns().size(); place++) {
            sql.sql("""
                            insert into workspace_column (workspace, resource, position, name, mask)
                            values (:workspace, :resource, :position, :name, :mask)
                            """)
                    .param("workspace", workspace)
                    .param("resource", table.resource())
                    .param("position", place)
                    .param("name", table.columns().get(place).name())
                    .param("mask", table.columns().get(place).mask().name())
                    .update();
        }
    }

    Optional<Workspace> find(UUID id) {
        return sql.sql("select %s from workspace where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(WorkspaceStore::workspace)
                .optional()
                .map(this::withTables);
    }

    Optional<UUID> ofAgreement(UUID agreement) {
        return sql.sql("select id from workspace where agreement = :agreement")
                .param("agreement", agreement)
                .query(UUID.class)
                .optional();
    }

    /// The workspace, held until the transaction ends.
    Optional<Workspace> hold(UUID id) {
        return sql.sql("select %s from workspace where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(WorkspaceStore::workspace)
                .optional()
                .map(this::withTables);
    }

    List<Workspace> all() {
        return sql
                .sql("select %s from workspace order by opened_at desc".formatted(COLUMNS))
                .query(WorkspaceStore::workspace)
                .list()
                .stream()
                .map(this::withTables)
                .toList();
    }

    /// Those of which the enclave is still to be told how they stand.
    List<UUID> owed() {
        return sql.sql("select id from workspace where enclave_state <> state order by opened_at")
                .query(UUID.class)
                .list();
    }

    void update(Workspace it) {
        var rows = sql.sql("""
                        update workspace
                           set state = :state, reason = :reason, article = :article, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("state", it.state().name())
                .param("reason", it.reason())
                .param("article", it.article())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    /// The enclave has it so now.
    void told(UUID id, Workspace.State state) {
        sql.sql("update workspace set enclave_state = :state, told_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("at", at(clock.instant()))
                .update();
    }

    /// When the enclave last confirmed how a workspace stands; null before.
    @Nullable
    Instant toldAt(UUID id) {
        return sql.sql("select told_at from workspace where id = :id")
                .param("id", id)
                .query((row, number) -> {
                    var at = row.getObject("told_at", OffsetDateTime.class);
                    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
                })
                .single()
                .orElse(null);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Without its tables, which are asked for when this answer is read: one connection at a time is enough.
    private static Workspace workspace(ResultSet row, int number) throws SQLException {
        return new Workspace(
                row.getObject("id", UUID.class),
                row.getObject("agreement", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("partner", UUID.class),
                row.getString("partner_name"),
                row.getString("title"),
                row.getString("scenario"),
                Workspace.State.valueOf(row.getString("state")),
                Workspace.State.valueOf(row.getString("enclave_state")),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                row.getString("article"),
                instant(row, "opened_at"),
                row.getInt("version"),
                List.of());
    }

    private Workspace withTables(Workspace it) {
        return it.of(tables(it.id()));
    }

    private List<Workspace.Table> tables(UUID workspace) {
        return sql
                .sql("select resource, department from workspace_table where workspace = :id order by position")
                .param("id", workspace)
                .query((row, number) -> new Workspace.Table(
                        row.getObject("resource", UUID.class), row.getObject("department", UUID.class), List.of()))
                .list()
                .stream()
                .map(it -> new Workspace.Table(it.resource(), it.department(), columns(workspace, it.resource())))
                .toList();
    }

    private List<Workspace.Column> columns(UUID workspace, UUID resource) {
        return sql.sql("""
                        select name, mask from workspace_column
                         where workspace = :workspace and resource = :resource
                         order by position
                        """)
                .param("workspace", workspace)
                .param("resource", resource)
                .query((row, number) ->
                        new Workspace.Column(row.getString("name"), Mask.valueOf(row.getString("mask"))))
                .list();
    }
}
