package org.mingqu.platform.partners;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signature;

/// One partner's way in with one operator, and out.
///
/// @param rulesVersion of the operator's rules under which it applied, and under which it stays
/// @param filedOn the day on which the authority acknowledged the filing; null before
/// @param until the last day of the admission; null before
/// @param leftOn the day on which its access was closed; null before
/// @param exitedOn the day on which the authority acknowledged the exit; null before
/// @param reason of the exit, the refusal or the objection; empty before
/// @param deletion the partner's statement; null before
record Partnership(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Party operator,
        Party partner,
        PartnershipStage stage,
        String introduction,
        List<Capability> capabilities,
        int rulesVersion,
        LocalDate appliedOn,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate until,
        @Nullable LocalDate leftOn,
        @Nullable LocalDate exitedOn,
        String reason,
        @Nullable Deletion deletion) {

    /// What the partner states of the data and copies that were left to it.
    ///
    /// @param destroyed the workspaces whose key the enclave had destroyed by then
    record Deletion(String text, String by, Instant at, Signature seal, List<UUID> destroyed) {}

    boolean isVisibleTo(Actor actor) {
        return actor.is(Role.AUTHORITY)
                || (actor.is(Role.OPERATOR) && operator.id().equals(actor.organisation()))
                || (actor.is(Role.PARTNER) && partner.id().equals(actor.organisation()));
    }

    Partnership in(PartnershipStage next, String why) {
        return new Partnership(
                id,
                caseId,
                version + 1,
                number,
                operator,
                partner,
                next,
                introduction,
                capabilities,
                rulesVersion,
                appliedOn,
                filedOn,
                until,
                leftOn,
                exitedOn,
                why.isEmpty() ? reason : why,
                deletion);
    }

    Partnership filed(LocalDate day, LocalDate last) {
        return dated(day, last, leftOn, exitedOn, deletion);
    }

    Partnership left(LocalDate day) {
        return dated(filedOn, until, day, exitedOn, deletion);
    }

    Partnership exited(LocalDate day) {
        return dated(filedOn, until, leftOn, day, deletion);
    }

    Partnership certified(Deletion it) {
        return dated(filedOn, until, leftOn, exitedOn, it);
    }

    private Partnership dated(
            @Nullable LocalDate filed,
            @Nullable LocalDate last,
            @Nullable LocalDate left,
            @Nullable LocalDate exited,
            @Nullable Deletion stated) {
        return new Partnership(
                id,
                caseId,
                version,
                number,
                operator,
                partner,
                stage,
                introduction,
                capabilities,
                rulesVersion,
                appliedOn,
                filed,
                last,
                left,
                exited,
                reason,
                stated);
    }
}
