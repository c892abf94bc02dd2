package org.mingqu.platform.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Authorisation agreements as rows.
@Repository
class MandateStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    MandateStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /// An edition as it was signed.
    record Edition(int number, Mandate.Text text, String sm3, LocalDate from, LocalDate until) {}

    void add(Mandate it) {
        sql.sql("""
                        insert into mandate (id, case_id, version, number, title, stage, authority, authority_name,
                                operator, operator_name, edition, proposed, selection, predecessor, reason, begun_on)
                        values (:id, :case_id, :version, :number, :title, :stage, :authority, :authority_name,
                                :operator, :operator_name, :edition, cast(:proposed as jsonb), :selection,
                                :predecessor, :reason, :begun_on)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("title", it.title())
                .param("stage", it.stage().name())
                .param("authority", it.authority().id())
                .param("authority_name", it.authority().name())
                .param("operator", it.operator().id())
                .param("operator_name", it.operator().name())
                .param("edition", it.edition())
                .param("proposed", json.text(it.proposed()))
                .param("selection", it.selection())
                .param("predecessor", it.predecessor())
                .param("reason", it.reason())
                .param("begun_on", it.begunOn())
                .update();
    }

    /// Keeps an edition that all have signed.
    void keep(Mandate it, String sm3) {
        sql.sql("""
                        insert into mandate_edition (mandate, edition, text, sm3, from_day, until_day)
                        values (:mandate, :edition, cast(:text as jsonb), :sm3, :from, :until)
                        """)
                .param("mandate", it.id())
                .param("edition", it.edition())
                .param("text", json.text(Objects.requireNonNull(it.text())))
                .param("sm3", sm3)
                .param("from", it.from())
                .param("until", it.until())
                .update();
    }

    List<Edition> editions(UUID mandate) {
        return sql.sql("select * from mandate_edition where mandate = :id order by edition")
                .param("id", mandate)
                .query((row, number) -> new Edition(
                        row.getInt("edition"),
                        json.read(row, "text", Mandate.Text.class),
                        row.getString("sm3"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .list();
    }

    Optional<Mandate> find(UUID id) {
        return sql.sql("select * from mandate where id = :id")
                .param("id", id)
                .query(this::mandate)
                .optional();
    }

    Optional<Mandate> hold(UUID id) {
        return sql.sql("select * from mandate where id = :id for update")
                .param("id", id)
                .query(this::mandate)
                .optional();
    }

    List<Mandate> all() {
        return sql.sql("select * from mandate order by begun_on desc, number desc")
                .query(this::mandate)
                .list();
    }

    List<Mandate> ofOperator(UUID operator) {
        return sql.sql("select * from mandate where operator = :operator order by begun_on desc, number desc")
                .param("operator", operator)
                .query(this::mandate)
                .list();
    }

    /// The operators whose agreement was in force on a day of that time: until its last day, or until it was ended.
    Set<UUID> operatorsDuring(LocalDate from, LocalDate until, ZoneId zone) {
        return sql.sql("""
                        select m.operator from mandate m left join closing c on c.mandate = m.id
                         where m.from_day <= :until
                           and coalesce((c.began_at at time zone :zone)::date, m.until_day) >= :from
                        """)
                .param("from", from)
                .param("until", until)
                .param("zone", zone.getId())
                .query(UUID.class)
                .set();
    }

    /// Those in force whose term is over.
    List<UUID> endedBefore(LocalDate day) {
        return sql.sql("""
                        select id from mandate where stage in ('IN_FORCE', 'AMENDING', 'ENDING') and until_day < :day
                         order by until_day
                        """).param("day", day).query(UUID.class).list();
    }

    /// Those in force whose end is near, and whose parties were not told yet.
    List<UUID> endingBy(LocalDate day) {
        return sql.sql("""
                        select id from mandate where stage in ('IN_FORCE', 'AMENDING', 'ENDING') and until_day <= :day
                           and warned_on is null order by until_day
                        """).param("day", day).query(UUID.class).list();
    }

    void warned(UUID id, LocalDate day) {
        sql.sql("update mandate set warned_on = :day where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    void update(Mandate it) {
        var rows = sql.sql("""
                        update mandate
                           set stage = :stage, edition = :edition, text = cast(:text as jsonb),
                               proposed = cast(:proposed as jsonb), from_day = :from, until_day = :until,
                               reason = :reason, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("edition", it.edition())
                .param("text", json.text(it.text()))
                .param("proposed", json.text(it.proposed()))
                .param("from", it.from())
                .param("until", it.until())
                .param("reason", it.reason())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private Mandate mandate(ResultSet row, int number) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getString("title"),
                MandateStage.valueOf(row.getString("stage")),
                new Party(row.getObject("authority", UUID.class), row.getString("authority_name"), "AUTHORITY"),
                new Party(row.getObject("operator", UUID.class), row.getString("operator_name"), "OPERATOR"),
                row.getInt("edition"),
                json.find(row, "text", Mandate.Text.class),
                json.find(row, "proposed", Mandate.Text.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getObject("selection", UUID.class),
                row.getObject("predecessor", UUID.class),
                row.getString("reason"),
                row.getObject("begun_on", LocalDate.class));
    }
}
