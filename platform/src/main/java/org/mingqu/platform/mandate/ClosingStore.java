package org.mingqu.platform.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Closings as rows.
@Repository
class ClosingStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    ClosingStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Closing it) {
        sql.sql("""
                        insert into closing (id, mandate, case_id, version, number, authority, authority_name, operator,
                                operator_name, stage, reason, began_at, workspaces, items, logs_from, logs_whole,
                                logs_until)
                        values (:id, :mandate, :case_id, :version, :number, :authority, :authority_name, :operator,
                                :operator_name, :stage, :reason, :began_at, cast(:workspaces as jsonb),
                                cast(:items as jsonb), :logs_from, :logs_whole, :logs_until)
                        """)
                .param("id", it.id())
                .param("mandate", it.mandate())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("authority", it.authority().id())
                .param("authority_name", it.authority().name())
                .param("operator", it.operator().id())
                .param("operator_name", it.operator().name())
                .param("stage", it.stage().name())
                .param("reason", it.reason())
                .param("began_at", it.beganAt().atOffset(ZoneOffset.UTC))
                .param("workspaces", json.text(it.workspaces()))
                .param("items", json.text(it.items()))
                .param("logs_from", it.logsFrom())
                .param("logs_whole", it.logsWhole())
                .param("logs_until", it.logsUntil())
                .update();
    }

    Optional<Closing> find(UUID id) {
        return sql.sql("select * from closing where id = :id")
                .param("id", id)
                .query(this::closing)
                .optional();
    }

    Optional<Closing> hold(UUID id) {
        return sql.sql("select * from closing where id = :id for update")
                .param("id", id)
                .query(this::closing)
                .optional();
    }

    Optional<Closing> ofMandate(UUID mandate) {
        return sql.sql("select * from closing where mandate = :mandate")
                .param("mandate", mandate)
                .query(this::closing)
                .optional();
    }

    void update(Closing it) {
        var rows = sql.sql("""
                        update closing set stage = :stage, items = cast(:items as jsonb), version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("items", json.text(it.items()))
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private Closing closing(ResultSet row, int number) throws SQLException {
        return new Closing(
                row.getObject("id", UUID.class),
                row.getObject("mandate", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(row.getObject("authority", UUID.class), row.getString("authority_name"), "AUTHORITY"),
                new Party(row.getObject("operator", UUID.class), row.getString("operator_name"), "OPERATOR"),
                Closing.Stage.valueOf(row.getString("stage")),
                row.getString("reason"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                json.list(row, "workspaces", UUID.class),
                json.list(row, "items", Closing.Item.class),
                row.getObject("logs_from", LocalDate.class),
                row.getBoolean("logs_whole"),
                row.getObject("logs_until", LocalDate.class));
    }
}
