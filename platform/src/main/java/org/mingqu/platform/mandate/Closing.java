package org.mingqu.platform.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.parties.Signature;

/// What is left to do when an authorisation agreement has ended (art. 14).
///
/// @param beganAt when the platform closed every access
/// @param workspaces that were closed by it
/// @param logsFrom the first day of which the network logs are kept
/// @param logsWhole whether that is all of them, as the operation was shorter than the rule asks
/// @param logsUntil the last day on which they must be kept
record Closing(
        UUID id,
        UUID mandate,
        UUID caseId,
        int version,
        String number,
        Party authority,
        Party operator,
        Stage stage,
        String reason,
        Instant beganAt,
        List<UUID> workspaces,
        List<Item> items,
        LocalDate logsFrom,
        boolean logsWhole,
        LocalDate logsUntil) {

    /// Where it stands.
    enum Stage {
        OPEN,
        CLOSED
    }

    /// What can be done with it.
    enum ClosingStep {
        PROVE,
        CLOSE
    }

    /// What art. 14 asks for, with the name of its term in the register of rules and whose it is.
    enum Duty {
        ACCESS("closing-access", Role.AUTHORITY),
        DELETION("closing-deletion", Role.OPERATOR),
        PLATFORM("closing-platform", Role.OPERATOR),
        PARTNER("closing-partner", Role.OPERATOR),
        LOGS("closing-logs", Role.AUTHORITY),
        SETTLEMENT("closing-settlement", Role.AUTHORITY);

        private final String term;
        private final Role owner;

        Duty(String term, Role owner) {
            this.term = term;
            this.owner = owner;
        }

        String term() {
            return term;
        }

        boolean isOf(Actor actor) {
            return (owner == Role.AUTHORITY) == actor.is(Role.AUTHORITY);
        }

        Role owner() {
            return owner;
        }
    }

    /// One line of the list.
    ///
    /// @param about the partner that is handed over; null for others
    /// @param due the last day
    /// @param text what is stated as evidence; null before
    /// @param millis for the access, how long it took until the enclave had confirmed the last key as destroyed
    record Item(
            UUID id,
            Duty duty,
            @Nullable Party about,
            LocalDate due,
            @Nullable String text,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable Long millis,
            @Nullable Signature seal) {

        boolean isDone() {
            return at != null;
        }
    }

    boolean isVisibleTo(Actor actor) {
        return actor.is(Role.AUTHORITY)
                || (actor.is(Role.OPERATOR, Role.PARTNER) && operator.id().equals(actor.organisation()));
    }

    Closing proven(Item proof) {
        return copy(
                stage,
                items.stream()
                        .map(it -> it.id().equals(proof.id()) ? proof : it)
                        .toList());
    }

    Closing closed() {
        return copy(Stage.CLOSED, items);
    }

    private Closing copy(Stage next, List<Item> list) {
        return new Closing(
                id,
                mandate,
                caseId,
                version + 1,
                number,
                authority,
                operator,
                next,
                reason,
                beganAt,
                workspaces,
                list,
                logsFrom,
                logsWhole,
                logsUntil);
    }
}
