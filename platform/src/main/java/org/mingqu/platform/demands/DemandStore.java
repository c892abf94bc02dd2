package org.mingqu.platform.demands;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Demands and who supports them as rows.
@Repository
class DemandStore {

    private static final String SELECT = """
            select id, case_id, version, number, stage, poster, poster_name, poster_role, title, scenario, fields, why,
                   department, department_name, resource, answer, posted_on
              from data_demand\s""";

    private final JdbcClient sql;
    private final JsonColumns json;

    DemandStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Demand it) {
        sql.sql("""
                        insert into data_demand (id, case_id, version, number, stage, poster, poster_name, poster_role, title,
                                scenario, fields, why, answer, posted_on)
                        values (:id, :case, :version, :number, :stage, :poster, :posterName, :posterRole, :title,
                                :scenario, cast(:fields as jsonb), :why, '', :on)
                        """)
                .param("id", it.id())
                .param("case", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("stage", it.stage().name())
                .param("poster", it.poster().id())
                .param("posterName", it.poster().name())
                .param("posterRole", it.poster().kind())
                .param("title", it.title())
                .param("scenario", it.scenario())
                .param("fields", json.text(it.fields()))
                .param("why", it.why())
                .param("on", it.postedOn())
                .update();
    }

    void update(Demand it) {
        var department = it.department();
        var rows = sql.sql("""
                        update data_demand
                           set stage = :stage, department = :department, department_name = :departmentName,
                               resource = :resource, answer = :answer, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("department", department == null ? null : department.id())
                .param("departmentName", department == null ? null : department.name())
                .param("resource", it.resource())
                .param("answer", it.answer())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    Optional<Demand> find(UUID id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::demand)
                .optional();
    }

    /// The demand, held until the transaction ends.
    Optional<Demand> hold(UUID id) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(this::demand)
                .optional();
    }

    List<Demand> all() {
        return sql.sql(SELECT + "order by posted_on desc, number desc")
                .query(this::demand)
                .list();
    }

    /// An organisation needs the same; saying it twice counts once.
    void support(UUID demand, UUID organisation) {
        sql.sql(
                        "insert into data_demand_support (demand, organisation) values (:demand, :organisation) on conflict do nothing")
                .param("demand", demand)
                .param("organisation", organisation)
                .update();
    }

    List<UUID> supporters(UUID demand) {
        return sql.sql("select organisation from data_demand_support where demand = :demand")
                .param("demand", demand)
                .query(UUID.class)
                .list();
    }

    private Demand demand(ResultSet row, int number) throws SQLException {
        var department = row.getObject("department", UUID.class);
        return new Demand(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                Demand.Stage.valueOf(row.getString("stage")),
                new Party(
                        row.getObject("poster", UUID.class),
                        row.getString("poster_name"),
                        row.getString("poster_role")),
                row.getString("title"),
                row.getString("scenario"),
                json.list(row, "fields", String.class),
                row.getString("why"),
                department == null ? null : new Party(department, row.getString("department_name"), "SOURCE"),
                row.getObject("resource", UUID.class),
                row.getString("answer"),
                row.getObject("posted_on", LocalDate.class));
    }
}
