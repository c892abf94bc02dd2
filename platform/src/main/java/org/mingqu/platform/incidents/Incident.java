package org.mingqu.platform.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;

/// An incident, or the drill of one.
///
/// @param drill whether it is only exercised (art. 35): nothing real is stopped and no regulator is called
/// @param awareAt since when the reporter knew: the hours count from here
/// @param dueAt until when it has to be reported
/// @param reportedAt when it was; null before
/// @param late whether that was, or is, too late
/// @param target whose use was stopped at once; null for nobody
/// @param stopped the workspaces that were open then
record Incident(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Party reporter,
        Kind kind,
        boolean drill,
        String title,
        String text,
        Harm harm,
        Level level,
        Instant awareAt,
        Instant dueAt,
        @Nullable Instant reportedAt,
        boolean late,
        @Nullable Party target,
        List<UUID> stopped,
        Stage stage) {

    enum Kind {
        LEAK,
        TAMPERING,
        INTRUSION,
        OUTAGE,
        /// Data that are harmless apart may harm together (art. 21).
        RISK_OF_COMBINATION,
        OTHER
    }

    enum Stage {
        OPEN,
        REPORTED,
        CONTAINED,
        RESOLVED,
        SUMMARISED,
        CLOSED
    }

    enum Step {
        REPORT,
        CONTAIN,
        RESOLVE,
        SUMMARISE,
        ACCEPT,
        RETURN,
        NOTE,
        RESUME
    }

    /// How grave it is, the gravest last.
    enum Level {
        GENERAL,
        LARGER,
        MAJOR,
        GRAVEST
    }

    /// What is known of the harm; a correction makes the level anew.
    ///
    /// @param people whose personal data are concerned
    /// @param loss direct, in yuan
    /// @param importantData whether important data are concerned
    /// @param critical whether the system is critical information infrastructure
    record Harm(long people, long loss, boolean importantData, boolean critical) {}

    boolean isReportedBy(Actor actor) {
        return reporter.id().equals(actor.organisation()) && reporter.kind().equals(actor.role().name());
    }

    Incident in(Stage next) {
        return with(next, reportedAt, late, stopped);
    }

    Incident reported(Instant at) {
        return with(Stage.REPORTED, at, at.isAfter(dueAt), stopped);
    }

    Incident tooLate() {
        return with(stage, reportedAt, true, stopped);
    }

    Incident resumed() {
        return with(stage, reportedAt, late, List.of());
    }

    Incident closed() {
        return with(Stage.CLOSED, reportedAt, late, List.of());
    }

    private Incident with(Stage next, @Nullable Instant reported, boolean isLate, List<UUID> stopping) {
        return new Incident(
                id,
                caseId,
                version + 1,
                number,
                reporter,
                kind,
                drill,
                title,
                text,
                harm,
                level,
                awareAt,
                dueAt,
                reported,
                isLate,
                target,
                stopping,
                next);
    }
}
