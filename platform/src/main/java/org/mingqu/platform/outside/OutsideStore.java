package org.mingqu.platform.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.outside.OutsideMessage.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Messages to and words from counterparts as rows.
@Repository
class OutsideStore {

    private final JdbcClient sql;

    OutsideStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID id, Counterpart to, String kind, UUID subject, String article, String body, Instant now) {
        sql.sql("""
                        insert into outside_message (id, counterpart, kind, subject, article, body, state, tries, created_at,
                                next_try)
                        values (:id, :counterpart, :kind, :subject, :article, :body, 'WAITING', 0, :now, :now)
                        """)
                .param("id", id)
                .param("counterpart", to.name())
                .param("kind", kind)
                .param("subject", subject)
                .param("article", article)
                .param("body", body)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Takes the next that is due for one try: nobody else tries it until the lease is over. What is about the same
    /// subject waits for what was sent before it.
    Optional<OutsideMessage> take(Instant now, Duration lease) {
        return sql.sql("""
                        update outside_message set tries = tries + 1, next_try = :until
                         where id = (select m.id from outside_message m
                                      where m.state = 'WAITING' and m.next_try <= :now
                                        and not exists (select 1 from outside_message o
                                                         where o.counterpart = m.counterpart and o.subject = m.subject
                                                           and o.place < m.place and o.state in ('WAITING', 'STUCK'))
                                      order by m.next_try, m.place limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .query(OutsideStore::message)
                .optional();
    }

    /// Takes an answer.
    ///
    /// @return false if one was taken before, or it was given up
    boolean answered(UUID id, String answer, Instant now) {
        return sql.sql("""
                        update outside_message
                           set state = 'ANSWERED', answer = :answer, answered_at = :now, fault = null, fault_at = null
                         where id = :id and state in ('WAITING', 'STUCK')
                        """)
                        .param("id", id)
                        .param("answer", answer)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @param again null if it is not tried by itself any more
    void failed(UUID id, String fault, Instant now, @Nullable Duration again) {
        sql.sql("""
                        update outside_message set state = :state, fault = :fault, fault_at = :now, next_try = :next
                         where id = :id and state = 'WAITING'
                        """)
                .param("id", id)
                .param("state", (again == null ? State.STUCK : State.WAITING).name())
                .param("fault", fault)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("next", (again == null ? now : now.plus(again)).atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<OutsideMessage> hold(UUID id) {
        return sql.sql("select * from outside_message where id = :id for update")
                .param("id", id)
                .query(OutsideStore::message)
                .optional();
    }

    void retry(UUID id, Instant now) {
        sql.sql("update outside_message set state = 'WAITING', tries = 0, next_try = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void giveUp(UUID id, String reason) {
        sql.sql("update outside_message set state = 'GIVEN_UP', reason = :reason where id = :id")
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    /// What waits and what is stuck, and of the rest the latest.
    List<OutsideMessage> latest(int most) {
        return sql.sql("""
                        select * from outside_message
                         order by (state in ('WAITING', 'STUCK')) desc, place desc limit :most
                        """).param("most", most).query(OutsideStore::message).list();
    }

    /// The messages about a subject, in their order.
    List<OutsideMessage> about(UUID subject) {
        return sql.sql("select * from outside_message where subject = :subject order by place")
                .param("subject", subject)
                .query(OutsideStore::message)
                .list();
    }

    /// Writes down that a word was heard.
    ///
    /// @return false if it was heard before
    boolean hear(Counterpart from, String id, String kind, UUID subject, String body, Instant now) {
        return sql.sql("""
                        insert into outside_heard (counterpart, id, kind, subject, body, at)
                        values (:counterpart, :id, :kind, :subject, :body, :at) on conflict do nothing
                        """)
                        .param("counterpart", from.name())
                        .param("id", id)
                        .param("kind", kind)
                        .param("subject", subject)
                        .param("body", body)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static OutsideMessage message(ResultSet row, int number) throws SQLException {
        return new OutsideMessage(
                row.getObject("id", UUID.class),
                Counterpart.valueOf(row.getString("counterpart")),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getString("article"),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_try", OffsetDateTime.class).toInstant(),
                row.getString("fault"),
                instant(row.getObject("fault_at", OffsetDateTime.class)),
                instant(row.getObject("answered_at", OffsetDateTime.class)),
                row.getString("answer"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime it) {
        return it == null ? null : it.toInstant();
    }
}
