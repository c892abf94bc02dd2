package org.mingqu.platform.messages;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.messages.DeliveryStore.Delivery;
import org.mingqu.platform.parties.Parties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings messages out: each in a transaction of its own, tried again after one minute, two, four and so on.
@Configuration
class Delivering {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 10;
    private static final int MOST_AT_ONCE = 200;

    private final DeliveryStore store;
    private final AddressStore addresses;
    private final Subscriptions subscriptions;
    private final Parties parties;
    private final Mail mail;
    private final Caller caller;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivering(
            DeliveryStore store,
            AddressStore addresses,
            Subscriptions subscriptions,
            Parties parties,
            Mail mail,
            Caller caller,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.subscriptions = subscriptions;
        this.parties = parties;
        this.mail = mail;
        this.caller = caller;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> messageDeliveryTask() {
        return Tasks.recurring("message-delivery", FixedDelay.of(EVERY)).execute((_, _) -> deliver());
    }

    /// Brings out what is due.
    ///
    /// @return how many were tried
    int deliver() {
        var tried = 0;
        while (tried < MOST_AT_ONCE && Boolean.TRUE.equals(transaction.execute(_ -> deliverNext()))) {
            tried++;
        }
        return tried;
    }

    private boolean deliverNext() {
        var next = store.next(clock.instant());
        next.ifPresent(it -> {
            var fault = bring(it);
            if (fault.isEmpty()) {
                store.arrived(it.id());
            } else {
                store.failed(it.id(), fault.get(), clock.instant(), again(it.tries() + 1));
                LOG.warn("message not delivered, try {}: {} {}", it.tries() + 1, it.way(), fault.get());
            }
        });
        return next.isPresent();
    }

    private static @Nullable Duration again(int tries) {
        return tries >= MOST_TRIES ? null : Duration.ofMinutes(1L << (tries - 1));
    }

    private Optional<String> bring(Delivery it) {
        return switch (it.way()) {
            case CALL -> subscriptions.find(it.target()).flatMap(to -> caller.call(to, it));
            case MAIL -> addresses.find(it.target()).flatMap(to -> write(to, it));
        };
    }

    /// Who has left the post meanwhile is written to no more.
    private Optional<String> write(AddressStore.Address to, Delivery it) {
        if (!to.confirmed() || !parties.acts(to.person(), to.organisation(), to.role())) {
            return Optional.empty();
        }
        if (!mail.isOffered()) {
            return Optional.of("no-mail-server");
        }
        try {
            mail.send(to.address(), it);
            return Optional.empty();
        } catch (MailException _) {
            return Optional.of("mail-refused");
        }
    }
}
