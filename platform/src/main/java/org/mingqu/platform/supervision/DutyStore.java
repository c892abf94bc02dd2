package org.mingqu.platform.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Duties as rows.
@Repository
class DutyStore {

    private static final TypeReference<Map<String, String>> FORM = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonColumns json;

    DutyStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /// What there can be only one of.
    record Key(String code, UUID owner, @Nullable UUID about, LocalDate from) {}

    /// Keeps others from bringing the register up to date until the transaction ends.
    void hold() {
        sql.sql("lock table duty in share row exclusive mode").update();
    }

    Set<Key> keys() {
        return sql
                .sql("select code, organisation, about, period_from from duty")
                .query((row, number) -> new Key(
                        row.getString("code"),
                        row.getObject("organisation", UUID.class),
                        row.getObject("about", UUID.class),
                        row.getObject("period_from", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toCollection(HashSet::new));
    }

    void add(Duty it) {
        sql.sql("""
                        insert into duty (id, case_id, version, code, organisation, organisation_name, role, about,
                                about_name, article, period_from, period_until, opens_on, due, provisional, rule_from,
                                stage, act_by, form)
                        values (:id, :case_id, :version, :code, :organisation, :organisation_name, :role, :about,
                                :about_name, :article, :period_from, :period_until, :opens_on, :due, :provisional,
                                :rule_from, :stage, :act_by, cast(:form as jsonb))
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("code", it.code())
                .param("organisation", it.owner().id())
                .param("organisation_name", it.owner().name())
                .param("role", it.role().name())
                .param("about", it.about() == null ? null : it.about().id())
                .param("about_name", it.about() == null ? null : it.about().name())
                .param("article", it.article())
                .param("period_from", it.period().from())
                .param("period_until", it.period().until())
                .param("opens_on", it.opensOn())
                .param("due", it.due())
                .param("provisional", it.provisional())
                .param("rule_from", it.ruleFrom())
                .param("stage", it.stage().name())
                .param("act_by", it.actBy())
                .param("form", json.text(it.form()))
                .update();
    }

    Optional<Duty> find(UUID id) {
        return sql.sql("select * from duty where id = :id")
                .param("id", id)
                .query(this::duty)
                .optional();
    }

    Optional<Duty> lock(UUID id) {
        return sql.sql("select * from duty where id = :id for update")
                .param("id", id)
                .query(this::duty)
                .optional();
    }

    /// Those that are not done, and those that fell due since a day; the latest last days first.
    List<Duty> since(LocalDate day) {
        return sql.sql("""
                        select * from duty where stage in ('OPEN', 'SUBMITTED', 'RETURNED') or due >= :day
                         order by due desc, article, code, organisation_name
                        """).param("day", day).query(this::duty).list();
    }

    List<Duty> all() {
        return sql.sql("select * from duty order by due desc, article, code, organisation_name")
                .query(this::duty)
                .list();
    }

    PeriodFacts.DutiesMet met(LocalDate from, LocalDate until) {
        return sql.sql("""
                        select count(*) as due, count(*) filter (where submitted_on <= due) as in_time
                          from duty where due between :from and :until
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new PeriodFacts.DutiesMet(row.getLong("due"), row.getLong("in_time")))
                .single();
    }

    void update(Duty it) {
        var rows = sql.sql("""
                        update duty
                           set stage = :stage, act_by = :act_by, form = cast(:form as jsonb),
                               facts = cast(:facts as jsonb), valid_until = :valid_until,
                               submitted_on = :submitted_on, closed_on = :closed_on, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("act_by", it.actBy())
                .param("form", json.text(it.form()))
                .param("facts", json.text(it.facts()))
                .param("valid_until", it.validUntil())
                .param("submitted_on", it.submittedOn())
                .param("closed_on", it.closedOn())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    /// Writes down that an organisation has taken note.
    void received(UUID duty, UUID organisation, Instant at) {
        sql.sql("insert into duty_receipt (duty, organisation, at) values (:duty, :organisation, :at)")
                .param("duty", duty)
                .param("organisation", organisation)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<UUID> receivedBy(UUID duty) {
        return sql.sql("select organisation from duty_receipt where duty = :duty")
                .param("duty", duty)
                .query(UUID.class)
                .list();
    }

    private Duty duty(ResultSet row, int number) throws SQLException {
        var about = row.getObject("about", UUID.class);
        return new Duty(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("code"),
                new Party(
                        row.getObject("organisation", UUID.class),
                        row.getString("organisation_name"),
                        row.getString("role")),
                Role.valueOf(row.getString("role")),
                about == null ? null : new Party(about, row.getString("about_name"), Role.OPERATOR.name()),
                row.getString("article"),
                new Cycle.Period(
                        row.getObject("period_from", LocalDate.class), row.getObject("period_until", LocalDate.class)),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("provisional"),
                row.getObject("rule_from", LocalDate.class),
                DutyStage.valueOf(row.getString("stage")),
                row.getObject("act_by", LocalDate.class),
                json.read(row, "form", FORM),
                json.find(row, "facts", PeriodFacts.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }
}
