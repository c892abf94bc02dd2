package org.mingqu.platform.filings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// National registrations as rows.
@Repository
class NationalStore {

    private final JdbcClient sql;

    NationalStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(NationalRecord it) {
        statement("""
                        insert into national_record (id, case_id, version, number, about, subject, subject_name, holder,
                                holder_name, holder_role, agency, stage, code, certificate, coded_on, valid_until, warned)
                        values (:id, :case_id, :version, :number, :about, :subject, :subject_name, :holder, :holder_name,
                                :holder_role, :agency, :stage, :code, :certificate, :coded_on, :valid_until, :warned)
                        """, it)
                .param("case_id", it.caseId())
                .param("number", it.number())
                .param("about", it.about().name())
                .param("subject", it.subject())
                .param("subject_name", it.subjectName())
                .param("holder", it.holder().id())
                .param("holder_name", it.holder().name())
                .param("holder_role", it.holder().kind())
                .param("agency", it.agency())
                .update();
    }

    /// @throws Refusal.Invalid if another registration has the code
    void update(NationalRecord it) {
        try {
            var rows = statement("""
                            update national_record
                               set stage = :stage, code = :code, certificate = :certificate, coded_on = :coded_on,
                                   valid_until = :valid_until, warned = :warned, version = :version
                             where id = :id and version = :version - 1
                            """, it).update();
            if (rows != 1) {
                throw new Refusal.ChangedMeanwhile();
            }
        } catch (DuplicateKeyException _) {
            throw new Refusal.Invalid(java.util.Map.of("code", "national-code-taken"));
        }
    }

    private JdbcClient.StatementSpec statement(String text, NationalRecord it) {
        return sql.sql(text)
                .param("id", it.id())
                .param("version", it.version())
                .param("stage", it.stage().name())
                .param("code", it.code())
                .param("certificate", it.certificate())
                .param("coded_on", it.codedOn())
                .param("valid_until", it.validUntil())
                .param("warned", it.warned());
    }

    Optional<NationalRecord> find(UUID id) {
        return sql.sql("select * from national_record where id = :id")
                .param("id", id)
                .query(NationalStore::record)
                .optional();
    }

    Optional<NationalRecord> hold(UUID id) {
        return sql.sql("select * from national_record where id = :id for update")
                .param("id", id)
                .query(NationalStore::record)
                .optional();
    }

    /// The registrations of one subject, the latest first.
    List<NationalRecord> of(UUID subject) {
        return sql.sql("select * from national_record where subject = :subject order by number desc")
                .param("subject", subject)
                .query(NationalStore::record)
                .list();
    }

    List<NationalRecord> all() {
        return sql.sql("select * from national_record order by number desc")
                .query(NationalStore::record)
                .list();
    }

    List<NationalRecord> ending(LocalDate soon) {
        return sql.sql("select * from national_record where stage = 'CODED' and valid_until < :soon for update")
                .param("soon", soon)
                .query(NationalStore::record)
                .list();
    }

    private static NationalRecord record(ResultSet row, int number) throws SQLException {
        return new NationalRecord(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                NationalRecord.About.valueOf(row.getString("about")),
                row.getObject("subject", UUID.class),
                row.getString("subject_name"),
                new Party(
                        row.getObject("holder", UUID.class),
                        row.getString("holder_name"),
                        row.getString("holder_role")),
                row.getString("agency"),
                NationalRecord.RecordStage.valueOf(row.getString("stage")),
                row.getString("code"),
                row.getString("certificate"),
                row.getObject("coded_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("warned"));
    }
}
