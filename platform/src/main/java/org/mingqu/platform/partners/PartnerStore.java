package org.mingqu.platform.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

/// Partnerships and rules as rows.
@Repository
class PartnerStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    PartnerStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(PartnerRules it) {
        sql.sql("""
                        insert into partner_rules (operator, operator_name, version, admission, leaving, published_at,
                                published_by, evidence)
                        values (:operator, :operator_name, :version, :admission, :leaving, :at, :by, :evidence)
                        """)
                .param("operator", it.operator().id())
                .param("operator_name", it.operator().name())
                .param("version", it.version())
                .param("admission", it.admission())
                .param("leaving", it.leaving())
                .param("at", it.publishedAt().atOffset(ZoneOffset.UTC))
                .param("by", it.publishedBy())
                .param("evidence", it.evidence())
                .update();
    }

    /// Every version of every operator, the latest of each first.
    List<PartnerRules> rules() {
        return sql.sql("select * from partner_rules order by operator_name, version desc")
                .query(PartnerStore::published)
                .list();
    }

    List<PartnerRules> rules(UUID operator) {
        return sql.sql("select * from partner_rules where operator = :operator order by version desc")
                .param("operator", operator)
                .query(PartnerStore::published)
                .list();
    }

    void add(Partnership it) {
        sql.sql("""
                        insert into partnership (id, case_id, version, number, operator, operator_name, partner,
                                partner_name, partner_kind, stage, introduction, capabilities, rules_version,
                                applied_on, reason)
                        values (:id, :case_id, :version, :number, :operator, :operator_name, :partner, :partner_name,
                                :partner_kind, :stage, :introduction, cast(:capabilities as jsonb), :rules_version,
                                :applied_on, :reason)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("operator", it.operator().id())
                .param("operator_name", it.operator().name())
                .param("partner", it.partner().id())
                .param("partner_name", it.partner().name())
                .param("partner_kind", it.partner().kind())
                .param("stage", it.stage().name())
                .param("introduction", it.introduction())
                .param("capabilities", json.text(it.capabilities()))
                .param("rules_version", it.rulesVersion())
                .param("applied_on", it.appliedOn())
                .param("reason", it.reason())
                .update();
    }

    Optional<Partnership> find(UUID id) {
        return sql.sql("select * from partnership where id = :id")
                .param("id", id)
                .query(this::partnership)
                .optional();
    }

    Optional<Partnership> hold(UUID id) {
        return sql.sql("select * from partnership where id = :id for update")
                .param("id", id)
                .query(this::partnership)
                .optional();
    }

    List<Partnership> all() {
        return sql.sql("select * from partnership order by applied_on desc, number desc")
                .query(this::partnership)
                .list();
    }

    /// Those of a partner, the latest first.
    List<Partnership> ofPartner(UUID partner) {
        return sql.sql("select * from partnership where partner = :partner order by applied_on desc, number desc")
                .param("partner", partner)
                .query(this::partnership)
                .list();
    }

    /// Those whose admission is over.
    List<UUID> endedBefore(LocalDate day) {
        return sql.sql("select id from partnership where stage = 'FILED' and until_day < :day order by until_day")
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    void update(Partnership it) {
        var rows = sql.sql("""
                        update partnership
                           set stage = :stage, filed_on = :filed_on, until_day = :until, left_on = :left_on,
                               exited_on = :exited_on, reason = :reason, deletion = cast(:deletion as jsonb),
                               version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("filed_on", it.filedOn())
                .param("until", it.until())
                .param("left_on", it.leftOn())
                .param("exited_on", it.exitedOn())
                .param("reason", it.reason())
                .param("deletion", json.text(it.deletion()))
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private static PartnerRules published(ResultSet row, int number) throws SQLException {
        return new PartnerRules(
                new Party(row.getObject("operator", UUID.class), row.getString("operator_name"), "OPERATOR"),
                row.getInt("version"),
                row.getString("admission"),
                row.getString("leaving"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getObject("evidence", UUID.class));
    }

    private Partnership partnership(ResultSet row, int number) throws SQLException {
        return new Partnership(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(row.getObject("operator", UUID.class), row.getString("operator_name"), "OPERATOR"),
                new Party(
                        row.getObject("partner", UUID.class),
                        row.getString("partner_name"),
                        row.getString("partner_kind")),
                PartnershipStage.valueOf(row.getString("stage")),
                row.getString("introduction"),
                json.list(row, "capabilities", Capability.class),
                row.getInt("rules_version"),
                row.getObject("applied_on", LocalDate.class),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                row.getObject("exited_on", LocalDate.class),
                row.getString("reason"),
                json.find(row, "deletion", Partnership.Deletion.class));
    }
}
