package org.mingqu.platform.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Decisions that wait for a colleague's signature, as rows.
@Repository
class CountersignStore {

    private static final String SELECT = """
            select id, case_id, case_version, step, opinion, asker, asker_name, organisation, organisation_name, role,
                   colleague, colleague_name, asked_at, state, answer, answered_at
              from countersignature\s""";

    private final JdbcClient sql;

    CountersignStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Where it stands.
    enum State {
        ASKED,
        SIGNED,
        DECLINED,
        WITHDRAWN
    }

    /// A decision that waits.
    ///
    /// @param asker who decides, once the colleague has signed
    /// @param caseVersion of the case when it was asked
    record Countersignature(
            UUID id,
            UUID caseId,
            int caseVersion,
            String step,
            String opinion,
            Actor asker,
            UUID colleague,
            String colleagueName,
            Instant askedAt,
            State state,
            String answer,
            @Nullable Instant answeredAt) {}

    void add(Countersignature it) {
        sql.sql("""
                        insert into countersignature (id, case_id, case_version, step, opinion, asker, asker_name,
                                organisation, organisation_name, role, colleague, colleague_name, asked_at, state, answer)
                        values (:id, :case, :version, :step, :opinion, :asker, :askerName, :organisation,
                                :organisationName, :role, :colleague, :colleagueName, :at, :state, '')
                        """)
                .param("id", it.id())
                .param("case", it.caseId())
                .param("version", it.caseVersion())
                .param("step", it.step())
                .param("opinion", it.opinion())
                .param("asker", it.asker().person())
                .param("askerName", it.asker().personName())
                .param("organisation", it.asker().organisation())
                .param("organisationName", it.asker().organisationName())
                .param("role", it.asker().role().name())
                .param("colleague", it.colleague())
                .param("colleagueName", it.colleagueName())
                .param("at", it.askedAt().atOffset(ZoneOffset.UTC))
                .param("state", it.state().name())
                .update();
    }

    void answered(UUID id, State state, String answer, Instant at) {
        sql.sql("update countersignature set state = :state, answer = :answer, answered_at = :at where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("answer", answer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The decision, held until the transaction ends.
    Optional<Countersignature> hold(UUID id) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(CountersignStore::row)
                .optional();
    }

    List<Countersignature> of(UUID caseId, UUID organisation) {
        return sql.sql(SELECT + "where case_id = :case and organisation = :organisation order by asked_at")
                .param("case", caseId)
                .param("organisation", organisation)
                .query(CountersignStore::row)
                .list();
    }

    List<Countersignature> waitingFor(UUID colleague, UUID organisation, Role role) {
        return sql.sql(
                        SELECT
                                + "where colleague = :colleague and organisation = :organisation and role = :role and state = 'ASKED' order by asked_at")
                .param("colleague", colleague)
                .param("organisation", organisation)
                .param("role", role.name())
                .query(CountersignStore::row)
                .list();
    }

    private static Countersignature row(ResultSet row, int number) throws SQLException {
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Countersignature(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("case_version"),
                row.getString("step"),
                row.getString("opinion"),
                new Actor(
                        row.getObject("asker", UUID.class),
                        row.getString("asker_name"),
                        row.getObject("organisation", UUID.class),
                        row.getString("organisation_name"),
                        Role.valueOf(row.getString("role"))),
                row.getObject("colleague", UUID.class),
                row.getString("colleague_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("answer"),
                answered == null ? null : answered.toInstant());
    }
}
