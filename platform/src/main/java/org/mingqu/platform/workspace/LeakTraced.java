package org.mingqu.platform.workspace;

import java.util.List;
import java.util.UUID;

/// A suspected leak was looked at (art. 25).
///
/// @param recipients the organisations whose copies it was made from, the surest first; empty if nobody can
///     be named
/// @param evidence the entry of the finding
public record LeakTraced(UUID leak, List<UUID> recipients, UUID evidence) {

    public LeakTraced {
        recipients = List.copyOf(recipients);
    }
}
