package org.mingqu.platform.messages;

import java.time.Clock;
import java.util.UUID;
import org.mingqu.platform.procedures.CaseActed;
import org.mingqu.platform.procedures.CaseNews;
import org.mingqu.platform.web.DemonstrationClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a message down with the act that it tells of, and what is to go out for it.
@Component
class NewsDesk {

    private final MessageStore messages;
    private final DeliveryStore deliveries;
    private final Clock clock;

    NewsDesk(MessageStore messages, DeliveryStore deliveries, Clock clock) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(CaseNews news) {
        var id = UUID.randomUUID();
        messages.add(id, news, clock.instant());
        if (!DemonstrationClock.isSetBack()) { // nobody is written to today about a day that is played
            deliveries.plan(id, news, clock.instant());
        }
    }

    /// What was done need not be read any more.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(CaseActed acted) {
        messages.settle(acted);
    }
}
