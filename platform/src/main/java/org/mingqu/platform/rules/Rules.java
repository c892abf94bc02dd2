package org.mingqu.platform.rules;

import java.time.LocalDate;
import org.mingqu.calendar.CalendarTerm;
import org.mingqu.calendar.Term;
import org.mingqu.calendar.WorkingCalendar;
import org.mingqu.calendar.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The figures of the rules, each with the day from which it holds. What began under an old figure ends under it.
@Service
public class Rules {

    private final JdbcClient sql;
    private final Calendars calendars;

    Rules(JdbcClient sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    /// The figure of that name on a day.
    ///
    /// @throws org.springframework.dao.EmptyResultDataAccessException if the register has none
    public int number(String name, LocalDate day) {
        return sql.sql("""
                        select value from rule_figure where name = :name and from_day <= :day
                         order by from_day desc limit 1
                        """)
                .param("name", name)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// Whether the register has a figure of that name on a day: some begin later than the Measures.
    public boolean holds(String name, LocalDate day) {
        return sql.sql("select exists (select 1 from rule_figure where name = :name and from_day <= :day)")
                .param("name", name)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /// The term of that name on a day.
    public WorkingDays workingDays(String name, LocalDate day) {
        return WorkingDays.workingDays(number(name, day));
    }

    /// The term of that name on a day, in working days or in days of the calendar as the register has it.
    public Term term(String name, LocalDate day) {
        var unit = sql.sql(
                        "select unit from rule_figure where name = :name and from_day <= :day order by from_day desc limit 1")
                .param("name", name)
                .param("day", day)
                .query(String.class)
                .single();
        return unit.equals("DAY") ? CalendarTerm.days(number(name, day)) : workingDays(name, day);
    }

    /// The working days as far as they are published.
    public WorkingCalendar calendar() {
        return calendars.calendar();
    }
}
