package org.mingqu.platform.rights;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/rights/identity`: to the identity provider and back. The provider sends people to our page, and the page
/// brings what it was given: so the session's cookie need not follow from another site.
@RestController
@RequestMapping("/api/rights/identity")
class IdentityController {

    private static final String STATE = "mingqu.identity.state";
    private static final String NONCE = "mingqu.identity.nonce";
    private static final String VERIFIER = "mingqu.identity.verifier";

    private final OpenIdProvider provider;
    private final Identities identities;

    IdentityController(OpenIdProvider provider, Identities identities) {
        this.provider = provider;
        this.identities = identities;
    }

    /// Where to go to prove who one is.
    @PostMapping("/visits")
    @ResponseStatus(HttpStatus.CREATED)
    VisitView visit(Actor actor, HttpServletRequest request) {
        actor.must(Role.SUBJECT);
        var visit = provider.visit();
        var address = provider.address(visit);
        var session = request.getSession();
        session.setAttribute(STATE, visit.state());
        session.setAttribute(NONCE, visit.nonce());
        session.setAttribute(VERIFIER, visit.verifier());
        return new VisitView(address);
    }

    /// What a person has come back with; good once.
    @PostMapping("/proofs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@RequestBody ProofRequest form, Actor actor, HttpServletRequest request) {
        actor.must(Role.SUBJECT);
        var session = request.getSession();
        if (!(session.getAttribute(STATE) instanceof String state)
                || !(session.getAttribute(NONCE) instanceof String nonce)
                || !(session.getAttribute(VERIFIER) instanceof String verifier)) {
            throw new Refusal.NotOpen("identity-refused", "37", List.of("PROVE"));
        }
        session.removeAttribute(STATE);
        if (!state.equals(form.state())) {
            throw new Refusal.Invalid(Map.of("state", "field-empty"));
        }
        identities.prove(provider.proof(new OpenIdProvider.Visit(state, nonce, verifier), form.code()), actor);
    }

    record VisitView(String url) {}

    record ProofRequest(String code, String state) {}
}
