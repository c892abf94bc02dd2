package org.mingqu.platform.outside;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Sends to counterparts: what is put here in a transaction goes out once it is through, and is tried again until the
/// counterpart has answered.
@Service
public class Outbox {

    private final OutsideStore store;
    private final Dispatch dispatch;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(OutsideStore store, Dispatch dispatch, JsonMapper json, Clock clock) {
        this.store = store;
        this.dispatch = dispatch;
        this.json = json;
        this.clock = clock;
    }

    /// Sends a message, in the caller's transaction.
    ///
    /// @param kind stable code of the message
    /// @param subject what it is about; messages about one subject are delivered in their order
    /// @param article by which it is sent
    /// @param body values that JSON can say
    /// @return the id that goes with it
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Counterpart to, String kind, UUID subject, String article, Map<String, ?> body) {
        var id = UUID.randomUUID();
        store.add(id, to, kind, subject, article, json.writeValueAsString(body), clock.instant());
        hurry();
        return id;
    }

    /// Has what is due brought out as soon as the caller's transaction is through.
    void hurry() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("outside").start(dispatch::deliver);
            }
        });
    }

    /// How a message stands, for the room that sent it.
    ///
    /// @param state WAITING, STUCK, ANSWERED or GIVEN_UP
    /// @param answer what the counterpart said; null before
    public record Sent(
            UUID id, String kind, String state, @Nullable String answer) {}

    /// The messages about a subject, in their order.
    @Transactional(readOnly = true)
    public List<Sent> about(UUID subject) {
        return store.about(subject).stream()
                .map(it -> new Sent(it.id(), it.kind(), it.state().name(), it.answer()))
                .toList();
    }
}
