package org.mingqu.platform.procedures;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The documents of a case for the room whose case it is, which knows who may see them.
@Service
@Transactional(readOnly = true)
public class CaseDocuments {

    private final DocumentStore store;
    private final Evidence evidence;
    private final Clock clock;

    CaseDocuments(DocumentStore store, Evidence evidence, Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A document of a case.
    ///
    /// @param sm3 of its bytes, lower-case hex
    public record KeptDocument(UUID id, String name, String sm3) {}

    /// In the order in which they were put to it.
    public List<KeptDocument> of(UUID caseId) {
        return store.of(caseId).stream()
                .map(it -> new KeptDocument(it.id(), it.name(), it.sm3()))
                .toList();
    }

    /// Puts a document to a case, in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UUID caseId, String name, byte[] content, Actor actor) {
        var it = new DocumentStore.DocumentView(
                UUID.randomUUID(),
                name,
                "application/octet-stream",
                content.length,
                HashFunction.SM3.of(content).hex(),
                actor.personName(),
                clock.instant());
        store.add(it, caseId, content);
        evidence.enter(actor, "", "document-added", caseId, Map.of("name", name, "sm3", it.sm3(), "size", it.size()));
    }

    /// The bytes of a document.
    public byte[] content(UUID document) {
        return store.content(document);
    }
}
