package org.mingqu.platform.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// The figure of that name on a day. A figure holds from its day on and does not reach back.
    ///
    /// @throws Refusal.NotOpen if it begins later, saying from when it holds
    /// @throws IllegalArgumentException if the register has no such figure at all
    public int number(String name, LocalDate day) {
        return must(name, day).value();
    }

    /// The figure of that name on a day; nothing while it is not in force: what limits or forbids asks so.
    public Optional<Integer> figure(String name, LocalDate day) {
        return find(name, day).map(Figure::value);
    }

    /// Whether the register has a figure of that name on a day: some begin later than the Measures.
    public boolean holds(String name, LocalDate day) {
        return find(name, day).isPresent();
    }

    /// The term of that name on a day, in working days.
    ///
    /// @throws Refusal.NotOpen if it begins later
    public WorkingDays workingDays(String name, LocalDate day) {
        return WorkingDays.workingDays(number(name, day));
    }

    /// The term of that name on a day, in working days or in days of the calendar as the register has it.
    ///
    /// @throws Refusal.NotOpen if it begins later
    public Term term(String name, LocalDate day) {
        var it = must(name, day);
        return it.unit().equals("DAY") ? CalendarTerm.days(it.value()) : WorkingDays.workingDays(it.value());
    }

    private record Figure(int value, String unit) {}

    private Optional<Figure> find(String name, LocalDate day) {
        return sql.sql("""
                        select value, unit from rule_figure where name = :name and from_day <= :day
                         order by from_day desc limit 1
                        """)
                .param("name", name)
                .param("day", day)
                .query(Figure.class)
                .optional();
    }

    private Figure must(String name, LocalDate day) {
        return find(name, day).orElseThrow(() -> notYet(name, day));
    }

    private RuntimeException notYet(String name, LocalDate day) {
        return sql.sql("select from_day, basis from rule_figure where name = :name order by from_day limit 1")
                .param("name", name)
                .query(Begin.class)
                .optional()
                .<RuntimeException>map(it -> new Refusal.NotOpen(
                        "rule-not-yet",
                        it.basis(),
                        List.of(),
                        Map.of("from", it.fromDay().toString(), "day", day.toString())))
                .orElseGet(() -> new IllegalArgumentException("the register has no figure " + name));
    }

    private record Begin(LocalDate fromDay, String basis) {}

    /// The working days as far as they are published.
    public WorkingCalendar calendar() {
        return calendars.calendar();
    }
}
