package org.mingqu.platform.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingqu.calendar.CalendarTerm;
import org.mingqu.calendar.Deadline;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.parties.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The terms of open tasks.
@Repository
class DeadlineStore {

    private static final String DUE = """
            select id, case_id, stage, organisation, organisation_name, role, due, article
              from case_task
             where not done and not provisional and rests_on is null
               and\s""";

    private final JdbcClient sql;

    DeadlineStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An open task with a term.
    record Due(
            UUID id,
            UUID caseId,
            String stage,
            UUID organisation,
            String organisationName,
            Role role,
            LocalDate due,
            String article) {}

    List<Due> toBeWarned(LocalDate today, LocalDate tomorrow) {
        return sql.sql(DUE + "warned_on is null and due between :today and :tomorrow order by due for update")
                .param("today", today)
                .param("tomorrow", tomorrow)
                .query(DeadlineStore::due)
                .list();
    }

    List<Due> toBeEscalated(LocalDate today) {
        return sql.sql(DUE + "escalated_on is null and due < :today order by due for update")
                .param("today", today)
                .query(DeadlineStore::due)
                .list();
    }

    void warned(UUID task, LocalDate day) {
        sql.sql("update case_task set warned_on = :day, reminded = reminded + 1 where id = :id")
                .param("day", day)
                .param("id", task)
                .update();
    }

    void escalated(UUID task, LocalDate day) {
        sql.sql("update case_task set escalated_on = :day, reminded = reminded + 1 where id = :id")
                .param("day", day)
                .param("id", task)
                .update();
    }

    /// An open task with a term, as it was given.
    ///
    /// @param rested the working days for which its clock has rested
    record Term(Due task, LocalDate receivedOn, org.mingqu.calendar.Term length, int rested, boolean provisional) {}

    List<Term> open() {
        return sql.sql("""
                        select id, case_id, stage, organisation, organisation_name, role, due, article, received_on,
                               term_days, term_unit, rested, provisional
                          from case_task where not done and due is not null and term_days > 0 order by due for update
                        """)
                .query((row, number) -> new Term(
                        due(row, number),
                        row.getObject("received_on", LocalDate.class),
                        length(row),
                        row.getInt("rested"),
                        row.getBoolean("provisional")))
                .list();
    }

    private static org.mingqu.calendar.Term length(ResultSet row) throws SQLException {
        var days = row.getInt("term_days");
        return row.getString("term_unit").equals("DAY") ? CalendarTerm.days(days) : WorkingDays.workingDays(days);
    }

    /// Sets another last day; what was said of the one before is to be said again.
    void move(UUID task, Deadline to) {
        sql.sql("""
                        update case_task
                           set due = :due, provisional = :provisional, warned_on = null, escalated_on = null
                         where id = :id
                        """)
                .param("id", task)
                .param("due", to.lastDay())
                .param("provisional", to.provisional())
                .update();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("stage"),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_name"),
                Role.valueOf(row.getString("role")),
                row.getObject("due", LocalDate.class),
                row.getString("article"));
    }
}
