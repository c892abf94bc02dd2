package org.mingqu.platform.evidence;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.Entry;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.web.DemonstrationClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Enters acts.
@Service
public class Evidence {

    private final EvidenceStore store;
    private final JsonMapper json;
    private final Clock clock;

    Evidence(EvidenceStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /// Enters an act in the caller's transaction.
    ///
    /// @param article by which it is done
    /// @param act stable code of the act
    /// @param caseId the case it belongs to; null for none
    /// @param facts what was done: values that JSON can say
    /// @return the entry's id, which a receipt can be asked for with
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enter(Actor actor, String article, String act, @Nullable UUID caseId, Map<String, Object> facts) {
        return enter(actor, article, act, caseId, facts, Audience.PARTIES);
    }

    /// Enters an act about the actor's own account: seen by those who audit accounts, and by the actor; of no case.
    ///
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enterForAudit(Actor actor, String article, String act, Map<String, Object> facts) {
        return enter(actor, article, act, null, facts, Audience.AUDIT);
    }

    private UUID enter(
            Actor actor,
            String article,
            String act,
            @Nullable UUID caseId,
            Map<String, Object> facts,
            Audience audience) {
        var id = UUID.randomUUID();
        var at = clock.instant();
        var content = new LinkedHashMap<String, Object>();
        content.put("id", id.toString());
        content.put("at", at.toString());
        content.put("article", article);
        content.put("act", act);
        content.put("person", actor.person().toString());
        content.put("personName", actor.personName());
        content.put("organisation", actor.organisation().toString());
        content.put("organisationName", actor.organisationName());
        content.put("role", actor.role().name());
        if (caseId != null) {
            content.put("case", caseId.toString());
        }
        if (DemonstrationClock.isPlaying(clock)) {
            content.put("demonstrationClock", true); // not the day on the wall, and said so for good
        }
        content.put("facts", json.valueToTree(facts));
        var entry = Entry.of(json.<JsonNode>valueToTree(content));
        store.add(id, at, article, act, actor, caseId, entry, audience);
        return id;
    }
}
