package org.mingqu.platform.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Incidents as rows.
@Repository
class IncidentStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    IncidentStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Incident it) {
        sql.sql("""
                        insert into incident (id, case_id, version, number, reporter, reporter_name, reporter_role, kind, drill,
                                title, text, harm, level, aware_at, due_at, late, target, target_name, stopped, stage)
                        values (:id, :case, :version, :number, :reporter, :reporterName, :reporterRole, :kind, :drill,
                                :title, :text, cast(:harm as jsonb), :level, :aware, :due, :late, :target, :targetName,
                                cast(:stopped as jsonb), :stage)
                        """)
                .param("id", it.id())
                .param("case", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("reporter", it.reporter().id())
                .param("reporterName", it.reporter().name())
                .param("reporterRole", it.reporter().kind())
                .param("kind", it.kind().name())
                .param("drill", it.drill())
                .param("title", it.title())
                .param("text", it.text())
                .param("harm", json.text(it.harm()))
                .param("level", it.level().name())
                .param("aware", it.awareAt().atOffset(ZoneOffset.UTC))
                .param("due", it.dueAt().atOffset(ZoneOffset.UTC))
                .param("late", it.late())
                .param("target", it.target() == null ? null : it.target().id())
                .param("targetName", it.target() == null ? null : it.target().name())
                .param("stopped", json.text(it.stopped()))
                .param("stage", it.stage().name())
                .update();
    }

    void update(Incident it) {
        var rows = sql.sql("""
                        update incident
                           set stage = :stage, reported_at = :reported, late = :late, stopped = cast(:stopped as jsonb),
                               version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("reported", it.reportedAt() == null ? null : it.reportedAt().atOffset(ZoneOffset.UTC))
                .param("late", it.late())
                .param("stopped", json.text(it.stopped()))
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    Optional<Incident> find(UUID id) {
        return sql.sql("select * from incident where id = :id")
                .param("id", id)
                .query(this::incident)
                .optional();
    }

    Optional<Incident> hold(UUID id) {
        return sql.sql("select * from incident where id = :id for update")
                .param("id", id)
                .query(this::incident)
                .optional();
    }

    List<Incident> all() {
        return sql.sql("select * from incident order by aware_at desc, number desc")
                .query(this::incident)
                .list();
    }

    /// Those not reported by their hour, of which nobody was told yet.
    List<Incident> becomeLate(Instant now) {
        return sql.sql("select * from incident where stage = 'OPEN' and not late and due_at < :now for update")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::incident)
                .list();
    }

    private Incident incident(ResultSet row, int number) throws SQLException {
        var target = row.getObject("target", UUID.class);
        var reported = row.getObject("reported_at", OffsetDateTime.class);
        return new Incident(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(
                        row.getObject("reporter", UUID.class),
                        row.getString("reporter_name"),
                        row.getString("reporter_role")),
                Incident.Kind.valueOf(row.getString("kind")),
                row.getBoolean("drill"),
                row.getString("title"),
                row.getString("text"),
                json.read(row, "harm", Incident.Harm.class),
                Incident.Level.valueOf(row.getString("level")),
                row.getObject("aware_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                reported == null ? null : reported.toInstant(),
                row.getBoolean("late"),
                target == null ? null : new Party(target, row.getString("target_name"), "PARTNER"),
                json.list(row, "stopped", UUID.class),
                Incident.Stage.valueOf(row.getString("stage")));
    }
}
