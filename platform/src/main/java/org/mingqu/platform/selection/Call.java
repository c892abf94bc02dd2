package org.mingqu.platform.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A selection of an operator, from its notice on (art. 9).
///
/// @param opensOn first day of the window for applications
/// @param closesOn last day of the window
/// @param experts how many experts are to score
/// @param seed secret until the experts are drawn, 32 bytes in hex; the notice carries its hash, so that nobody can
///     choose it afterwards
/// @param drawn whether the experts are drawn, and the seed is public
/// @param decision what the district government wrote; null before
/// @param changedAt when its record last changed
record Call(
        UUID id,
        UUID caseId,
        int version,
        String number,
        String title,
        String conditions,
        LocalDate opensOn,
        LocalDate closesOn,
        int experts,
        CallStage stage,
        String seed,
        boolean drawn,
        @Nullable String decision,
        Instant changedAt) {

    boolean isPublic() {
        return stage != CallStage.DRAFT;
    }

    /// Whether applications are taken on a day.
    boolean isOpenOn(LocalDate day) {
        return stage == CallStage.OPEN && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    /// What was published beforehand of the seed.
    String commitment() {
        return Draw.commitment(seed);
    }

    Call in(CallStage next) {
        return new Call(
                id,
                caseId,
                version + 1,
                number,
                title,
                conditions,
                opensOn,
                closesOn,
                experts,
                next,
                seed,
                drawn,
                decision,
                changedAt);
    }

    Call saying(String newTitle, String newConditions, LocalDate from, LocalDate until, int newExperts) {
        return new Call(
                id,
                caseId,
                version + 1,
                number,
                newTitle,
                newConditions,
                from,
                until,
                newExperts,
                stage,
                seed,
                drawn,
                decision,
                changedAt);
    }

    Call withDraw() {
        return new Call(
                id,
                caseId,
                version,
                number,
                title,
                conditions,
                opensOn,
                closesOn,
                experts,
                stage,
                seed,
                true,
                decision,
                changedAt);
    }

    Call withDecision(String text) {
        return new Call(
                id,
                caseId,
                version,
                number,
                title,
                conditions,
                opensOn,
                closesOn,
                experts,
                stage,
                seed,
                drawn,
                text,
                changedAt);
    }
}
