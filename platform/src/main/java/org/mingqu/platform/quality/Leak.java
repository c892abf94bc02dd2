package org.mingqu.platform.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;

/// A leak from the first report to its consequence.
///
/// @param suspect whose use is stopped; null until that is known. Its kind is the role in which it takes part
/// @param stopped the workspaces that were suspended for it
/// @param trace what the trace says of who received the leaked file; the report itself is a document of the case
/// @param finding what was found; null before
record Leak(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Party reporter,
        String what,
        @Nullable Party suspect,
        List<UUID> stopped,
        @Nullable String trace,
        @Nullable String finding,
        LeakStage stage,
        LocalDate reportedOn) {

    /// Where it stands.
    enum LeakStage {
        REPORTED,
        STOPPED,
        TRACED,
        FOUND,
        RESUMED,
        ENDED,
        DISMISSED
    }

    /// What can be done.
    enum LeakStep {
        STOP,
        TRACE,
        FIND,
        RESUME,
        TERMINATE,
        DISMISS
    }

    Leak {
        stopped = List.copyOf(stopped);
    }

    /// Whom it is about is told by what is stopped, not by this page.
    boolean isVisibleTo(Actor actor) {
        return actor.is(Role.AUTHORITY, Role.SECURITY_REGULATOR, Role.AUDIT_ADMIN)
                || (reporter.id().equals(actor.organisation())
                        && reporter.kind().equals(actor.role().name()));
    }
}
