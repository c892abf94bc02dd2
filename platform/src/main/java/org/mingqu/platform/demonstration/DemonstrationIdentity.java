package org.mingqu.platform.demonstration;

import java.util.List;
import java.util.Map;
import org.mingqu.district.District;
import org.mingqu.district.Organisation;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rights.Identities;
import org.mingqu.platform.rules.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/demonstration/identity`: the demonstration's own identity provider. It proves that the fictional
/// people are who they say, as a real one would by a face or a card; it is absent when the demonstration is
/// off.
@RestController
@RequestMapping("/api/demonstration/identity")
@ConditionalOnBooleanProperty("mingqu.demo")
class DemonstrationIdentity {

    private final Identities identities;

    DemonstrationIdentity(Identities identities) {
        this.identities = identities;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(Actor actor) {
        actor.must(Role.SUBJECT);
        identities.prove(proof(actor), actor);
    }

    private static Identities.Proof proof(Actor actor) {
        var district = District.demonstration();
        var account = district.people().stream()
                .filter(it -> it.name().equals(actor.personName()))
                .filter(it -> district.organisation(it.organisation()).name().equals(actor.organisationName()))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotOpen("identity-not-here", "37", List.of()));
        var organisation = district.organisation(account.organisation());
        var isPerson = organisation.kind() == Organisation.Kind.NATURAL_PERSON;
        var number = isPerson ? account.idNumber() : organisation.creditCode();
        if (number == null) {
            throw new Refusal.Invalid(Map.of("number", "field-empty"));
        }
        return new Identities.Proof("demonstration", isPerson ? "person" : "enterprise", number);
    }
}
