package org.mingqu.platform.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests to the city and its answers as rows.
@Repository
class CityRequestStore {

    private static final String SELECT = """
            select id, case_id, version, number, stage, origin, reach, title, what, why, department, department_name,
                   sent_on, due, provisional
              from city_request\s""";

    private final JdbcClient sql;

    CityRequestStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CityRequest it) {
        sql.sql("""
                        insert into city_request (id, case_id, version, number, stage, origin, reach, title, what, why,
                                department, department_name, sent_on, due, provisional)
                        values (:id, :case, :version, :number, :stage, :origin, :reach, :title, :what, :why,
                                :department, :departmentName, :sentOn, :due, :provisional)
                        """)
                .param("id", it.id())
                .param("case", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("stage", it.stage().name())
                .param("origin", it.origin())
                .param("reach", it.reach().name())
                .param("title", it.title())
                .param("what", it.what())
                .param("why", it.why())
                .param(
                        "department",
                        it.department() == null ? null : it.department().id())
                .param(
                        "departmentName",
                        it.department() == null ? null : it.department().name())
                .param("sentOn", it.sentOn())
                .param("due", it.due().lastDay())
                .param("provisional", it.due().provisional())
                .update();
    }

    void update(CityRequest it) {
        var rows = sql.sql("""
                        update city_request
                           set stage = :stage, due = :due, provisional = :provisional, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("due", it.due().lastDay())
                .param("provisional", it.due().provisional())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    Optional<CityRequest> find(UUID id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(CityRequestStore::request)
                .optional();
    }

    /// The request, held until the transaction ends.
    Optional<CityRequest> hold(UUID id) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(CityRequestStore::request)
                .optional();
    }

    List<CityRequest> all() {
        return sql.sql(SELECT + "order by sent_on desc, number desc")
                .query(CityRequestStore::request)
                .list();
    }

    /// The requests that a case has led to.
    List<CityRequest> of(UUID origin) {
        return sql.sql(SELECT + "where origin = :origin order by number")
                .param("origin", origin)
                .query(CityRequestStore::request)
                .list();
    }

    void record(UUID request, CityRequest.Recorded it) {
        sql.sql("""
                        insert into city_reply (reference, request, kind, text, by_name, at)
                        values (:reference, :request, :kind, :text, :by, :at)
                        """)
                .param("reference", it.reference())
                .param("request", request)
                .param("kind", it.kind().name())
                .param("text", it.text())
                .param("by", it.by())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// For which request, and as what, an answer of that number was recorded.
    Optional<CityAnswer> recorded(String reference) {
        return sql.sql("select request, reference, kind, text from city_reply where reference = :reference")
                .param("reference", reference)
                .query((row, _) -> new CityAnswer(
                        row.getObject("request", UUID.class),
                        row.getString("reference"),
                        CityAnswer.Kind.valueOf(row.getString("kind")),
                        row.getString("text")))
                .optional();
    }

    List<CityRequest.Recorded> answers(UUID request) {
        return sql.sql(
                        "select reference, kind, text, by_name, at from city_reply where request = :request order by place")
                .param("request", request)
                .query((row, _) -> new CityRequest.Recorded(
                        row.getString("reference"),
                        CityAnswer.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static CityRequest request(ResultSet row, int number) throws SQLException {
        return new CityRequest(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                CityRequest.Stage.valueOf(row.getString("stage")),
                row.getObject("origin", UUID.class),
                CityRequest.Reach.valueOf(row.getString("reach")),
                row.getString("title"),
                row.getString("what"),
                row.getString("why"),
                department(row),
                row.getObject("sent_on", LocalDate.class),
                new Deadline(row.getObject("due", LocalDate.class), row.getBoolean("provisional")));
    }

    private static @Nullable Party department(ResultSet row) throws SQLException {
        var id = row.getObject("department", UUID.class);
        return id == null ? null : new Party(id, row.getString("department_name"), "SOURCE");
    }
}
