package org.mingqu.platform.rights;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Who has proven who they are. A number passes through here once, on its way from the identity provider to the
/// enclave.
@Service
public class Identities {

    private final IdentityStore store;
    private final Domain domain;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Identities(IdentityStore store, Domain domain, Evidence evidence, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.domain = domain;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What an identity provider has said of somebody.
    ///
    /// @param kind `person` with an ID number, `enterprise` with a unified social credit code
    /// @param number is kept by nobody but the enclave
    public record Proof(String provider, String kind, String number) {

        @Override
        public String toString() {
            return "Proof[" + provider + ", " + kind + "]";
        }
    }

    /// Takes a proof in for who is signed in.
    public void prove(Proof proof, Actor actor) {
        actor.must(Role.SUBJECT);
        var order = new Order.IdentifySubject(proof.kind(), proof.number());
        var token = domain.order(Use.by(actor), order, Answer.SubjectToken.class);
        transaction.executeWithoutResult(_ -> {
            store.save(new Identity(
                    actor.organisation(), proof.kind(), token.subject(), proof.provider(), clock.instant()));
            evidence.enter(
                    actor,
                    "37",
                    "identity-proven",
                    null,
                    Map.of("provider", proof.provider(), "subjectKind", proof.kind()));
        });
    }

    Optional<Identity> find(Actor actor) {
        actor.must(Role.SUBJECT);
        return store.find(actor.organisation());
    }

    /// The proven identity of who is signed in.
    ///
    /// @throws Refusal.NotOpen if it is not proven yet
    Identity of(Actor actor) {
        return find(actor)
                .orElseThrow(() -> new Refusal.NotOpen("identity-not-proven", "37", java.util.List.of("PROVE")));
    }
}
