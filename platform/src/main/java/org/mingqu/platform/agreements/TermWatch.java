package org.mingqu.platform.agreements;

import static org.mingqu.platform.agreements.AgreementProcedure.RULES;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.rules.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends agreements whose term is over, and says so beforehand (art. 19: the period of use is a head of the agreement).
@Component
class TermWatch {

    private static final String NOTICE = "agreement-notice";

    private final AgreementStore store;
    private final CaseFiles cases;
    private final Evidence evidence;
    private final Rules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TermWatch(
            AgreementStore store,
            CaseFiles cases,
            Evidence evidence,
            Rules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.evidence = evidence;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        look(LocalDate.now(clock));
    }

    /// Looks at every agreement. Doing it again on the same day changes nothing.
    @Transactional
    public void look(LocalDate today) {
        var soon = rules.calendar()
                .deadline(today, rules.workingDays(NOTICE, today))
                .lastDay();
        for (var id : store.endingBy(today, soon)) {
            var it = store.hold(id).orElseThrow();
            var entry = enter(it, "agreement-ends-soon");
            cases.notice(it.caseId(), "WARN", "19", entry, platform(it));
            store.warned(id, today);
        }
        for (var id : store.endedBefore(today)) {
            expire(id);
        }
    }

    private void expire(UUID id) {
        var before = store.hold(id).orElseThrow();
        RULES.lapse(before.stage()).ifPresent(lapse -> {
            var after = before.in(lapse.to());
            store.update(after);
            cases.lapse(after.caseId(), lapse, enter(after, "agreement-expired"), platform(after));
            cases.close(after.caseId());
            events.publishEvent(new AgreementExpired(id));
        });
    }

    private UUID enter(Agreement it, String act) {
        return evidence.enter(
                platform(it),
                "19",
                act,
                it.caseId(),
                Map.of("agreement", it.id(), "until", it.until().toString()));
    }

    private static Actor platform(Agreement it) {
        return Actor.platform(it.partner().id(), it.partner().name(), Role.PARTNER);
    }

    /// How often, once among all nodes.
    @Configuration
    static class Recurring {

        private static final Duration EVERY = Duration.ofMinutes(1);

        Recurring() {}

        @Bean
        RecurringTask<Void> agreementTermTask(TermWatch watch) {
            return Tasks.recurring("agreement-term", FixedDelay.of(EVERY)).execute((_, _) -> watch.look());
        }
    }
}
