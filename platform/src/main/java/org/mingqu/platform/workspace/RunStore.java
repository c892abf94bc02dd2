package org.mingqu.platform.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.web.JsonColumns;
import org.mingqu.platform.web.Paging;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.RunState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Runs as rows.
@Repository
class RunStore {

    private static final String COLUMNS = """
            id, workspace, person, person_name, organisation, lane, sql, epsilon_milli, state, at, millis, verdict,
            problem, evidence""";

    private final JdbcClient sql;
    private final JsonColumns json;

    RunStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Run it) {
        sql.sql("""
                        insert into workspace_run (id, workspace, person, person_name, organisation, lane, sql,
                                epsilon_milli, state, at, evidence)
                        values (:id, :workspace, :person, :person_name, :organisation, :lane, :sql,
                                :epsilon_milli, :state, :at, :evidence)
                        """)
                .param("id", it.id())
                .param("workspace", it.workspace())
                .param("person", it.person())
                .param("person_name", it.personName())
                .param("organisation", it.organisation())
                .param("lane", it.lane().name())
                .param("sql", it.sql())
                .param("epsilon_milli", it.epsilonMilli())
                .param("state", it.state().name())
                .param("at", WorkspaceStore.at(it.at()))
                .param("evidence", it.evidence())
                .update();
    }

    /// Writes how a running one ended; one that has ended stays as it is.
    ///
    /// @param resources ids of the resources whose rows it read
    void end(Run it, List<String> resources) {
        sql.sql("""
                        update workspace_run
                           set state = :state, millis = :millis, verdict = cast(:verdict as jsonb),
                               problem = cast(:problem as jsonb), resources = cast(:resources as uuid[])
                         where id = :id and state = 'RUNNING'
                        """)
                .param("id", it.id())
                .param("state", it.state().name())
                .param("millis", it.millis())
                .param("verdict", json.text(it.verdict()))
                .param("problem", json.text(it.problem()))
                .param("resources", "{" + String.join(",", resources) + "}")
                .update();
    }

    Optional<Run> find(UUID id) {
        return sql.sql("select %s from workspace_run where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::run)
                .optional();
    }

    List<Run> history(UUID workspace, Paging paging) {
        return sql.sql("""
                        select %s from workspace_run where workspace = :workspace
                         order by at desc, id limit :size offset :offset
                        """.formatted(COLUMNS))
                .param("workspace", workspace)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::run)
                .list();
    }

    long count(UUID workspace) {
        return sql.sql("select count(*) from workspace_run where workspace = :workspace")
                .param("workspace", workspace)
                .query(Long.class)
                .single();
    }

    List<UUID> running() {
        return sql.sql("select id from workspace_run where state = 'RUNNING' order by at")
                .query(UUID.class)
                .list();
    }

    private Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("workspace", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("person_name"),
                row.getObject("organisation", UUID.class),
                Lane.valueOf(row.getString("lane")),
                row.getString("sql"),
                row.getObject("epsilon_milli", Integer.class),
                RunState.valueOf(row.getString("state")),
                WorkspaceStore.instant(row, "at"),
                row.getObject("millis", Long.class),
                json.find(row, "verdict", Answer.Judgement.class),
                json.find(row, "problem", EnclaveRefusal.class),
                row.getObject("evidence", UUID.class));
    }
}
