package org.mingqu.platform.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tasks as rows.
@Repository
class TaskStore {

    private static final String COLUMNS = """
            t.id as task_id, t.stage as task_stage, t.step, t.organisation, t.organisation_name, t.role, t.received_at,
            t.received_on, t.due, t.provisional, t.term_days, t.article, t.rests_on, t.rests_for, t.done, t.done_at, t.reminded,
            c.id, c.kind, c.number, c.title, c.stage, c.applicant, c.applicant_name, c.applicant_kind, c.started_on,
            c.version, c.closed, c.subject""";

    private static final String MINE = """
             where t.organisation = :organisation and t.role = :role and t.done = :done
               and (t.person is null or t.person = :person
                    or t.person in (select d.person from task_delegation d
                                     where d.delegate = :person and d.organisation = t.organisation and d.role = t.role
                                       and :today between d.from_day and d.until_day))
               and (:due = '' or (t.rests_on is null
                    and ((:due = 'OVERDUE' and t.due < :today) or (:due = 'TODAY' and t.due = :today)
                         or (:due = 'SOON' and t.due > :today and t.due <= :soon))))""";

    private static final String FOUND = "from case_task t join case_file c on c.id = t.case_id\n" + MINE + "\n" + """
               and (:kind = '' or c.kind = :kind)
               and (:text = '' or c.words like :text)""";

    private final JdbcClient sql;

    TaskStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What a list of tasks asks for.
    ///
    /// @param soon the last day that counts as soon
    record Search(
            UUID person,
            UUID organisation,
            Role role,
            boolean done,
            String kind,
            String text,
            String due,
            LocalDate today,
            LocalDate soon) {}

    List<TaskRow> find(Search it, Paging paging, ZoneId zone) {
        return statement(
                        "select %s %s order by t.due nulls last, t.received_at limit :size offset :offset"
                                .formatted(COLUMNS, FOUND),
                        it)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> task(row, number, zone))
                .list();
    }

    /// Without a question about the cases, the tasks alone are counted: a desk of years has very many.
    long count(Search it) {
        var from = it.kind().isEmpty() && it.text().isEmpty() ? "from case_task t\n" + MINE : FOUND;
        return statement("select count(*) " + from, it).query(Long.class).single();
    }

    private JdbcClient.StatementSpec statement(String text, Search it) {
        return sql.sql(text)
                .param("person", it.person())
                .param("organisation", it.organisation())
                .param("role", it.role().name())
                .param("done", it.done())
                .param("kind", it.kind())
                .param("text", CaseWords.pattern(it.text()))
                .param("due", it.due())
                .param("today", it.today())
                .param("soon", it.soon());
    }

    List<TaskRow> ofCase(UUID caseId, ZoneId zone) {
        return sql.sql("""
                        select %s from case_task t join case_file c on c.id = t.case_id
                         where t.case_id = :case order by t.received_at, t.organisation_name
                        """.formatted(COLUMNS))
                .param("case", caseId)
                .query((row, number) -> task(row, number, zone))
                .list();
    }

    Optional<TaskRow> find(UUID id, ZoneId zone) {
        return sql.sql("select %s from case_task t join case_file c on c.id = t.case_id where t.id = :id"
                        .formatted(COLUMNS))
                .param("id", id)
                .query((row, number) -> task(row, number, zone))
                .optional();
    }

    void giveTo(UUID id, UUID person) {
        sql.sql("update case_task set person = :person where id = :id")
                .param("id", id)
                .param("person", person)
                .update();
    }

    /// Reminds those who are to act in a case, once a day.
    ///
    /// @return false if somebody has reminded them today
    boolean remind(UUID caseId, LocalDate day, UUID organisation) {
        var added = sql.sql("""
                        insert into case_reminder (case_id, day, organisation) values (:case, :day, :organisation)
                        on conflict do nothing
                        """)
                .param("case", caseId)
                .param("day", day)
                .param("organisation", organisation)
                .update();
        if (added == 1) {
            sql.sql("update case_task set reminded = reminded + 1 where case_id = :case and not done")
                    .param("case", caseId)
                    .update();
        }
        return added == 1;
    }

    private static TaskRow task(ResultSet row, int number, ZoneId zone) throws SQLException {
        return new TaskRow(
                row.getObject("task_id", UUID.class),
                CaseStore.file(row, number),
                row.getString("task_stage"),
                row.getString("step"),
                new Party(
                        row.getObject("organisation", UUID.class),
                        row.getString("organisation_name"),
                        row.getString("role")),
                Role.valueOf(row.getString("role")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getBoolean("provisional"),
                row.getInt("term_days"),
                row.getString("article"),
                row.getObject("rests_on", LocalDate.class),
                row.getString("rests_for"),
                row.getBoolean("done"),
                day(row.getObject("done_at", OffsetDateTime.class), zone),
                row.getInt("reminded"));
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at.toInstant(), zone);
    }
}
