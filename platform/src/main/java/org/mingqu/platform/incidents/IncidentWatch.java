package org.mingqu.platform.incidents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks each minute, once among all nodes, for incidents that were not reported by their hour.
@Configuration
class IncidentWatch {

    private static final Duration EVERY = Duration.ofMinutes(1);

    IncidentWatch() {}

    @Bean
    RecurringTask<Void> incidentTask(Incidents incidents, Clock clock) {
        return Tasks.recurring("incidents", FixedDelay.of(EVERY))
                .execute((_, _) -> incidents.look(clock.instant()));
    }
}
