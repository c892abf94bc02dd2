package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.calendar.WorkingCalendar;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Clocks that rest: while somebody outside has a matter, the term of whoever waits for it does not run.
/// The working days of the rest are added to the last day when it ends. That a clock rests decides nothing.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RestingClocks {

    private final JdbcClient sql;
    private final Rules rules;
    private final Clock clock;

    RestingClocks(JdbcClient sql, Rules rules, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.clock = clock;
    }

    /// Lets the clocks of a role's open tasks in a case rest.
    ///
    /// @param organisation whose; null for all in that role
    /// @param matter the number of what is waited for
    /// @return how many rest for it now
    public int rest(UUID caseId, Role role, @Nullable UUID organisation, String matter) {
        return sql.sql("""
                        update case_task set rests_on = :today, rests_for = :matter
                         where case_id = :case and role = :role and not done and due is not null and rests_on is null
                           and (cast(:organisation as uuid) is null or organisation = :organisation)
                        """)
                .param("case", caseId)
                .param("role", role.name())
                .param("organisation", organisation)
                .param("matter", matter)
                .param("today", LocalDate.now(clock))
                .update();
    }

    /// Lets the clocks run again that rest for a matter.
    public void run(String matter) {
        var today = LocalDate.now(clock);
        var calendar = rules.calendar();
        var resting = sql.sql("""
                        select id, due, provisional, rests_on from case_task
                         where rests_for = :matter and rests_on is not null and not done for update
                        """)
                .param("matter", matter)
                .query((row, _) -> new Resting(
                        row.getObject("id", UUID.class),
                        new Deadline(row.getObject("due", LocalDate.class), row.getBoolean("provisional")),
                        row.getObject("rests_on", LocalDate.class)))
                .list();
        for (var it : resting) {
            var days = calendar.workingDaysBetween(it.since(), today);
            var due = later(calendar, it.due(), days);
            sql.sql("""
                            update case_task
                               set rests_on = null, rests_for = null, rested = rested + :days, due = :due,
                                   provisional = :provisional, warned_on = null
                             where id = :id
                            """)
                    .param("id", it.id())
                    .param("days", days)
                    .param("due", due.lastDay())
                    .param("provisional", due.provisional())
                    .update();
        }
    }

    private record Resting(UUID id, Deadline due, LocalDate since) {}

    /// The last day, so many working days later.
    static Deadline later(WorkingCalendar calendar, Deadline due, int days) {
        if (days <= 0) {
            return due;
        }
        var moved = calendar.deadline(due.lastDay(), WorkingDays.workingDays(days));
        return new Deadline(moved.lastDay(), moved.provisional() || due.provisional());
    }
}
