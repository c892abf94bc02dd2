package org.mingqu.platform.procedures;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is done again and again, once among all nodes.
@Configuration
class RecurringWork {

    private static final Duration EVERY = Duration.ofMinutes(5);

    RecurringWork() {}

    @Bean
    RecurringTask<Void> deadlineWatchTask(DeadlineWatch watch) {
        return Tasks.recurring("deadline-watch", FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
    }
}
