package org.mingqu.platform.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Proven identities, and the looks at what is about them, as rows.
@Repository
class IdentityStore {

    private final JdbcClient sql;

    IdentityStore(JdbcClient sql) {
        this.sql = sql;
    }

    void save(Identity it) {
        sql.sql("""
                        insert into rights_identity (organisation, kind, subject, provider, proven_at)
                        values (:organisation, :kind, :subject, :provider, :at)
                        on conflict (organisation) do update
                           set kind = excluded.kind, subject = excluded.subject, provider = excluded.provider,
                               proven_at = excluded.proven_at
                        """)
                .param("organisation", it.organisation())
                .param("kind", it.kind())
                .param("subject", it.subject())
                .param("provider", it.provider())
                .param("at", RequestStore.at(it.provenAt()))
                .update();
    }

    Optional<Identity> find(UUID organisation) {
        return sql.sql("select * from rights_identity where organisation = :organisation")
                .param("organisation", organisation)
                .query(IdentityStore::identity)
                .optional();
    }

    /// A look at what is about a subject.
    ///
    /// @param what DATA for where rows are, COPY for the rows by the subject, ROWS for the rows by the department
    void look(String subject, OffsetDateTime at, Actor by, String what, String title, @Nullable UUID request) {
        sql.sql("""
                        insert into rights_look (subject, at, organisation_name, person_name, what, title, request)
                        values (:subject, :at, :organisation, :person, :what, :title, :request)
                        """)
                .param("subject", subject)
                .param("at", at)
                .param("organisation", by.organisationName())
                .param("person", by.personName())
                .param("what", what)
                .param("title", title)
                .param("request", request)
                .update();
    }

    List<SubjectViews.LookView> looks(String subject, int most) {
        return sql.sql("select * from rights_look where subject = :subject order by place desc limit :most")
                .param("subject", subject)
                .param("most", most)
                .query((row, number) -> new SubjectViews.LookView(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("organisation_name"),
                        row.getString("person_name"),
                        row.getString("what"),
                        row.getString("title"),
                        row.getObject("request", UUID.class)))
                .list();
    }

    private static Identity identity(ResultSet row, int number) throws SQLException {
        return new Identity(
                row.getObject("organisation", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("provider"),
                row.getObject("proven_at", OffsetDateTime.class).toInstant());
    }
}
