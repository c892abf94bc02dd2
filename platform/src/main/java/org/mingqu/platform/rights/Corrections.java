package org.mingqu.platform.rights;

import java.util.List;
import java.util.UUID;
import org.mingqu.platform.catalogue.HeldData;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.springframework.stereotype.Component;

/// Whether a correction has come: the department corrects its own system and loads anew, and the enclave says what has
/// become of the rows, without a value. Saying so is not enough.
@Component
class Corrections {

    private final HeldData held;
    private final Domain domain;

    Corrections(HeldData held, Domain domain) {
        this.held = held;
        this.domain = domain;
    }

    /// The request with what was found.
    ///
    /// @throws Refusal.NotOpen if no newer data have come in, or the rows in them are as they were
    RightsRequest done(RightsRequest it, Actor actor) {
        UUID resource = it.resource();
        var now = resource == null ? null : held.find(resource).orElse(null);
        if (resource == null || now == null || now.version() <= it.dataVersion()) {
            throw new Refusal.NotOpen("correction-not-loaded", "37", List.of());
        }
        var order = new Order.CompareSubject(it.subject(), resource.toString(), it.dataVersion(), now.version());
        var change = domain.order(Use.by(actor), order, Answer.SubjectChange.class);
        var done = "DELETE".equals(it.wish())
                ? change.after() == 0
                : change.after() > 0 && !change.columns().isEmpty();
        if (!done) {
            throw new Refusal.NotOpen("correction-not-there", "37", List.of());
        }
        return it.corrected(change);
    }
}
