package org.mingqu.platform.partners;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.mingqu.platform.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends admissions whose term is over (art. 17), once among all nodes.
@Component
class AdmissionWatch {

    private final PartnerStore store;
    private final Partnerships partnerships;
    private final Texts texts;
    private final Clock clock;

    AdmissionWatch(PartnerStore store, Partnerships partnerships, Texts texts, Clock clock) {
        this.store = store;
        this.partnerships = partnerships;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        look(LocalDate.now(clock));
    }

    /// Doing it again on the same day changes nothing.
    @Transactional
    public void look(LocalDate today) {
        var reason = texts.of("partner.expired", Map.of(), Locale.SIMPLIFIED_CHINESE);
        store.endedBefore(today).forEach(it -> partnerships.expire(it, reason));
    }

    /// How often.
    @Configuration
    static class Recurring {

        private static final Duration EVERY = Duration.ofMinutes(5);

        Recurring() {}

        @Bean
        RecurringTask<Void> partnerAdmissionTask(AdmissionWatch watch) {
            return Tasks.recurring("partner-admission", FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
        }
    }
}
