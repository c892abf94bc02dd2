package org.mingqu.platform.selection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Closes the windows that are over (art. 10), once among all nodes.
@Component
class WindowWatch {

    private final CallStore store;
    private final Calls calls;
    private final Clock clock;

    WindowWatch(CallStore store, Calls calls, Clock clock) {
        this.store = store;
        this.calls = calls;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        store.endedBefore(LocalDate.now(clock)).forEach(calls::held);
    }

    /// How often.
    @Configuration
    static class Recurring {

        private static final Duration EVERY = Duration.ofMinutes(1);

        Recurring() {}

        @Bean
        RecurringTask<Void> selectionWindowTask(WindowWatch watch) {
            return Tasks.recurring("selection-window", FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
        }
    }
}
