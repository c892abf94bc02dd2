package org.mingqu.platform.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.warrant.Warrant;

/// For whom and for what the domain is used: it goes into the warrant, and from there into the enclave's own log.
///
/// @param agreement the service agreement (art. 19); null for acts that need none
/// @param scenario the approved scenario (art. 4); null likewise
public record Use(
        Warrant.Actor actor,
        @Nullable String agreement,
        @Nullable String scenario) {

    /// The platform itself: following a load, bringing a workspace to the state it should have, showing a sample.
    public static final Use PLATFORM = new Use(new Warrant.Actor("platform", "platform", "PLATFORM"), null, null);

    /// A person, without agreement: what a source department or an authority does.
    public static Use by(Actor actor) {
        return new Use(warrantActor(actor), null, null);
    }

    /// A person, under an agreement and for its scenario.
    public static Use by(Actor actor, UUID agreement, String scenario) {
        return new Use(warrantActor(actor), agreement.toString(), scenario);
    }

    private static Warrant.Actor warrantActor(Actor actor) {
        return new Warrant.Actor(
                actor.person().toString(),
                actor.organisation().toString(),
                actor.role().name());
    }
}
