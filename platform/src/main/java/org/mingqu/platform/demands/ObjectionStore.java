package org.mingqu.platform.demands;

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

/// Objections to the catalogue as rows.
@Repository
class ObjectionStore {

    private static final String SELECT = """
            select id, case_id, version, number, stage, objector, objector_name, objector_role, resource, title, department,
                   department_name, kind, text, answer, raised_on
              from catalogue_objection\s""";

    private final JdbcClient sql;

    ObjectionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Objection it) {
        sql.sql("""
                        insert into catalogue_objection (id, case_id, version, number, stage, objector, objector_name,
                                objector_role, resource, title, department, department_name, kind, text, answer, raised_on)
                        values (:id, :case, :version, :number, :stage, :objector, :objectorName, :objectorRole, :resource,
                                :title, :department, :departmentName, :kind, :text, '', :on)
                        """)
                .param("id", it.id())
                .param("case", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("stage", it.stage().name())
                .param("objector", it.objector().id())
                .param("objectorName", it.objector().name())
                .param("objectorRole", it.objector().kind())
                .param("resource", it.resource())
                .param("title", it.title())
                .param("department", it.department().id())
                .param("departmentName", it.department().name())
                .param("kind", it.kind().name())
                .param("text", it.text())
                .param("on", it.raisedOn())
                .update();
    }

    void update(Objection it) {
        var rows = sql.sql("""
                        update catalogue_objection set stage = :stage, answer = :answer, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("answer", it.answer())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    Optional<Objection> find(UUID id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(ObjectionStore::objection)
                .optional();
    }

    /// The objection, held until the transaction ends.
    Optional<Objection> hold(UUID id) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(ObjectionStore::objection)
                .optional();
    }

    List<Objection> all() {
        return sql.sql(SELECT + "order by raised_on desc, number desc")
                .query(ObjectionStore::objection)
                .list();
    }

    private static Objection objection(ResultSet row, int number) throws SQLException {
        return new Objection(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                Objection.Stage.valueOf(row.getString("stage")),
                new Party(
                        row.getObject("objector", UUID.class),
                        row.getString("objector_name"),
                        row.getString("objector_role")),
                row.getObject("resource", UUID.class),
                row.getString("title"),
                new Party(row.getObject("department", UUID.class), row.getString("department_name"), "SOURCE"),
                Objection.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("answer"),
                row.getObject("raised_on", LocalDate.class));
    }
}
