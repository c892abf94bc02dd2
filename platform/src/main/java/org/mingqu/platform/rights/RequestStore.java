package org.mingqu.platform.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.JsonColumns;
import org.mingqu.platform.web.Paging;
import org.mingqu.warrant.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests of data subjects as rows.
@Repository
class RequestStore {

    private final JdbcClient sql;
    private final JsonColumns json;

    RequestStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void add(RightsRequest it) {
        sql.sql("""
                        insert into rights_request (id, case_id, version, number, kind, stage, organisation, name, subject,
                                department, department_name, resource, title, wish, fields, reason, data_version, at)
                        values (:id, :case, 1, :number, :kind, :stage, :organisation, :name, :subject,
                                :department, :department_name, :resource, :title, :wish, cast(:fields as jsonb), :reason,
                                :data_version, :at)
                        """)
                .param("id", it.id())
                .param("case", it.caseId())
                .param("number", it.number())
                .param("kind", it.kind().name())
                .param("stage", it.stage().name())
                .param("organisation", it.organisation())
                .param("name", it.name())
                .param("subject", it.subject())
                .param("department", it.department())
                .param("department_name", it.departmentName())
                .param("resource", it.resource())
                .param("title", it.title())
                .param("wish", it.wish())
                .param("fields", json.text(it.fields()))
                .param("reason", it.reason())
                .param("data_version", it.dataVersion())
                .param("at", at(it.at()))
                .update();
    }

    void update(RightsRequest it) {
        var rows = sql.sql("""
                        update rights_request
                           set stage = :stage, version = :version, answer = :answer, answered_at = :answered_at,
                               outcome = cast(:outcome as jsonb)
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("version", it.version())
                .param("answer", it.answer())
                .param("answered_at", it.answeredAt() == null ? null : at(it.answeredAt()))
                .param("outcome", json.text(it.outcome()))
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    Optional<RightsRequest> find(UUID id) {
        return sql.sql("select * from rights_request where id = :id")
                .param("id", id)
                .query(this::request)
                .optional();
    }

    /// The request, held until the transaction ends.
    Optional<RightsRequest> hold(UUID id) {
        return sql.sql("select * from rights_request where id = :id for update")
                .param("id", id)
                .query(this::request)
                .optional();
    }

    /// Whose requests a list is of.
    ///
    /// @param organisation of a data subject, or null
    /// @param department that decides, or null
    record Search(@Nullable UUID organisation, @Nullable UUID department) {}

    private static final String FOUND = """
            from rights_request
             where (cast(:organisation as uuid) is null or organisation = :organisation)
               and (cast(:department as uuid) is null or (department = :department and kind <> 'COMPLAINT'))""";

    List<RightsRequest> list(Search search, Paging paging) {
        return sql.sql("select * " + FOUND + " order by at desc, id limit :size offset :offset")
                .param("organisation", search.organisation())
                .param("department", search.department())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::request)
                .list();
    }

    long count(Search search) {
        return sql.sql("select count(*) " + FOUND)
                .param("organisation", search.organisation())
                .param("department", search.department())
                .query(Long.class)
                .single();
    }

    /// Whether the same is asked already and open.
    boolean isOpen(String subject, RequestKind kind, UUID resource) {
        return sql.sql("""
                        select exists (select 1 from rights_request
                         where subject = :subject and kind = :kind and resource = :resource
                           and stage in ('SUBMITTED', 'EXAMINING', 'EXTENDED', 'CORRECTING'))
                        """)
                .param("subject", subject)
                .param("kind", kind.name())
                .param("resource", resource)
                .query(Boolean.class)
                .single();
    }

    /// The subjects whose rows of a resource are held back: their objection was upheld and is not carried out yet.
    List<String> held(UUID resource) {
        return sql.sql("""
                        select distinct subject from rights_request
                         where resource = :resource and stage = 'CORRECTING' order by subject
                        """).param("resource", resource).query(String.class).list();
    }

    private RightsRequest request(ResultSet row, int number) throws SQLException {
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        return new RightsRequest(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                RequestKind.valueOf(row.getString("kind")),
                RequestStage.valueOf(row.getString("stage")),
                row.getObject("organisation", UUID.class),
                row.getString("name"),
                row.getString("subject"),
                row.getObject("department", UUID.class),
                row.getString("department_name"),
                row.getObject("resource", UUID.class),
                row.getString("title"),
                row.getString("wish"),
                json.list(row, "fields", String.class),
                row.getString("reason"),
                row.getInt("data_version"),
                row.getString("answer"),
                answered == null ? null : answered.toInstant(),
                json.find(row, "outcome", Answer.SubjectChange.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
