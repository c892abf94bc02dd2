package org.mingqu.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Selections as rows.
@Repository
class CallStore {

    private static final String COLUMNS = """
            id, case_id, version, number, title, conditions, opens_on, closes_on, experts, stage, seed, drawn,
            decision, changed_at""";

    private final JdbcClient sql;
    private final Clock clock;

    CallStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(Call it) {
        sql.sql("""
                        insert into selection_call (id, case_id, version, number, title, conditions, opens_on, closes_on,
                                experts, stage, seed, drawn, changed_at)
                        values (:id, :case_id, :version, :number, :title, :conditions, :opens_on, :closes_on,
                                :experts, :stage, :seed, :drawn, :changed_at)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("title", it.title())
                .param("conditions", it.conditions())
                .param("opens_on", it.opensOn())
                .param("closes_on", it.closesOn())
                .param("experts", it.experts())
                .param("stage", it.stage().name())
                .param("seed", it.seed())
                .param("drawn", it.drawn())
                .param("changed_at", now())
                .update();
    }

    Optional<Call> find(UUID id) {
        return sql.sql("select %s from selection_call where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(CallStore::call)
                .optional();
    }

    /// The selection, held until the transaction ends.
    Optional<Call> hold(UUID id) {
        return sql.sql("select %s from selection_call where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(CallStore::call)
                .optional();
    }

    List<Call> all() {
        return sql.sql("select %s from selection_call order by opens_on desc, number desc".formatted(COLUMNS))
                .query(CallStore::call)
                .list();
    }

    /// Those whose window is over and that nobody has closed yet.
    List<UUID> endedBefore(LocalDate day) {
        return sql.sql("select id from selection_call where stage = 'OPEN' and closes_on < :day order by closes_on")
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    void update(Call it) {
        var rows = sql.sql("""
                        update selection_call
                           set title = :title, conditions = :conditions, opens_on = :opens_on, closes_on = :closes_on,
                               experts = :experts, stage = :stage, drawn = :drawn, decision = :decision,
                               version = :version, changed_at = :changed_at
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("title", it.title())
                .param("conditions", it.conditions())
                .param("opens_on", it.opensOn())
                .param("closes_on", it.closesOn())
                .param("experts", it.experts())
                .param("stage", it.stage().name())
                .param("drawn", it.drawn())
                .param("decision", it.decision())
                .param("version", it.version())
                .param("changed_at", now())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getString("title"),
                row.getString("conditions"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getInt("experts"),
                CallStage.valueOf(row.getString("stage")),
                row.getString("seed"),
                row.getBoolean("drawn"),
                row.getString("decision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
