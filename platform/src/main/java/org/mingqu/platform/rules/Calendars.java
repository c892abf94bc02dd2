package org.mingqu.platform.rules;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.StateCouncil;
import org.mingqu.calendar.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The State Council's calendars: those that come with the program, and those of later years that the authority has
/// taken in since. A notice that the authority took in can be replaced, as the State Council does change one at times.
@Repository
class Calendars implements CalendarRegister {

    /// How old the calendar may be that another node has changed.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient sql;
    private volatile @Nullable Known known;

    Calendars(JdbcClient sql) {
        this.sql = sql;
    }

    private record Known(WorkingCalendar calendar, long at) {}

    WorkingCalendar calendar() {
        var now = known;
        if (now == null || System.nanoTime() - now.at() > FRESH.toNanos()) {
            now = new Known(read(), System.nanoTime());
            known = now;
        }
        return now.calendar();
    }

    private WorkingCalendar read() {
        var text = sql.sql("select content from calendar_notice order by year").query(String.class).list().stream()
                .collect(Collectors.joining("\n"));
        return StateCouncil.calendar().and(StateCouncil.read(new StringReader(text)));
    }

    @Override
    public List<Notice> taken() {
        return sql.sql("select year, source, content, loaded_by, loaded_at from calendar_notice order by year")
                .query((row, number) -> new Notice(
                        row.getInt("year"),
                        row.getString("source"),
                        row.getString("content"),
                        row.getString("loaded_by"),
                        row.getObject("loaded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void take(int year, String source, String content, String by, Instant at) {
        if (StateCouncil.calendar().publishedYears().contains(year)) {
            throw new Refusal.NotOpen(
                    "calendar-year-built-in", "18", List.of(), Map.of("year", Integer.toString(year)));
        }
        mustBeOf(year, content);
        sql.sql("""
                        insert into calendar_notice (year, source, content, loaded_by, loaded_at)
                        values (:year, :source, :content, :by, :at)
                        on conflict (year) do update
                           set source = excluded.source, content = excluded.content, loaded_by = excluded.loaded_by,
                               loaded_at = excluded.loaded_at
                        """)
                .param("year", year)
                .param("source", source)
                .param("content", content)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        known = null;
    }

    /// A notice is of its year; a holiday may begin in the last days of the year before.
    private static void mustBeOf(int year, String content) {
        try {
            var notice = StateCouncil.read(new StringReader(content));
            StateCouncil.calendar().and(notice);
            var isOfIt = java.util.stream.Stream.concat(notice.daysOff().stream(), notice.daysOn().stream())
                    .allMatch(day -> day.getYear() == year || day.plusDays(7).getYear() == year);
            if (!notice.publishedYears().equals(java.util.Set.of(year))
                    || !isOfIt
                    || notice.daysOff().isEmpty()) {
                throw new Refusal.Invalid(Map.of("days", "calendar-year"));
            }
        } catch (IllegalArgumentException _) {
            throw new Refusal.Invalid(Map.of("days", "calendar-days"));
        }
    }
}
