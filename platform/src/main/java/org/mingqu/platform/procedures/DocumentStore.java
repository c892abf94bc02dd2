package org.mingqu.platform.procedures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Documents of cases as rows.
@Repository
class DocumentStore {

    private final JdbcClient sql;

    DocumentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A document, without its bytes.
    ///
    /// @param sm3 of the bytes, lower-case hex
    record DocumentView(UUID id, String name, String mediaType, long size, String sm3, String by, Instant at) {}

    void add(DocumentView it, UUID caseId, byte[] content) {
        sql.sql("""
                        insert into case_document (id, case_id, name, media_type, size, sm3, by_name, at, content)
                        values (:id, :case, :name, :type, :size, :sm3, :by, :at, :content)
                        """)
                .param("id", it.id())
                .param("case", caseId)
                .param("name", it.name())
                .param("type", it.mediaType())
                .param("size", it.size())
                .param("sm3", it.sm3())
                .param("by", it.by())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
    }

    List<DocumentView> of(UUID caseId) {
        return sql.sql("""
                        select id, name, media_type, size, sm3, by_name, at from case_document
                         where case_id = :case order by at
                        """)
                .param("case", caseId)
                .query((row, number) -> new DocumentView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sm3"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<UUID> caseOf(UUID document) {
        return sql.sql("select case_id from case_document where id = :id")
                .param("id", document)
                .query(UUID.class)
                .optional();
    }

    byte[] content(UUID document) {
        return sql.sql("select content from case_document where id = :id")
                .param("id", document)
                .query(byte[].class)
                .single();
    }
}
