package org.mingqu.platform.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Authorisations of data subjects as rows.
@Repository
class AuthorisationStore {

    private final JdbcClient sql;

    AuthorisationStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(SubjectAuthorisation it) {
        sql.sql("""
                        insert into rights_authorisation (id, organisation, subject, workspace, partner_name, scenario,
                                given_at, until_day, evidence)
                        values (:id, :organisation, :subject, :workspace, :partner, :scenario, :at, :until, :evidence)
                        """)
                .param("id", it.id())
                .param("organisation", it.organisation())
                .param("subject", it.subject())
                .param("workspace", it.workspace())
                .param("partner", it.partnerName())
                .param("scenario", it.scenario())
                .param("at", RequestStore.at(it.givenAt()))
                .param("until", it.until())
                .param("evidence", it.evidence())
                .update();
    }

    List<SubjectAuthorisation> of(UUID organisation) {
        return sql.sql("select * from rights_authorisation where organisation = :organisation order by given_at desc")
                .param("organisation", organisation)
                .query(AuthorisationStore::authorisation)
                .list();
    }

    /// An authorisation, held until the transaction ends.
    Optional<SubjectAuthorisation> hold(UUID id) {
        return sql.sql("select * from rights_authorisation where id = :id for update")
                .param("id", id)
                .query(AuthorisationStore::authorisation)
                .optional();
    }

    boolean isGiven(String subject, UUID workspace) {
        return sql.sql("""
                        select exists (select 1 from rights_authorisation
                         where subject = :subject and workspace = :workspace and ended_at is null)
                        """)
                .param("subject", subject)
                .param("workspace", workspace)
                .query(Boolean.class)
                .single();
    }

    void withdraw(UUID id, Instant at) {
        sql.sql("update rights_authorisation set ended_at = :at, ended_by = 'WITHDRAWN' where id = :id")
                .param("id", id)
                .param("at", RequestStore.at(at))
                .update();
    }

    /// Ends those whose term is over.
    ///
    /// @return how many
    int expire(UUID workspace, LocalDate day, Instant at) {
        return sql.sql("""
                        update rights_authorisation set ended_at = :at, ended_by = 'EXPIRED'
                         where workspace = :workspace and ended_at is null and until_day < :day
                        """)
                .param("workspace", workspace)
                .param("day", day)
                .param("at", RequestStore.at(at))
                .update();
    }

    /// Who has authorised a workspace, and not taken it back.
    List<String> subjects(UUID workspace) {
        return sql.sql("""
                        select subject from rights_authorisation
                         where workspace = :workspace and ended_at is null order by subject
                        """).param("workspace", workspace).query(String.class).list();
    }

    private static SubjectAuthorisation authorisation(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new SubjectAuthorisation(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("subject"),
                row.getObject("workspace", UUID.class),
                row.getString("partner_name"),
                row.getString("scenario"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_day", LocalDate.class),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getObject("evidence", UUID.class));
    }
}
