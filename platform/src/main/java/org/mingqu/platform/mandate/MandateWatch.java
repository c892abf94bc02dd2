package org.mingqu.platform.mandate;

import static org.mingqu.platform.mandate.MandateProcedure.RULES;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Rules;
import org.mingqu.platform.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends authorisation agreements whose term is over (art. 14), and says so beforehand.
@Component
class MandateWatch {

    private final MandateStore store;
    private final Ending ending;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Rules rules;
    private final Texts texts;
    private final Clock clock;

    MandateWatch(
            MandateStore store,
            Ending ending,
            CaseFiles cases,
            Evidence evidence,
            Rules rules,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.ending = ending;
        this.cases = cases;
        this.evidence = evidence;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        look(LocalDate.now(clock));
    }

    /// Looks at every agreement. Doing it again on the same day changes nothing.
    @Transactional
    public void look(LocalDate today) {
        for (var id : store.endingBy(today.plusDays(rules.number("mandate-notice", today)))) {
            var it = store.hold(id).orElseThrow();
            var platform = platform(it);
            var entry = evidence.enter(platform, "13", "mandate-ends-soon", it.caseId(), Drafting.facts(it));
            cases.notice(it.caseId(), "WARN", "13", entry, platform);
            store.warned(id, today);
        }
        store.endedBefore(today).forEach(this::expire);
    }

    private void expire(UUID id) {
        var before = store.hold(id).orElseThrow();
        RULES.lapse(before.stage()).ifPresent(lapse -> {
            var reason = texts.of("mandate.expired", Map.of(), Locale.SIMPLIFIED_CHINESE);
            var after = before.in(lapse.to(), reason);
            store.update(after);
            var platform = platform(after);
            var entry = evidence.enter(platform, "14", "mandate-expired", after.caseId(), Drafting.facts(after));
            cases.lapse(after.caseId(), lapse, entry, platform);
            ending.end(after, reason, platform);
        });
    }

    private static Actor platform(Mandate it) {
        return Actor.platform(it.authority().id(), it.authority().name(), Role.AUTHORITY);
    }

    /// How often, once among all nodes.
    @Configuration
    static class Recurring {

        private static final Duration EVERY = Duration.ofMinutes(1);

        Recurring() {}

        @Bean
        RecurringTask<Void> mandateTermTask(MandateWatch watch) {
            return Tasks.recurring("mandate-term", FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
        }
    }
}
