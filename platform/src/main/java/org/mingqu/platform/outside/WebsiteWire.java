package org.mingqu.platform.outside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.mingqu.platform.parties.Organisation;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.selection.SelectionTold;
import org.mingqu.platform.supervision.DisclosurePublished;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hands to the government's website what has to be published there: notices and results of selections (art.
/// 9), and the yearly disclosures. Its answer, with the address and the time, is the proof of publication.
@Component
class WebsiteWire {

    private final Outbox outbox;
    private final Parties parties;
    private final String address;

    WebsiteWire(Outbox outbox, Parties parties, @Value("${mingqu.address}") String address) {
        this.outbox = outbox;
        this.parties = parties;
        this.address = address;
    }

    @EventListener
    void on(SelectionTold it) {
        var body = new LinkedHashMap<String, Object>();
        body.put("number", it.number());
        body.put("title", it.title());
        body.put("text", it.conditions());
        body.put("opensOn", it.opensOn().toString());
        body.put("closesOn", it.closesOn().toString());
        body.put("source", "%s/notices/%s".formatted(address, it.selection()));
        if (it.result()) {
            body.put("decision", Objects.requireNonNullElse(it.decision(), ""));
            body.put(
                    "selected",
                    it.selected().stream()
                            .map(id -> parties.organisation(id)
                                    .map(Organisation::name)
                                    .orElse(""))
                            .toList());
        }
        outbox.send(Counterpart.WEBSITE, it.result() ? "RESULT" : "NOTICE", it.selection(), "9", body);
    }

    @EventListener
    void on(DisclosurePublished it) {
        outbox.send(
                Counterpart.WEBSITE,
                "DISCLOSURE",
                it.id(),
                "26",
                Map.of(
                        "year",
                        it.year(),
                        "version",
                        it.version(),
                        "discloser",
                        it.discloser(),
                        "sm3",
                        it.sm3(),
                        "content",
                        it.content(),
                        "source",
                        "%s/disclosures/%s".formatted(address, it.id())));
    }
}
