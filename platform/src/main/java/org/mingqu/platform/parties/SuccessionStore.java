package org.mingqu.platform.parties;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Successions.OrganisationAct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to organisations, as rows.
@Repository
class SuccessionStore {

    private final JdbcClient sql;

    SuccessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Organisation> hold(UUID id) {
        return sql.sql("select id, name, kind, credit_code from organisation where id = :id for update")
                .param("id", id)
                .query((row, number) -> new Organisation(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("credit_code")))
                .optional();
    }

    Optional<UUID> mergedInto(UUID id) {
        return sql.sql("select merged_into from organisation where id = :id and merged_into is not null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    void rename(UUID id, String name) {
        sql.sql("update organisation set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
    }

    /// Its people take their posts along; nobody is left who could act for it.
    void merge(UUID id, UUID successor, LocalDate day) {
        sql.sql("update organisation set merged_into = :successor, merged_on = :day where id = :id")
                .param("id", id)
                .param("successor", successor)
                .param("day", day)
                .update();
        sql.sql("""
                        insert into person_post (person, organisation, role)
                        select person, :successor, role from person_post where organisation = :id
                        on conflict do nothing
                        """).param("id", id).param("successor", successor).update();
        sql.sql("delete from person_post where organisation = :id")
                .param("id", id)
                .update();
    }

    void add(UUID organisation, OrganisationAct it, byte[] document) {
        sql.sql("""
                        insert into organisation_act (organisation, kind, old_name, new_name, successor, basis, document_name,
                                document_sm3, document, day, by_name, at)
                        values (:organisation, :kind, :old_name, :new_name, :successor, :basis, :document_name,
                                :document_sm3, :document, :day, :by_name, :at)
                        """)
                .param("organisation", organisation)
                .param("kind", it.kind().name())
                .param("old_name", it.oldName())
                .param("new_name", it.newName())
                .param("successor", it.successor())
                .param("basis", it.basis())
                .param("document_name", it.documentName())
                .param("document_sm3", it.documentSm3())
                .param("document", document)
                .param("day", it.day())
                .param("by_name", it.by())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The acts about an organisation, and those by which others were merged into it, in their order.
    List<OrganisationAct> acts(UUID organisation) {
        return sql.sql("""
                        select place, kind, old_name, new_name, successor, basis, document_name, document_sm3, day, by_name, at
                          from organisation_act where organisation = :id or successor = :id order by place
                        """)
                .param("id", organisation)
                .query((row, number) -> new OrganisationAct(
                        row.getLong("place"),
                        Successions.SuccessionKind.valueOf(row.getString("kind")),
                        row.getString("old_name"),
                        row.getString("new_name"),
                        row.getObject("successor", UUID.class),
                        row.getString("basis"),
                        row.getString("document_name"),
                        row.getString("document_sm3"),
                        row.getObject("day", LocalDate.class),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<byte[]> document(UUID organisation, long place) {
        return sql.sql("""
                        select document from organisation_act
                         where place = :place and (organisation = :id or successor = :id)
                        """)
                .param("place", place)
                .param("id", organisation)
                .query(byte[].class)
                .optional();
    }
}
