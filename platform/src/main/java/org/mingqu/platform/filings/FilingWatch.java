package org.mingqu.platform.filings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks for filings and registrations that end, once among all nodes.
@Configuration
class FilingWatch {

    private static final Duration EVERY = Duration.ofMinutes(10);

    FilingWatch() {}

    @Bean
    RecurringTask<Void> filingTask(FilingDesk filings, NationalRecords records, Clock clock) {
        return Tasks.recurring("filings", FixedDelay.of(EVERY)).execute((_, _) -> {
            var today = LocalDate.now(clock);
            filings.look(today);
            records.look(today);
        });
    }
}
