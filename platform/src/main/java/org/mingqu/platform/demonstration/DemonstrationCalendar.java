package org.mingqu.platform.demonstration;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.DemonstrationClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/demonstration/calendar`: the calendar of an installation that lives through years in minutes, day by day and
/// forwards only. It is there where `mingqu.demonstration.calendar` names the first day, and every entry of such an
/// installation says that its day is not the one on the wall.
@RestController
@RequestMapping("/api/demonstration/calendar")
@ConditionalOnBooleanProperty("mingqu.demo")
@ConditionalOnProperty("mingqu.demonstration.calendar")
class DemonstrationCalendar {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /// What keeps the time on the wall.
    private static final Set<String> MACHINERY = Set.of("message-delivery", "refused-sign-ins");

    private final DemonstrationClock clock;
    private final List<RecurringTask<?>> watches;

    DemonstrationCalendar(
            Clock clock, List<RecurringTask<?>> tasks, @Value("${mingqu.demonstration.calendar}") LocalDate first) {
        this.clock = (DemonstrationClock) clock;
        this.watches = tasks.stream()
                .filter(task -> !MACHINERY.contains(task.getName()))
                .toList();
        turn(first);
    }

    /// The day to which the calendar is to be turned.
    record Turn(LocalDate to) {}

    /// The day that it is.
    record Day(LocalDate today) {}

    @GetMapping
    Day today() {
        return new Day(LocalDate.now(clock));
    }

    /// Turns the leaves one by one: on the morning of each day whatever watches over terms looks at it.
    @PostMapping
    synchronized Day turnTo(@RequestBody Turn turn) {
        var today = LocalDate.now(clock);
        if (turn.to().isBefore(today)) {
            throw new Refusal.Invalid(Map.of("to", "calendar-back"));
        }
        for (var day = today.plusDays(1); !day.isAfter(turn.to()); day = day.plusDays(1)) {
            turn(day);
            watches.forEach(DemonstrationCalendar::look);
        }
        return today();
    }

    private void turn(LocalDate day) {
        clock.turnTo(day.atTime(MORNING).atZone(clock.getZone()).toInstant());
    }

    /// A watch asks neither for its instance's data nor for the scheduler.
    @SuppressWarnings("NullAway")
    private static <T> void look(RecurringTask<T> watch) {
        watch.executeRecurringly(new TaskInstance<>(watch.getName(), RecurringTask.INSTANCE), null);
    }
}
