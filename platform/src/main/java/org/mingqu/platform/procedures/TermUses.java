package org.mingqu.platform.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which tasks went by a term of the register.
@Component
public class TermUses {

    private final JdbcClient sql;

    TermUses(JdbcClient sql) {
        this.sql = sql;
    }

    /// A task under a term.
    ///
    /// @param number of its case
    /// @param doneOn null while it is open
    public record TermUse(
            String number, String organisation, LocalDate receivedOn, LocalDate due, @Nullable LocalDate doneOn) {}

    /// The tasks under a term that are open or were received from a day on.
    public List<TermUse> of(String term, LocalDate since, ZoneId zone) {
        return sql.sql("""
                        select c.number, t.organisation_name, t.received_on, t.due, t.done, t.done_at
                          from case_task t join case_file c on c.id = t.case_id
                         where t.term = :term and t.due is not null and (not t.done or t.received_on >= :since)
                         order by t.received_on
                        """)
                .param("term", term)
                .param("since", since)
                .query((row, _) -> use(row, zone))
                .list();
    }

    private static TermUse use(ResultSet row, ZoneId zone) throws SQLException {
        var doneAt = row.getObject("done_at", OffsetDateTime.class);
        return new TermUse(
                row.getString("number"),
                row.getString("organisation_name"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                doneAt == null ? null : LocalDate.ofInstant(doneAt.toInstant(), zone));
    }
}
