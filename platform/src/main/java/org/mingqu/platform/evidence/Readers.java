package org.mingqu.platform.evidence;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingqu.platform.evidence.EvidenceStore.EvidenceLine;
import org.mingqu.platform.evidence.EvidenceStore.Reader;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Component;

/// Who reads what of the evidence.
@Component
class Readers {

    private final EvidenceStore store;
    private final List<EvidenceSight> sights;

    Readers(EvidenceStore store, List<EvidenceSight> sights) {
        this.store = store;
        this.sights = sights;
    }

    Reader of(Actor actor) {
        return sights.stream()
                .flatMap(it -> it.of(actor).stream())
                .findFirst()
                .map(it -> new Reader(
                        Reader.Sight.LIMITED,
                        it.accounts(),
                        actor.organisation(),
                        actor.person(),
                        it.cases().stream().map(UUID::toString).collect(Collectors.joining(","))))
                .orElseGet(() -> new Reader(
                        actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN) ? Reader.Sight.ALL : Reader.Sight.OWN_CASES,
                        actor.is(Role.AUDIT_ADMIN),
                        actor.organisation(),
                        actor.person(),
                        ""));
    }

    /// An entry, if it is for the person to read. What is outside somebody's limits is refused in words, and
    /// entered.
    EvidenceLine visible(UUID id, Actor actor) {
        return store.find(id, of(actor)).orElseThrow(() -> {
            if (!store.isKept(id)) {
                return new Refusal.NotFound("evidence");
            }
            return refusal(actor, "evidence " + id);
        });
    }

    /// A case whose entries are asked for and of which none is for the person to read.
    void mustSee(UUID caseId, Actor actor) {
        var limits = sights.stream().flatMap(it -> it.of(actor).stream()).findFirst();
        if (limits.isPresent() && !limits.get().cases().contains(caseId) && store.has(caseId)) {
            throw refusal(actor, "evidence of case " + caseId);
        }
    }

    private Refusal refusal(Actor actor, String what) {
        return sights.stream()
                .filter(it -> it.of(actor).isPresent())
                .findFirst()
                .map(it -> it.refused(actor, what))
                .orElseGet(() -> new Refusal.NotFound("evidence"));
    }
}
