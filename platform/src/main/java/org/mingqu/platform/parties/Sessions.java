package org.mingqu.platform.parties;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;

/// Who is signed in. A session holds three ids; what they may do is looked up at each request.
@Service
class Sessions {

    private static final String PERSON = "mingqu.person";
    private static final String ORGANISATION = "mingqu.organisation";
    private static final String ROLE = "mingqu.role";

    private final PartyStore store;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final RefusedSignIns refused;
    private final Clock clock;

    Sessions(PartyStore store, Passwords passwords, SignInAttempts attempts, RefusedSignIns refused, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.attempts = attempts;
        this.refused = refused;
        this.clock = clock;
    }

    /// Signs a person in and makes the session new. The entry of it is durable before the session is.
    void signIn(HttpServletRequest request, String username, String password, @Nullable String code) {
        var person = authenticated(username, password, code, request.getRemoteAddr());
        var post = person.posts().getFirst();
        var factors = person.secret() == null ? 1 : 2;
        attempts.succeeded(person, "signed-in", Map.of("from", request.getRemoteAddr(), "factors", factors));
        request.getSession(true);
        request.changeSessionId();
        var session = request.getSession();
        session.setAttribute(PERSON, person.id().toString());
        session.setAttribute(ORGANISATION, post.organisation().id().toString());
        session.setAttribute(ROLE, post.role().name());
    }

    private Person authenticated(String username, String password, @Nullable String code, String from) {
        var found = store.byUsername(username).filter(it -> !it.posts().isEmpty());
        if (found.isEmpty()) {
            passwords.compareWithNobodys(password);
            refused.count(RefusedSignIns.Reason.UNKNOWN);
            throw new Refusal.NotSignedIn("bad-credentials");
        }
        var person = found.get();
        attempts.begin(person);
        if (!passwords.matches(password, person.passwordHash())) {
            attempts.failed(person, "bad-credentials", from);
            throw new Refusal.NotSignedIn("bad-credentials");
        }
        var secret = person.secret();
        if (secret == null) {
            return person;
        }
        if (code == null || code.isBlank()) {
            attempts.unfinished(person);
            throw new Refusal.NotSignedIn("second-factor-required");
        }
        var step = OneTimeCode.check(secret, code.strip(), clock.instant(), person.lastStep());
        if (step.isEmpty() || !store.useStep(person.id(), step.getAsLong())) {
            attempts.failed(person, "second-factor-wrong", from);
            throw new Refusal.NotSignedIn("second-factor-wrong");
        }
        return person;
    }

    void signOut(HttpServletRequest request) {
        person(request)
                .flatMap(person -> post(request, person).map(post -> actor(person, post)))
                .ifPresent(it -> attempts.enter(it, "signed-out", Map.of()));
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static boolean isSignedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }

    /// The person of the session, with rights as they are now; empty for nobody.
    Optional<Person> person(HttpServletRequest request) {
        return attribute(request, PERSON)
                .map(UUID::fromString)
                .flatMap(store::person)
                .filter(it -> !it.isLockedAt(clock.instant()));
    }

    /// The post in which the person of the session acts.
    Optional<Person.Post> post(HttpServletRequest request, Person person) {
        var organisation = attribute(request, ORGANISATION).map(UUID::fromString);
        var role = attribute(request, ROLE).map(Role::valueOf);
        return person.posts().stream()
                .filter(it -> organisation.equals(Optional.of(it.organisation().id())))
                .filter(it -> role.equals(Optional.of(it.role())))
                .findFirst();
    }

    /// The actor of a request.
    ///
    /// @throws Refusal.NotSignedIn if nobody is signed in
    /// @throws Refusal.NotYours if a second factor or a new password is due first
    Actor actor(@Nullable HttpServletRequest request) {
        if (request == null) {
            throw new Refusal.NotSignedIn("not-signed-in");
        }
        var person = person(request).orElseThrow(() -> new Refusal.NotSignedIn("not-signed-in"));
        var post = post(request, person).orElseThrow(() -> new Refusal.NotSignedIn("not-signed-in"));
        if (person.mustChangePassword()) {
            throw new Refusal.NotYours("password-due", "");
        }
        if (person.mustEnrol()) {
            throw new Refusal.NotYours("second-factor-due", "");
        }
        return actor(person, post);
    }

    private static Actor actor(Person person, Person.Post post) {
        return new Actor(
                person.id(),
                person.name(),
                post.organisation().id(),
                post.organisation().name(),
                post.role());
    }

    /// Goes on in another of the person's posts.
    void switchTo(HttpServletRequest request, Person person, UUID organisation, Role role) {
        var post = person.posts().stream()
                .filter(it -> it.organisation().id().equals(organisation) && it.role() == role)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("role"));
        attempts.enter(actor(person, post), "post-changed", Map.of());
        var session = request.getSession();
        session.setAttribute(ORGANISATION, organisation.toString());
        session.setAttribute(ROLE, role.name());
    }

    private static Optional<String> attribute(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(name));
    }
}
