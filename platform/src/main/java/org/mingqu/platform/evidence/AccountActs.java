package org.mingqu.platform.evidence;

import org.mingqu.platform.parties.AccountActed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Enters what is done to accounts, in the transaction in which it is done (art. 30, 31).
@Component
class AccountActs {

    private final Evidence evidence;

    AccountActs(Evidence evidence) {
        this.evidence = evidence;
    }

    @EventListener
    void on(AccountActed it) {
        if (it.own()) {
            evidence.enterForAudit(it.actor(), it.article(), it.act(), it.facts());
        } else {
            evidence.enter(it.actor(), it.article(), it.act(), null, it.facts());
        }
    }
}
