package org.mingqu.platform.evidence;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;

/// Limits what somebody reads of the evidence beside the acts of their own organisation; a room that knows who
/// watches over what supplies it.
public interface EvidenceSight {

    /// What somebody may read.
    ///
    /// @param cases whose entries
    /// @param accounts whether what is about accounts, too
    record Limits(Set<UUID> cases, boolean accounts) {}

    /// The limits of a person; empty for whom this does not limit.
    Optional<Limits> of(Actor actor);

    /// Enters that something outside the limits was asked for, and gives the refusal to be thrown.
    Refusal refused(Actor actor, String what);
}
