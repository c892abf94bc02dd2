package org.mingqu.platform.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register of duties as rows.
@Repository
class DutyRuleStore {

    private final JdbcClient sql;

    DutyRuleStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Every line that ever held or will hold, by code and day.
    List<DutyRule> all() {
        return sql.sql("select * from duty_rule order by code, from_day")
                .query(DutyRuleStore::rule)
                .list();
    }

    Optional<DutyRule> find(String code, LocalDate from) {
        return sql.sql("select * from duty_rule where code = :code and from_day = :from")
                .param("code", code)
                .param("from", from)
                .query(DutyRuleStore::rule)
                .optional();
    }

    void add(DutyRule it) {
        sql.sql("""
                        insert into duty_rule (code, from_day, owed_by, about, article, basis, standing, cycle, opens,
                                due_days, due_date, accepted_by, form, needs_document, prefilled, discloses, set_by,
                                reason)
                        values (:code, :from, :owed_by, :about, :article, :basis, :standing, :cycle, :opens, :due_days,
                                :due_date, :accepted_by, :form, :needs_document, :prefilled, :discloses, :set_by,
                                :reason)
                        """)
                .param("code", it.code())
                .param("from", it.from())
                .param("owed_by", it.owedBy().name())
                .param("about", it.about().name())
                .param("article", it.article())
                .param("basis", it.basis())
                .param("standing", it.standing().name())
                .param("cycle", it.cycle().name())
                .param("opens", it.opens().name())
                .param("due_days", it.dueDays())
                .param("due_date", it.dueDate())
                .param(
                        "accepted_by",
                        it.acceptedBy() == null ? null : it.acceptedBy().name())
                .param("form", String.join(" ", it.form()))
                .param("needs_document", it.needsDocument())
                .param("prefilled", it.prefilled())
                .param("discloses", it.discloses())
                .param("set_by", it.setBy())
                .param("reason", it.reason())
                .update();
    }

    private static DutyRule rule(ResultSet row, int number) throws SQLException {
        return new DutyRule(
                row.getString("code"),
                row.getObject("from_day", LocalDate.class),
                Role.valueOf(row.getString("owed_by")),
                DutyRule.About.valueOf(row.getString("about")),
                row.getString("article"),
                row.getString("basis"),
                DutyRule.Standing.valueOf(row.getString("standing")),
                Cycle.valueOf(row.getString("cycle")),
                DutyRule.Opens.valueOf(row.getString("opens")),
                row.getObject("due_days", Integer.class),
                row.getString("due_date"),
                acceptor(row.getString("accepted_by")),
                List.of(row.getString("form").split(" ")),
                row.getBoolean("needs_document"),
                row.getBoolean("prefilled"),
                row.getBoolean("discloses"),
                row.getString("set_by"),
                row.getString("reason"));
    }

    private static DutyRule.@Nullable Acceptor acceptor(@Nullable String name) {
        return name == null ? null : DutyRule.Acceptor.valueOf(name);
    }
}
