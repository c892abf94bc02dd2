package org.mingqu.platform.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.procedures.CaseActed;
import org.mingqu.platform.procedures.CaseNews;
import org.mingqu.platform.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps messages, and who has read them.
@Repository
class MessageStore {

    private static final String FOR_THEM = """
              from message m left join message_read r on r.message = m.id and r.person = :person
             where m.organisation = :organisation and (m.role is null or m.role = :role)
               and (m.person is null or m.person = :person)
            """;

    private final JdbcClient sql;

    MessageStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID id, CaseNews it, Instant at) {
        sql.sql("""
                        insert into message (id, kind, case_id, case_kind, number, title, stage, organisation, role, person,
                                             due, article, at)
                        values (:id, :kind, :case, :caseKind, :number, :title, :stage, :organisation, :role, :person,
                                :due, :article, :at)
                        """)
                .param("id", id)
                .param("kind", it.kind().name())
                .param("case", it.file().id())
                .param("caseKind", it.file().kind())
                .param("number", it.file().number())
                .param("title", it.file().title())
                .param("stage", it.stage())
                .param("organisation", it.organisation())
                .param("role", it.role() == null ? null : it.role().name())
                .param("person", it.person())
                .param("due", it.due())
                .param("article", it.article())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Message> of(Actor actor, boolean unread, Paging paging) {
        return statement(
                        "select m.*, (m.settled or r.person is not null) as is_read " + FOR_THEM
                                + " and (not :unread or not (m.settled or r.person is not null)) order by m.at desc, m.id"
                                + " limit :size offset :offset",
                        actor)
                .param("unread", unread)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(MessageStore::message)
                .list();
    }

    long count(Actor actor, boolean unread) {
        return statement(
                        "select count(*) " + FOR_THEM + " and (not :unread or not (m.settled or r.person is not null))",
                        actor)
                .param("unread", unread)
                .query(Long.class)
                .single();
    }

    /// What an organisation was told to do in a case is done.
    void settle(CaseActed acted) {
        sql.sql("""
                        update message set settled = true
                         where case_id = :case and organisation = :organisation and role = :role and not settled
                        """)
                .param("case", acted.caseId())
                .param("organisation", acted.organisation())
                .param("role", acted.role().name())
                .update();
    }

    /// Marks as read what is the reader's own, one or all.
    void read(Actor actor, List<UUID> ids, boolean all) {
        statement(
                        "insert into message_read (message, person) select m.id, :person " + FOR_THEM
                                + " and r.person is null and (:all or m.id = any(:ids)) on conflict do nothing",
                        actor)
                .param("all", all)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private JdbcClient.StatementSpec statement(String text, Actor actor) {
        return sql.sql(text)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name());
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                CaseNews.Kind.valueOf(row.getString("kind")),
                row.getObject("case_id", UUID.class),
                row.getString("case_kind"),
                row.getString("number"),
                row.getString("title"),
                row.getString("stage"),
                row.getObject("due", LocalDate.class),
                row.getString("article"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_read"));
    }
}
