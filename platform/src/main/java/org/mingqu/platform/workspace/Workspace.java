package org.mingqu.platform.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.warrant.Mask;

/// A workspace: what one agreement lets one partner use, until when, and whether it may at the moment.
///
/// @param inEnclave how the enclave has it; where it differs from `state` the enclave is still to be told
/// @param reason why it is suspended or ended; null while open
/// @param article by which
record Workspace(
        UUID id,
        UUID agreement,
        UUID caseId,
        UUID partner,
        String partnerName,
        String title,
        String scenario,
        State state,
        State inEnclave,
        LocalDate until,
        @Nullable String reason,
        @Nullable String article,
        Instant openedAt,
        int version,
        List<Table> tables) {

    /// How a workspace stands. NONE only for the enclave, before it was told.
    enum State {
        NONE,
        OPEN,
        SUSPENDED,
        TERMINATED
    }

    /// A resource of the grant with the columns that were granted; others do not exist for it.
    record Table(UUID resource, UUID department, List<Column> columns) {}

    record Column(String name, Mask mask) {}

    Workspace of(List<Table> granted) {
        return new Workspace(
                id,
                agreement,
                caseId,
                partner,
                partnerName,
                title,
                scenario,
                state,
                inEnclave,
                until,
                reason,
                article,
                openedAt,
                version,
                granted);
    }

    /// Whether it was closed by the end of its agreement's term, and not by a decision.
    boolean isExpired() {
        return state == State.TERMINATED && reason == null;
    }

    /// Who may work in it: people of the organisation that signed for its use.
    boolean isUsedBy(Actor actor) {
        return (actor.role() == Role.PARTNER || actor.role() == Role.OPERATOR)
                && actor.organisation().equals(partner);
    }

    /// Who may know that it exists: its users, those who supervise it, and the departments whose data it uses.
    boolean isVisibleTo(Actor actor) {
        return switch (actor.role()) {
            case AUTHORITY, OPERATOR -> true;
            case PARTNER -> actor.organisation().equals(partner);
            case SOURCE -> tables.stream().anyMatch(it -> it.department().equals(actor.organisation()));
            default -> false;
        };
    }

    Workspace in(State next, @Nullable String why, @Nullable String by) {
        return new Workspace(
                id,
                agreement,
                caseId,
                partner,
                partnerName,
                title,
                scenario,
                next,
                inEnclave,
                until,
                why,
                by,
                openedAt,
                version + 1,
                tables);
    }
}
