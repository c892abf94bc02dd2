package org.mingqu.platform.parties;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Guesses at accounts: each is paid for before it is looked at, so that many at once are no more than one after the
/// other; five wrong ones lock the account for a while. Each outcome commits together with its entry (art. 31).
@Component
class SignInAttempts {

    static final Duration LOCKED_FOR = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 5;

    private final PartyStore store;
    private final RefusedSignIns refused;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInAttempts(PartyStore store, RefusedSignIns refused, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.refused = refused;
        this.events = events;
        this.clock = clock;
    }

    /// Pays for a guess.
    ///
    /// @throws Refusal.NotSignedIn if the account is locked, or as many guesses are being looked at as are allowed
    void begin(Person person) {
        if (!store.beginAttempt(person.id(), MOST_FAILURES, clock.instant())) {
            refused.count(RefusedSignIns.Reason.LOCKED);
            throw new Refusal.NotSignedIn("account-locked", Map.of("minutes", Long.toString(LOCKED_FOR.toMinutes())));
        }
    }

    /// The guess was right so far and a second factor is asked for: it does not count.
    void unfinished(Person person) {
        store.takeBackAttempt(person.id());
    }

    /// The guess was wrong.
    ///
    /// @param what was wrong: a code that a problem has too
    /// @param from the network address that it came from
    @Transactional
    public void failed(Person person, String what, String from) {
        var failures = store.failures(person.id());
        var actor = own(person);
        events.publishEvent(
                AccountActed.own(actor, "sign-in-failed", Map.of("reason", what, "failures", failures, "from", from)));
        if (failures >= MOST_FAILURES) {
            Instant until = clock.instant().plus(LOCKED_FOR);
            store.setFailures(person.id(), 0, until);
            events.publishEvent(AccountActed.own(actor, "account-locked", Map.of("until", until.toString())));
        }
    }

    /// The guess was right.
    @Transactional
    public void succeeded(Person person, String act, Map<String, Object> facts) {
        store.setFailures(person.id(), 0, null);
        events.publishEvent(AccountActed.own(own(person), act, facts));
    }

    /// Another act of a person about the own account.
    @Transactional
    public void enter(Actor actor, String act, Map<String, Object> facts) {
        events.publishEvent(AccountActed.own(actor, act, facts));
    }

    /// The person as who an entry is about, before it is said in which post they act.
    static Actor own(Person person) {
        var post = person.posts().getFirst();
        return new Actor(
                person.id(),
                person.name(),
                post.organisation().id(),
                post.organisation().name(),
                post.role());
    }
}
