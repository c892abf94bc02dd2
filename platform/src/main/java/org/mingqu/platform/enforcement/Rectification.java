package org.mingqu.platform.enforcement;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;

/// A finding about somebody who uses data or runs the platform, and what became of it.
///
/// @param target whose doing it is; its kind is the role in which it takes part
/// @param article by which it was reported
/// @param deadline the last day to put it right; null before the order
/// @param demand what the order asks for; null before
/// @param report what the target says it has done; null before
/// @param suspended the workspaces that the order has suspended
record Rectification(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Party target,
        Party reporter,
        String article,
        String finding,
        Stage stage,
        @Nullable LocalDate deadline,
        @Nullable String demand,
        @Nullable String report,
        List<UUID> suspended,
        LocalDate reportedOn,
        @Nullable LocalDate closedOn) {

    /// Where a finding stands.
    enum Stage {
        REPORTED,
        ORDERED,
        SUBMITTED,
        ACCEPTED,
        TERMINATED,
        DISMISSED;

        boolean isEnd() {
            return this == ACCEPTED || this == TERMINATED || this == DISMISSED;
        }
    }

    /// What can be done about it.
    enum RectificationStep {
        ORDER,
        DISMISS,
        REFER,
        RECEIVE,
        SUBMIT,
        ACCEPT,
        RETURN,
        TERMINATE
    }

    boolean isAbout(Actor actor) {
        return target.id().equals(actor.organisation())
                && target.kind().equals(actor.role().name());
    }

    boolean isReportedBy(Actor actor) {
        return reporter.id().equals(actor.organisation())
                && reporter.kind().equals(actor.role().name());
    }

    /// Whether its target knows of it: from the order on.
    boolean isKnownToTarget() {
        return stage != Stage.REPORTED && stage != Stage.DISMISSED;
    }

    Rectification in(Stage next, @Nullable LocalDate closed) {
        return with(next, deadline, demand, report, suspended, closed);
    }

    Rectification ordered(LocalDate until, String what, List<UUID> stopped) {
        return with(Stage.ORDERED, until, what, report, stopped, null);
    }

    Rectification submitted(String what) {
        return with(Stage.SUBMITTED, deadline, demand, what, suspended, null);
    }

    Rectification stopping(List<UUID> more) {
        var all = new LinkedHashSet<>(suspended);
        all.addAll(more);
        return with(stage, deadline, demand, report, List.copyOf(all), closedOn);
    }

    private Rectification with(
            Stage next,
            @Nullable LocalDate until,
            @Nullable String asked,
            @Nullable String said,
            List<UUID> stopped,
            @Nullable LocalDate closed) {
        return new Rectification(
                id,
                caseId,
                version + 1,
                number,
                target,
                reporter,
                article,
                finding,
                next,
                until,
                asked,
                said,
                stopped,
                reportedOn,
                closed);
    }
}
