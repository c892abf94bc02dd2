package org.mingqu.platform.parties;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Hands the running rows of a room's own table on to who goes on for an organisation. Called by the room
/// whose table it is, when it hears of an [OrganisationSucceeded].
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Handover {

    private final JdbcClient sql;
    private final Clock clock;

    Handover(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Hands rows on. All but the event are words of the calling code, never of a person. The condition may name
    /// `:before`, `:after` and `:today`, the day of the platform's clock.
    ///
    /// @param table the room's own
    /// @param id the column of the organisation's id
    /// @param name the column of its name
    /// @param running the condition of a row that is not over
    /// @return how many rows
    public int hand(OrganisationSucceeded it, String table, String id, String name, String running) {
        return sql.sql("update %s set %s = :after, %s = :name where %s = :before and (%s)"
                        .formatted(table, id, name, id, running))
                .param("before", it.before())
                .param("today", LocalDate.now(clock))
                .param("after", it.after().id())
                .param("name", it.after().name())
                .update();
    }

    /// Hands rows on that keep no name.
    public int hand(OrganisationSucceeded it, String table, String id, String running) {
        return sql.sql("update %s set %s = :after where %s = :before and (%s)".formatted(table, id, id, running))
                .param("before", it.before())
                .param("today", LocalDate.now(clock))
                .param("after", it.after().id())
                .update();
    }
}
