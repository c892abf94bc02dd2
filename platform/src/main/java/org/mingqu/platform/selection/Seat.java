package org.mingqu.platform.selection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An expert in the order of the draw.
///
/// @param place in the draw, from 1
/// @param ground why the expert stands back; null while not
/// @param reason what was said with it; empty for what was found
record Seat(
        UUID call,
        UUID person,
        String name,
        UUID organisation,
        String organisationName,
        int place,
        State state,
        @Nullable Ground ground,
        String reason) {

    /// Why an expert stands back.
    enum Ground {
        /// Belongs to an organisation that applies.
        ORGANISATION,
        /// Has declared an interest in an organisation that applies.
        DECLARED,
        /// Is tied, as declared, to an expert who was drawn before.
        RELATED,
        /// Stands back after the draw.
        OWN_WISH
    }

    /// Whether the expert scores.
    enum State {
        /// Scores.
        SEATED,
        /// Takes the place of the next who stands back.
        RESERVE,
        /// Stands back: an interest was declared or found.
        RECUSED
    }

    Seat seated() {
        return new Seat(call, person, name, organisation, organisationName, place, State.SEATED, null, "");
    }

    Seat recused(Ground why, String said) {
        return new Seat(call, person, name, organisation, organisationName, place, State.RECUSED, why, said);
    }
}
