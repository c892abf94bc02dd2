package org.mingqu.platform.authorisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Applications as rows.
@Repository
class ApplicationStore {

    private static final String COLUMNS = """
            id, case_id, version, number, stage, applicant, applicant_name, applicant_role, scenario, items, agreement,
            based_on, fast""";

    private final JdbcClient sql;
    private final JsonColumns json;

    ApplicationStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Application it) {
        sql.sql("""
                        insert into application (id, case_id, version, number, stage, applicant, applicant_name,
                                applicant_role, scenario, items)
                        values (:id, :case_id, :version, :number, :stage, :applicant, :applicant_name, :applicant_role,
                                cast(:scenario as jsonb), cast(:items as jsonb))
                        """)
                .param("id", it.id())
                .param("case_id", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("stage", it.stage().name())
                .param("applicant", it.applicant().id())
                .param("applicant_name", it.applicant().name())
                .param("applicant_role", it.applicant().kind())
                .param("scenario", json.text(it.scenario()))
                .param("items", json.text(it.items()))
                .update();
    }

    Optional<Application> find(UUID id) {
        return sql.sql("select %s from application where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::application)
                .optional();
    }

    /// The application, held until the transaction ends.
    Optional<Application> hold(UUID id) {
        return sql.sql("select %s from application where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::application)
                .optional();
    }

    /// The applications of an organisation that were granted, the latest first.
    List<Application> grantedTo(UUID applicant) {
        return sql.sql(
                        "select %s from application where applicant = :applicant and stage = 'GRANTED' order by number desc"
                                .formatted(COLUMNS))
                .param("applicant", applicant)
                .query(this::application)
                .list();
    }

    void update(Application it) {
        var rows = sql.sql("""
                        update application
                           set stage = :stage, scenario = cast(:scenario as jsonb), items = cast(:items as jsonb),
                               agreement = :agreement, based_on = :based_on, fast = :fast, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("scenario", json.text(it.scenario()))
                .param("items", json.text(it.items()))
                .param("agreement", it.agreement())
                .param("based_on", it.basedOn())
                .param("fast", it.fast())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private Application application(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                Stage.valueOf(row.getString("stage")),
                new Party(
                        row.getObject("applicant", UUID.class),
                        row.getString("applicant_name"),
                        row.getString("applicant_role")),
                json.read(row, "scenario", Scenario.class),
                json.list(row, "items", Application.Item.class),
                row.getObject("agreement", UUID.class),
                row.getObject("based_on", UUID.class),
                row.getBoolean("fast"));
    }
}
