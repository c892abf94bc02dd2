package org.mingqu.platform.parties;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/session` and `/api/me`: signing in and out, the own account.
@RestController
@RequestMapping("/api")
class SessionController {

    private final Sessions sessions;
    private final PartyStore store;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String installation;
    private final boolean demonstration;

    SessionController(
            Sessions sessions,
            PartyStore store,
            Passwords passwords,
            SignInAttempts attempts,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${mingqu.installation}") String installation,
            @Value("${mingqu.demo:false}") boolean demonstration) {
        this.sessions = sessions;
        this.store = store;
        this.passwords = passwords;
        this.attempts = attempts;
        this.transaction = transaction;
        this.clock = clock;
        this.installation = installation;
        this.demonstration = demonstration;
    }

    @GetMapping("/session")
    SessionView session(HttpServletRequest request, @Parameter(hidden = true) @Nullable CsrfToken token) {
        if (token != null) {
            token.getToken();
        }
        return view(request);
    }

    @PostMapping("/session")
    SessionView signIn(@RequestBody Credentials it, HttpServletRequest request) {
        sessions.signIn(request, it.username(), it.password(), it.code());
        return view(request);
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        sessions.signOut(request);
    }

    @PutMapping("/session/role")
    SessionView switchTo(@RequestBody PostChoice it, HttpServletRequest request) {
        sessions.switchTo(request, person(request), it.organisation(), it.role());
        return view(request);
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange it, HttpServletRequest request) {
        var person = person(request);
        attempts.begin(person);
        if (!passwords.matches(it.current(), person.passwordHash())) {
            attempts.failed(person, "password-wrong", request.getRemoteAddr());
            throw new Refusal.Invalid(Map.of("current", "password-wrong"));
        }
        attempts.unfinished(person);
        passwords.fault(it.next(), person.username()).ifPresent(fault -> {
            throw new Refusal.Invalid(Map.of("next", fault));
        });
        if (it.next().equals(it.current())) {
            throw new Refusal.Invalid(Map.of("next", "password-same"));
        }
        var hash = passwords.hash(it.next());
        transaction.executeWithoutResult(_ -> {
            store.setPassword(person.id(), hash);
            attempts.enter(SignInAttempts.own(person), "password-changed", Map.of());
        });
    }

    @PostMapping("/me/second-factor")
    SecondFactor beginSecondFactor(HttpServletRequest request) {
        var person = person(request);
        if (person.secret() != null) {
            throw new Refusal.NotOpen("second-factor-enrolled", "", List.of());
        }
        var secret = OneTimeCode.newSecret();
        store.setSecret(person.id(), null, secret);
        return new SecondFactor(secret, OneTimeCode.uri(installation, person.username(), secret));
    }

    @PutMapping("/me/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmSecondFactor(@RequestBody CodeRequest it, HttpServletRequest request) {
        var person = person(request);
        var secret = store.pendingSecret(person.id())
                .orElseThrow(() -> new Refusal.NotOpen("second-factor-not-begun", "", List.of()));
        if (OneTimeCode.check(secret, it.code().strip(), clock.instant(), 0).isEmpty()) {
            throw new Refusal.Invalid(Map.of("code", "code-wrong"));
        }
        transaction.executeWithoutResult(_ -> {
            store.setSecret(person.id(), secret, null);
            attempts.enter(SignInAttempts.own(person), "second-factor-enrolled", Map.of());
        });
    }

    private Person person(HttpServletRequest request) {
        return sessions.person(request).orElseThrow(() -> new Refusal.NotSignedIn("not-signed-in"));
    }

    private SessionView view(HttpServletRequest request) {
        var place = new Installation(
                installation,
                demonstration,
                store.isEmpty(),
                LocalDate.now(clock),
                clock.getZone().getId());
        var user = sessions.person(request)
                .flatMap(person -> sessions.post(request, person).map(post -> UserView.of(person, post)));
        return new SessionView(place, user.orElse(null));
    }

    record Credentials(
            String username, String password, @Nullable String code) {}

    record PostChoice(UUID organisation, Role role) {}

    record PasswordChange(String current, String next) {}

    record CodeRequest(String code) {}

    record SecondFactor(String secret, String uri) {}

    record SessionView(Installation installation, @Nullable UserView user) {}

    record Installation(String name, boolean demonstration, boolean empty, LocalDate today, String zone) {}

    record PostView(Party organisation, Role role) {}

    record UserView(
            UUID id,
            String name,
            String username,
            Party organisation,
            Role role,
            List<PostView> roles,
            boolean mustEnrolSecondFactor,
            boolean mustChangePassword) {

        static UserView of(Person person, Person.Post now) {
            return new UserView(
                    person.id(),
                    person.name(),
                    person.username(),
                    now.organisation().party(),
                    now.role(),
                    person.posts().stream()
                            .map(it -> new PostView(it.organisation().party(), it.role()))
                            .toList(),
                    person.mustEnrol(),
                    person.mustChangePassword());
        }
    }
}
