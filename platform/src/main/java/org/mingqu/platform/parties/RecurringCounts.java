package org.mingqu.platform.parties;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Enters what was counted, once among all nodes.
@Configuration
class RecurringCounts {

    private static final Duration EVERY = Duration.ofMinutes(15);

    RecurringCounts() {}

    @Bean
    RecurringTask<Void> refusedSignInsTask(RefusedSignIns refused) {
        return Tasks.recurring("refused-sign-ins", FixedDelay.of(EVERY)).execute((_, _) -> refused.enter());
    }
}
