package org.mingqu.platform.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How many entries name an article, for those who show how the Measures are kept.
@Service
@Transactional(readOnly = true)
public class ArticleEvidence {

    private final JdbcClient sql;

    ArticleEvidence(JdbcClient sql) {
        this.sql = sql;
    }

    /// The entries of an article: how many, and when the last was written.
    public record EntriesOfArticle(String article, long count, Instant lastAt) {}

    /// The figures of each article that an entry names.
    public List<EntriesOfArticle> byArticle() {
        return sql.sql("""
                        select article, count(*) as count, max(at) as last_at from evidence_entry
                         where article <> '' group by article
                        """)
                .query((row, number) -> new EntriesOfArticle(
                        row.getString("article"),
                        row.getLong("count"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
