package org.mingqu.platform.enforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Findings and their referrals as rows.
@Repository
class RectificationStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    RectificationStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /// What was sent to a regulator.
    ///
    /// @param packSm3 of the evidence pack as it was then
    /// @param receivedAt when it took note; null before
    record Referral(
            Party regulator,
            String packSm3,
            Instant at,
            @Nullable Instant receivedAt) {}

    void add(Rectification it) {
        sql.sql("""
                        insert into rectification (id, case_id, version, number, target, target_name, target_role,
                                reporter, reporter_name, reporter_role, article, finding, stage, suspended, reported_on)
                        values (:id, :case_id, :version, :number, :target, :target_name, :target_role,
                                :reporter, :reporter_name, :reporter_role, :article, :finding, :stage,
                                cast(:suspended as jsonb), :reported_on)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("target", it.target().id())
                .param("target_name", it.target().name())
                .param("target_role", it.target().kind())
                .param("reporter", it.reporter().id())
                .param("reporter_name", it.reporter().name())
                .param("reporter_role", it.reporter().kind())
                .param("article", it.article())
                .param("finding", it.finding())
                .param("stage", it.stage().name())
                .param("suspended", json.text(it.suspended()))
                .param("reported_on", it.reportedOn())
                .update();
    }

    Optional<Rectification> find(UUID id) {
        return sql.sql("select * from rectification where id = :id")
                .param("id", id)
                .query(this::rectification)
                .optional();
    }

    Optional<Rectification> hold(UUID id) {
        return sql.sql("select * from rectification where id = :id for update")
                .param("id", id)
                .query(this::rectification)
                .optional();
    }

    List<Rectification> all() {
        return sql.sql("select * from rectification order by reported_on desc, number desc")
                .query(this::rectification)
                .list();
    }

    /// Orders to which nothing was submitted by their last day.
    List<UUID> overdue(LocalDate today) {
        return sql.sql("select id from rectification where stage = 'ORDERED' and deadline < :today order by deadline")
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    /// Those whose target must not use anything now.
    List<UUID> running() {
        return sql.sql("select id from rectification where stage in ('ORDERED', 'SUBMITTED') order by number")
                .query(UUID.class)
                .list();
    }

    void update(Rectification it) {
        var rows = sql.sql("""
                        update rectification
                           set stage = :stage, deadline = :deadline, demand = :demand, report = :report,
                               suspended = cast(:suspended as jsonb), closed_on = :closed_on, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("deadline", it.deadline())
                .param("demand", it.demand())
                .param("report", it.report())
                .param("suspended", json.text(it.suspended()))
                .param("closed_on", it.closedOn())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    /// Writes a referral down.
    ///
    /// @return false if the regulator has it already
    boolean refer(UUID id, Party regulator, String sm3, Instant at) {
        return sql.sql("""
                        insert into referral (rectification, regulator, regulator_name, regulator_role, pack_sm3, at)
                        values (:id, :regulator, :name, :role, :sm3, :at) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("regulator", regulator.id())
                        .param("name", regulator.name())
                        .param("role", regulator.kind())
                        .param("sm3", sm3)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void received(UUID id, UUID regulator, Instant at) {
        sql.sql("update referral set received_at = :at where rectification = :id and regulator = :regulator")
                .param("id", id)
                .param("regulator", regulator)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Referral> referrals(UUID id) {
        return sql.sql("select * from referral where rectification = :id order by at")
                .param("id", id)
                .query((row, number) -> new Referral(
                        new Party(
                                row.getObject("regulator", UUID.class),
                                row.getString("regulator_name"),
                                row.getString("regulator_role")),
                        row.getString("pack_sm3"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("received_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private Rectification rectification(ResultSet row, int number) throws SQLException {
        return new Rectification(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(
                        row.getObject("target", UUID.class),
                        row.getString("target_name"),
                        row.getString("target_role")),
                new Party(
                        row.getObject("reporter", UUID.class),
                        row.getString("reporter_name"),
                        row.getString("reporter_role")),
                row.getString("article"),
                row.getString("finding"),
                Rectification.Stage.valueOf(row.getString("stage")),
                row.getObject("deadline", LocalDate.class),
                row.getString("demand"),
                row.getString("report"),
                json.list(row, "suspended", UUID.class),
                row.getObject("reported_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }
}
