package org.mingqu.platform.procedures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.StateCouncil;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.CalendarRegister;
import org.mingqu.platform.rules.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/calendar`: which years' working days are known, and taking in the State Council's notice of another.
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,300}");

    private final Calendar calendar;
    private final CalendarRegister register;

    CalendarController(Calendar calendar, CalendarRegister register) {
        this.calendar = calendar;
        this.register = register;
    }

    /// The years whose working days are known.
    @GetMapping
    List<YearView> years(Actor actor) {
        var years = new TreeMap<Integer, YearView>();
        StateCouncil.calendar()
                .publishedYears()
                .forEach(year -> years.put(year, new YearView(year, true, null, null, null)));
        register.taken()
                .forEach(it -> years.put(
                        it.year(), new YearView(it.year(), false, it.source(), it.loadedBy(), it.loadedAt())));
        return List.copyOf(years.values());
    }

    /// Takes in the notice of a year, or another in its place; open terms are computed again.
    @PutMapping("/{year}")
    Calendar.Taken take(@PathVariable int year, @RequestBody NoticeRequest it, Actor actor) {
        actor.must(Role.AUTHORITY);
        if (!ADDRESS.matcher(it.source()).matches()) {
            throw new Refusal.Invalid(Map.of("source", "address"));
        }
        var days = new TreeMap<LocalDate, Boolean>();
        for (var day : it.days()) {
            if (days.put(day.day(), day.works()) != null) {
                throw new Refusal.Invalid(Map.of("days", "calendar-days"));
            }
        }
        return calendar.take(year, it.source(), days, actor);
    }

    /// A year whose working days are known.
    ///
    /// @param builtIn whether its notice came with the program
    record YearView(
            int year,
            boolean builtIn,
            @Nullable String source,
            @Nullable String loadedBy,
            @Nullable Instant loadedAt) {}

    /// A notice.
    ///
    /// @param source its address
    /// @param days that are off although on weekdays, or working although on weekends
    record NoticeRequest(String source, List<NoticeDay> days) {}

    record NoticeDay(LocalDate day, boolean works) {}
}
