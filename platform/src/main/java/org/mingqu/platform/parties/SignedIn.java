package org.mingqu.platform.parties;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Who is behind a request, for what looks at requests before any controller does.
@Service
public class SignedIn {

    private final Sessions sessions;

    SignedIn(Sessions sessions) {
        this.sessions = sessions;
    }

    /// The actor of a request; empty for nobody.
    public Optional<Actor> actor(HttpServletRequest request) {
        return sessions.person(request)
                .filter(it -> !it.mustChangePassword() && !it.mustEnrol())
                .flatMap(person -> sessions.post(request, person)
                        .map(post -> new Actor(
                                person.id(),
                                person.name(),
                                post.organisation().id(),
                                post.organisation().name(),
                                post.role())));
    }
}
