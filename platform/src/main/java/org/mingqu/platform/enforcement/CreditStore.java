package org.mingqu.platform.enforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Credit records as rows.
@Repository
class CreditStore {

    private final JdbcClient sql;

    CreditStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CreditRecord it) {
        sql.sql("""
                        insert into credit_record (id, case_id, version, number, subject, subject_name, subject_role,
                                rectification, fact, stage, recorded_on, publicity_until)
                        values (:id, :case_id, :version, :number, :subject, :subject_name, :subject_role,
                                :rectification, :fact, :stage, :recorded_on, :publicity_until)
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("subject", it.subject().id())
                .param("subject_name", it.subject().name())
                .param("subject_role", it.subject().kind())
                .param("rectification", it.rectification())
                .param("fact", it.fact())
                .param("stage", it.stage().name())
                .param("recorded_on", it.recordedOn())
                .param("publicity_until", it.publicityUntil())
                .update();
    }

    Optional<CreditRecord> find(UUID id) {
        return sql.sql("select * from credit_record where id = :id")
                .param("id", id)
                .query(CreditStore::record)
                .optional();
    }

    Optional<CreditRecord> hold(UUID id) {
        return sql.sql("select * from credit_record where id = :id for update")
                .param("id", id)
                .query(CreditStore::record)
                .optional();
    }

    List<CreditRecord> all() {
        return sql.sql("select * from credit_record order by recorded_on desc, number desc")
                .query(CreditStore::record)
                .list();
    }

    void update(CreditRecord it) {
        var rows = sql.sql("""
                        update credit_record set stage = :stage, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private static CreditRecord record(ResultSet row, int number) throws SQLException {
        return new CreditRecord(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(
                        row.getObject("subject", UUID.class),
                        row.getString("subject_name"),
                        row.getString("subject_role")),
                row.getObject("rectification", UUID.class),
                row.getString("fact"),
                CreditRecord.CreditStage.valueOf(row.getString("stage")),
                row.getObject("recorded_on", LocalDate.class),
                row.getObject("publicity_until", LocalDate.class));
    }
}
