package org.mingqu.platform.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.authorisation.ApplicationGranted.GrantedTable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Agreements as rows.
@Repository
class AgreementStore {

    private static final String COLUMNS = """
            id, case_id, version, number, title, stage, from_day, until_day, partner, partner_name, heads, parties,
            tables, workspace""";

    private final JdbcClient sql;
    private final JsonColumns json;

    AgreementStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Agreement it) {
        sql.sql("""
                        insert into agreement (id, case_id, version, number, title, stage, from_day, until_day, partner,
                                partner_name, heads, parties, tables)
                        values (:id, :case_id, :version, :number, :title, :stage, :from, :until, :partner,
                                :partner_name, cast(:heads as jsonb), cast(:parties as jsonb), cast(:tables as jsonb))
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("title", it.title())
                .param("stage", it.stage().name())
                .param("from", it.from())
                .param("until", it.until())
                .param("partner", it.partner().id())
                .param("partner_name", it.partner().name())
                .param("heads", json.text(it.heads()))
                .param("parties", json.text(it.parties()))
                .param("tables", json.text(it.tables()))
                .update();
    }

    Optional<Agreement> find(UUID id) {
        return sql.sql("select %s from agreement where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::agreement)
                .optional();
    }

    Optional<Agreement> hold(UUID id) {
        return sql.sql("select %s from agreement where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::agreement)
                .optional();
    }

    List<Agreement> all() {
        return sql.sql("select %s from agreement order by number desc".formatted(COLUMNS))
                .query(this::agreement)
                .list();
    }

    /// Those whose term is over and that nothing has ended yet.
    List<UUID> endedBefore(LocalDate day) {
        return sql.sql("""
                        select id from agreement
                         where until_day < :day and stage not in ('TERMINATED', 'EXPIRED') order by until_day
                        """).param("day", day).query(UUID.class).list();
    }

    /// Those in use whose term ends soon, which was not said yet.
    List<UUID> endingBy(LocalDate today, LocalDate soon) {
        return sql.sql("""
                        select id from agreement
                         where until_day between :today and :soon and warned_on is null
                           and stage in ('IN_FORCE', 'SUSPENDED') order by until_day
                        """)
                .param("today", today)
                .param("soon", soon)
                .query(UUID.class)
                .list();
    }

    void warned(UUID id, LocalDate day) {
        sql.sql("update agreement set warned_on = :day where id = :id")
                .param("id", id)
                .param("day", day)
                .update();
    }

    void update(Agreement it) {
        var rows = sql.sql("""
                        update agreement
                           set stage = :stage, heads = cast(:heads as jsonb), parties = cast(:parties as jsonb),
                               workspace = :workspace, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("heads", json.text(it.heads()))
                .param("parties", json.text(it.parties()))
                .param("workspace", it.workspace())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getString("title"),
                Agreement.Stage.valueOf(row.getString("stage")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                new Party(row.getObject("partner", UUID.class), row.getString("partner_name"), "PARTNER"),
                json.read(row, "heads", new TypeReference<Map<String, String>>() {}),
                json.list(row, "parties", Agreement.Signatory.class),
                json.list(row, "tables", GrantedTable.class),
                row.getObject("workspace", UUID.class));
    }
}
