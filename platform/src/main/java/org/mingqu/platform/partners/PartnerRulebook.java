package org.mingqu.platform.partners;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Standings;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The operator's rules of admission and exit, published version by version (art. 17).
@Service
@Transactional
class PartnerRulebook {

    private final PartnerStore store;
    private final Standings standings;
    private final Evidence evidence;
    private final Clock clock;

    PartnerRulebook(PartnerStore store, Standings standings, Evidence evidence, Clock clock) {
        this.store = store;
        this.standings = standings;
        this.evidence = evidence;
        this.clock = clock;
    }

    PartnerRules publish(String admission, String leaving, Actor actor) {
        actor.must(Role.OPERATOR);
        standings.must(actor);
        var wrong = new LinkedHashMap<String, String>();
        Refusals.checkText(wrong, "admission", admission);
        Refusals.checkText(wrong, "leaving", leaving);
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
        var version = store.rules(actor.organisation()).stream()
                        .mapToInt(PartnerRules::version)
                        .max()
                        .orElse(0)
                + 1;
        var entry = evidence.enter(
                actor,
                "17",
                "partner-rules-published",
                null,
                Map.of("version", version, "admission", admission.strip(), "leaving", leaving.strip()));
        var rules = new PartnerRules(
                new Party(actor.organisation(), actor.organisationName(), "OPERATOR"),
                version,
                admission.strip(),
                leaving.strip(),
                clock.instant(),
                actor.personName(),
                entry);
        store.add(rules);
        return rules;
    }

    @Transactional(readOnly = true)
    public List<PartnerRules> all() {
        return store.rules();
    }
}
