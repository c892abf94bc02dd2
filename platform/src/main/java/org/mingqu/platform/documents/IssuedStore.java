package org.mingqu.platform.documents;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps what was issued; never a document itself.
@Repository
class IssuedStore {

    private final JdbcClient sql;

    IssuedStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(IssuedDocument document) {
        sql.sql("""
                        insert into issued_document (code, kind, number, title, organisation, organisation_name, organisation_kind, at,
                                                     sm3, evidence)
                        values (:code, :kind, :number, :title, :organisation, :name, :kindOf, :at, :sm3, :evidence)
                        """)
                .param("code", document.code())
                .param("kind", document.kind())
                .param("number", document.number())
                .param("title", document.title())
                .param("organisation", document.issuer().id())
                .param("name", document.issuer().name())
                .param("kindOf", document.issuer().kind())
                .param("at", document.at().atOffset(ZoneOffset.UTC))
                .param("sm3", document.sm3())
                .param("evidence", document.evidence())
                .update();
    }

    Optional<IssuedDocument> find(String code) {
        return sql.sql("select * from issued_document where code = :code")
                .param("code", code)
                .query((row, _) -> new IssuedDocument(
                        row.getString("code"),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getString("title"),
                        new Party(
                                row.getObject("organisation", UUID.class),
                                row.getString("organisation_name"),
                                row.getString("organisation_kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("sm3"),
                        row.getObject("evidence", UUID.class)))
                .optional();
    }
}
