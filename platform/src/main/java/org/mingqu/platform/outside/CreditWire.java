package org.mingqu.platform.outside;

import java.util.LinkedHashMap;
import org.mingqu.platform.enforcement.CreditChanged;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the public credit system of each record of a violation, and of all that becomes of it: an objection, its
/// withdrawal, its repair (art. 39). What was told in its order arrives in its order.
@Component
class CreditWire {

    private final Outbox outbox;
    private final Parties parties;

    CreditWire(Outbox outbox, Parties parties) {
        this.outbox = outbox;
        this.parties = parties;
    }

    @EventListener
    void on(CreditChanged it) {
        var body = new LinkedHashMap<String, Object>();
        body.put("record", it.id().toString());
        body.put("number", it.number());
        body.put("subject", it.subject().name());
        body.put(
                "creditCode",
                parties.organisation(it.subject().id())
                        .map(Organisation::creditCode)
                        .orElse(null));
        body.put("fact", it.fact());
        body.put("state", it.stage());
        body.put("recordedOn", it.recordedOn().toString());
        body.put("publicityUntil", it.publicityUntil().toString());
        outbox.send(Counterpart.CREDIT, it.stage().equals("REPAIRED") ? "REPAIR" : "RECORD", it.id(), "39", body);
    }
}
