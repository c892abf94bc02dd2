package org.mingqu.platform.evidence;

import org.mingqu.platform.parties.AccountActed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Enters what the administrators do to accounts, in the transaction in which they do it (art. 30).
@Component
class AccountActs {

    private final Evidence evidence;

    AccountActs(Evidence evidence) {
        this.evidence = evidence;
    }

    @EventListener
    void on(AccountActed it) {
        evidence.enter(it.actor(), "30", it.act(), null, it.facts());
    }
}
