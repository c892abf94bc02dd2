package org.mingqu.platform.evidence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The entries of a case, for whoever hands the case on with its evidence.
@Service
@Transactional(readOnly = true)
public class CaseEvidence {

    private final JdbcClient sql;

    CaseEvidence(JdbcClient sql) {
        this.sql = sql;
    }

    /// An entry as it is in the log.
    ///
    /// @param index its place in the log; null while it is on its way there
    /// @param leaf SM3 of the entry as a leaf, lower-case hex
    /// @param content canonical JSON
    public record KeptEntry(UUID id, @Nullable Long index, String leaf, String content) {}

    /// All entries of a case, in the order in which they were written.
    public List<KeptEntry> of(UUID caseId) {
        return sql.sql("""
                        select id, log_index, leaf, content from evidence_entry
                         where case_id = :case and audience = 'PARTIES' order by place
                        """)
                .param("case", caseId)
                .query((row, number) -> new KeptEntry(
                        row.getObject("id", UUID.class),
                        row.getObject("log_index", Long.class),
                        row.getString("leaf"),
                        row.getString("content")))
                .list();
    }
}
