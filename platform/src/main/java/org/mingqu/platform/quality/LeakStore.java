package org.mingqu.platform.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Leaks as rows.
@Repository
class LeakStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    LeakStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Leak it) {
        var suspect = it.suspect();
        sql.sql("""
                        insert into leak (id, case_id, version, number, reporter, reporter_name, reporter_role, what, suspect,
                                suspect_name, suspect_role, stopped, stage, reported_on)
                        values (:id, :case_id, :version, :number, :reporter, :reporter_name, :reporter_role, :what, :suspect,
                                :suspect_name, :suspect_role, cast(:stopped as jsonb), :stage, :reported_on)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("reporter", it.reporter().id())
                .param("reporter_name", it.reporter().name())
                .param("reporter_role", it.reporter().kind())
                .param("what", it.what())
                .param("suspect", suspect == null ? null : suspect.id())
                .param("suspect_name", suspect == null ? null : suspect.name())
                .param("suspect_role", suspect == null ? null : suspect.kind())
                .param("stopped", json.text(it.stopped()))
                .param("stage", it.stage().name())
                .param("reported_on", it.reportedOn())
                .update();
    }

    Optional<Leak> find(UUID id) {
        return sql.sql("select * from leak where id = :id")
                .param("id", id)
                .query(this::leak)
                .optional();
    }

    Optional<Leak> hold(UUID id) {
        return sql.sql("select * from leak where id = :id for update")
                .param("id", id)
                .query(this::leak)
                .optional();
    }

    List<Leak> all() {
        return sql.sql("select * from leak order by reported_on desc, number desc")
                .query(this::leak)
                .list();
    }

    void update(Leak it) {
        var suspect = it.suspect();
        var rows = sql.sql("""
                        update leak
                           set stage = :stage, suspect = :suspect, suspect_name = :suspect_name,
                               suspect_role = :suspect_role, stopped = cast(:stopped as jsonb), trace = :trace,
                               finding = :finding, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("suspect", suspect == null ? null : suspect.id())
                .param("suspect_name", suspect == null ? null : suspect.name())
                .param("suspect_role", suspect == null ? null : suspect.kind())
                .param("stopped", json.text(it.stopped()))
                .param("trace", it.trace())
                .param("finding", it.finding())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private Leak leak(ResultSet row, int number) throws SQLException {
        var suspect = row.getObject("suspect", UUID.class);
        return new Leak(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(
                        row.getObject("reporter", UUID.class),
                        row.getString("reporter_name"),
                        row.getString("reporter_role")),
                row.getString("what"),
                suspect == null
                        ? null
                        : new Party(suspect, row.getString("suspect_name"), row.getString("suspect_role")),
                json.list(row, "stopped", UUID.class),
                row.getString("trace"),
                row.getString("finding"),
                Leak.LeakStage.valueOf(row.getString("stage")),
                row.getObject("reported_on", LocalDate.class));
    }
}
