package org.mingqu.platform.supervision;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;

/// What one party owes for one period.
///
/// @param about the organisation that it is about; null if it is about none
/// @param ruleFrom the day from which the line of the register holds under which it began, and under which it ends
/// @param due the last day to submit or record in time
/// @param actBy the last day for whoever is to act now
/// @param form what was filled in, by key
/// @param facts figures from the record as they were at the submission; null before
/// @param validUntil of a certificate; null for none
/// @param submittedOn the day of the first submission, which counts for being in time; null before
record Duty(
        UUID id,
        UUID caseId,
        int version,
        String code,
        Party owner,
        Role role,
        @Nullable Party about,
        String article,
        Cycle.Period period,
        LocalDate opensOn,
        LocalDate due,
        boolean provisional,
        LocalDate ruleFrom,
        DutyStage stage,
        LocalDate actBy,
        Map<String, String> form,
        @Nullable PeriodFacts facts,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate closedOn) {

    /// How a duty looks from outside.
    enum State {
        OPEN,
        SOON,
        OVERDUE,
        RETURNED,
        SUBMITTED,
        WAITING_LONG,
        DONE,
        DONE_LATE
    }

    boolean isOwedBy(Actor actor) {
        return owner.id().equals(actor.organisation()) && role == actor.role();
    }

    /// Whether it is the owner who is late now.
    boolean isOverdue(LocalDate today) {
        return (stage == DutyStage.OPEN || stage == DutyStage.RETURNED) && !provisional && today.isAfter(actBy);
    }

    State state(LocalDate today, LocalDate soon) {
        if (stage.isDone()) {
            return isInTime() ? State.DONE : State.DONE_LATE;
        }
        if (isOverdue(today)) {
            return State.OVERDUE;
        }
        return switch (stage) {
            case RETURNED -> State.RETURNED;
            case SUBMITTED -> today.isAfter(actBy) ? State.WAITING_LONG : State.SUBMITTED;
            default -> actBy.isAfter(soon) ? State.OPEN : State.SOON;
        };
    }

    /// Whether it was submitted or recorded on its last day or before.
    boolean isInTime() {
        return submittedOn != null && !submittedOn.isAfter(due);
    }

    Duty filled(Map<String, String> with, @Nullable PeriodFacts frozen, @Nullable LocalDate valid, LocalDate on) {
        return new Duty(
                id,
                caseId,
                version,
                code,
                owner,
                role,
                about,
                article,
                period,
                opensOn,
                due,
                provisional,
                ruleFrom,
                stage,
                actBy,
                Map.copyOf(with),
                frozen,
                valid,
                submittedOn == null ? on : submittedOn,
                closedOn);
    }

    Duty in(DutyStage next, LocalDate by, @Nullable LocalDate closed) {
        return new Duty(
                id,
                caseId,
                version + 1,
                code,
                owner,
                role,
                about,
                article,
                period,
                opensOn,
                due,
                provisional,
                ruleFrom,
                next,
                by,
                form,
                facts,
                validUntil,
                submittedOn,
                closed);
    }
}
