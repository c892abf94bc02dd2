package org.mingqu.platform.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.procedures.CaseNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is to go out for a message, by which way, and how far it has come.
@Repository
class DeliveryStore {

    private final JdbcClient sql;

    DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    enum Way {
        MAIL,
        CALL
    }

    /// One message on one way.
    ///
    /// @param target the id of a person's address, or of a subscription
    record Delivery(
            UUID id,
            Way way,
            UUID target,
            int tries,
            CaseNews.Kind kind,
            UUID caseId,
            String caseKind,
            String number,
            String title,
            String stage,
            @Nullable LocalDate due,
            String article) {}

    /// Plans a mail to each person who is meant and gave an address, and a call to each subscription of the organisation.
    void plan(UUID message, CaseNews it, Instant now) {
        sql.sql("""
                        insert into message_delivery (id, message, way, target, tries, next_try, state)
                        select gen_random_uuid(), :message, 'MAIL', a.id::text, 0, :now, 'WAITING'
                          from message_address a
                         where a.confirmed and a.organisation = :organisation
                           and (cast(:role as text) is null or a.role = :role)
                           and (cast(:person as uuid) is null or a.person = :person)
                        union all
                        select gen_random_uuid(), :message, 'CALL', s.id::text, 0, :now, 'WAITING'
                          from message_subscription s where s.organisation = :organisation and s.ended_at is null
                        """)
                .param("message", message)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("organisation", it.organisation())
                .param("role", it.role() == null ? null : it.role().name())
                .param("person", it.person())
                .update();
    }

    /// The next that is due, held until the caller's transaction ends; others take others.
    Optional<Delivery> next(Instant now) {
        return sql.sql("""
                        select d.id, d.way, d.target, d.tries, m.kind, m.case_id, m.case_kind, m.number, m.title, m.stage,
                               m.due, m.article
                          from message_delivery d join message m on m.id = d.message
                         where d.state = 'WAITING' and d.next_try <= :now
                         order by d.next_try limit 1 for update of d skip locked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(DeliveryStore::delivery)
                .optional();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                Way.valueOf(row.getString("way")),
                UUID.fromString(row.getString("target")),
                row.getInt("tries"),
                CaseNews.Kind.valueOf(row.getString("kind")),
                row.getObject("case_id", UUID.class),
                row.getString("case_kind"),
                row.getString("number"),
                row.getString("title"),
                row.getString("stage"),
                row.getObject("due", LocalDate.class),
                row.getString("article"));
    }

    void arrived(UUID id) {
        sql.sql("update message_delivery set state = 'ARRIVED', tries = tries + 1, fault = null where id = :id")
                .param("id", id)
                .update();
    }

    void failed(UUID id, String fault, Instant now, @Nullable Duration again) {
        sql.sql("""
                        update message_delivery
                           set tries = tries + 1, fault = :fault, state = :state, next_try = :next
                         where id = :id
                        """)
                .param("id", id)
                .param("fault", fault)
                .param("state", again == null ? "FAILED" : "WAITING")
                .param("next", (again == null ? now : now.plus(again)).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// How the last calls of a subscription went, the latest first.
    List<Attempt> attempts(UUID subscription) {
        return sql.sql("""
                        select d.state, d.tries, d.fault, m.number, m.kind from message_delivery d
                          join message m on m.id = d.message
                         where d.way = 'CALL' and d.target = :target order by m.at desc limit 20
                        """)
                .param("target", subscription.toString())
                .query((row, _) -> new Attempt(
                        row.getString("state"),
                        row.getInt("tries"),
                        row.getString("fault"),
                        row.getString("number"),
                        row.getString("kind")))
                .list();
    }

    /// How a call went.
    ///
    /// @param state WAITING, ARRIVED or FAILED
    /// @param fault code of what was wrong at the last try
    record Attempt(String state, int tries, @Nullable String fault, String number, String kind) {}
}
