package org.mingqu.platform.enforcement;

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

/// Ends what was not put right by its last day, and keeps suspended what is being put right.
@Component
class EnforcementWatch {

    private final RectificationStore store;
    private final Orders orders;
    private final Texts texts;
    private final Clock clock;

    EnforcementWatch(RectificationStore store, Orders orders, Texts texts, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        look(LocalDate.now(clock));
    }

    /// Looks at every order. Doing it again on the same day changes nothing.
    @Transactional
    public void look(LocalDate today) {
        var reason = texts.of("rectification.overdue", Map.of(), Locale.SIMPLIFIED_CHINESE);
        store.overdue(today).forEach(it -> orders.expire(it, reason));
        store.running().forEach(orders::keepSuspended);
    }

    /// How often, once among all nodes.
    @Configuration
    static class Recurring {

        private static final Duration EVERY = Duration.ofMinutes(1);

        Recurring() {}

        @Bean
        RecurringTask<Void> enforcementTask(EnforcementWatch watch) {
            return Tasks.recurring("enforcement", FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
        }
    }
}
