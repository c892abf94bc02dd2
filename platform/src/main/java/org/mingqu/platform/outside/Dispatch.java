package org.mingqu.platform.outside;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Brings out what is in the outbox: at once when the act is through, and again after one minute, two, four and so on.
/// No transaction is open while a counterpart is waited for.
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int MOST_TRIES = 10;
    private static final int MOST_AT_ONCE = 200;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final OutsideStore store;
    private final Wire wire;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Dispatch(
            OutsideStore store,
            Wire wire,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.wire = wire;
        this.parties = parties;
        this.evidence = evidence;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Brings out what is due.
    ///
    /// @return how many were tried
    int deliver() {
        var tried = 0;
        while (tried < MOST_AT_ONCE) {
            var next = transaction.execute(_ -> store.take(clock.instant(), LEASE));
            if (next == null || next.isEmpty()) {
                return tried;
            }
            settle(next.get(), wire.bring(next.get()));
            tried++;
        }
        return tried;
    }

    private void settle(OutsideMessage it, Wire.Reply reply) {
        transaction.executeWithoutResult(_ -> {
            switch (reply) {
                case Wire.Reply.Taken taken -> answered(it, taken.answer());
                case Wire.Reply.Fault fault -> {
                    LOG.warn("{} has not taken {}, try {}: {}", it.to(), it.kind(), it.tries(), fault.fault());
                    store.failed(it.id(), fault.fault(), clock.instant(), again(it.tries()));
                }
            }
        });
    }

    private void answered(OutsideMessage it, JsonNode answer) {
        if (!store.answered(it.id(), answer.toString(), clock.instant())) {
            return;
        }
        var authority = parties.withRole(Role.AUTHORITY).getFirst();
        evidence.enter(
                Actor.platform(authority.id(), authority.name(), Role.AUTHORITY),
                it.article(),
                "outside-answered",
                null,
                Map.of(
                        "counterpart",
                        it.to().name(),
                        "kind",
                        it.kind(),
                        "message",
                        it.id(),
                        "subject",
                        it.subject(),
                        "bodySm3",
                        HashFunction.SM3
                                .of(it.body().getBytes(StandardCharsets.UTF_8))
                                .hex(),
                        "answer",
                        answer));
        events.publishEvent(new Answered(it.to(), it.kind(), it.id(), it.subject(), answer));
    }

    private static @Nullable Duration again(int tries) {
        return tries >= MOST_TRIES ? null : Duration.ofMinutes(1L << (tries - 1));
    }

    /// How often, once among all nodes.
    @Configuration
    static class Recurring {

        private static final Duration EVERY = Duration.ofSeconds(30);

        Recurring() {}

        @Bean
        RecurringTask<Void> outsideTask(Dispatch dispatch) {
            return Tasks.recurring("outside", FixedDelay.of(EVERY)).execute((_, _) -> dispatch.deliver());
        }
    }
}
