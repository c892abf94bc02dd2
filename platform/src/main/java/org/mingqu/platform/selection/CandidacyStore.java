package org.mingqu.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.selection.Candidacy.Answer;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Applications to become operator as rows.
@Repository
class CandidacyStore {

    private static final String COLUMNS = """
            id, call, case_id, version, number, organisation, organisation_name, organisation_kind, stage, answers,
            defects, returned, filed_at, filing, proposed""";
    private static final TypeReference<Map<Requirement, Answer>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<Requirement, String>> DEFECTS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonColumns json;

    CandidacyStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    /// Adds a draft.
    ///
    /// @throws Refusal.ChangedMeanwhile if the organisation has an application for this selection already
    void add(Candidacy it) {
        try {
            sql.sql("""
                            insert into selection_candidacy (id, call, case_id, version, number, organisation,
                                    organisation_name, organisation_kind, stage, answers, defects, returned, proposed)
                            values (:id, :call, :case_id, :version, :number, :organisation, :organisation_name,
                                    :organisation_kind, :stage, cast(:answers as jsonb), cast(:defects as jsonb), false,
                                    false)
                            """)
                    .param("id", it.id())
                    .param("call", it.call())
                    .param("case_id", it.caseId())
                    .param("version", it.version())
                    .param("number", it.number())
                    .param("organisation", it.organisation().id())
                    .param("organisation_name", it.organisation().name())
                    .param("organisation_kind", it.organisation().kind())
                    .param("stage", it.stage().name())
                    .param("answers", json.text(it.answers()))
                    .param("defects", json.text(it.defects()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    Optional<Candidacy> find(UUID id) {
        return sql.sql("select %s from selection_candidacy where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::candidacy)
                .optional();
    }

    /// The application, held until the transaction ends.
    Optional<Candidacy> hold(UUID id) {
        return sql.sql("select %s from selection_candidacy where id = :id for update".formatted(COLUMNS))
                .param("id", id)
                .query(this::candidacy)
                .optional();
    }

    List<Candidacy> of(UUID call) {
        return sql.sql("select %s from selection_candidacy where call = :call order by filed_at, number"
                        .formatted(COLUMNS))
                .param("call", call)
                .query(this::candidacy)
                .list();
    }

    /// The application that an organisation has and has not withdrawn.
    Optional<Candidacy> of(UUID call, UUID organisation) {
        return of(call).stream()
                .filter(it -> it.organisation().id().equals(organisation))
                .filter(it -> it.stage() != CandidacyStage.WITHDRAWN)
                .findFirst();
    }

    void update(Candidacy it) {
        var rows = sql.sql("""
                        update selection_candidacy
                           set stage = :stage, answers = cast(:answers as jsonb), defects = cast(:defects as jsonb),
                               returned = :returned, filed_at = :filed_at, filing = :filing, proposed = :proposed,
                               version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("answers", json.text(it.answers()))
                .param("defects", json.text(it.defects()))
                .param("returned", it.returned())
                .param("filed_at", it.filedAt() == null ? null : it.filedAt().atOffset(ZoneOffset.UTC))
                .param("filing", it.filing())
                .param("proposed", it.proposed())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
    }

    private Candidacy candidacy(ResultSet row, int number) throws SQLException {
        var filed = row.getObject("filed_at", OffsetDateTime.class);
        return new Candidacy(
                row.getObject("id", UUID.class),
                row.getObject("call", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Party(
                        row.getObject("organisation", UUID.class),
                        row.getString("organisation_name"),
                        row.getString("organisation_kind")),
                CandidacyStage.valueOf(row.getString("stage")),
                json.read(row, "answers", ANSWERS),
                json.read(row, "defects", DEFECTS),
                row.getBoolean("returned"),
                filed == null ? null : filed.toInstant(),
                row.getObject("filing", UUID.class),
                row.getBoolean("proposed"));
    }
}
