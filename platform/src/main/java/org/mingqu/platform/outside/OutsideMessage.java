package org.mingqu.platform.outside;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a counterpart, as it stands.
///
/// @param id goes with each try, so that the counterpart takes it once
/// @param subject what it is about; messages about one subject are delivered in their order
/// @param body JSON
/// @param fault the class of the last error; null without one
/// @param reason why it was given up; null if it was not
record OutsideMessage(
        UUID id,
        Counterpart to,
        String kind,
        UUID subject,
        String article,
        String body,
        State state,
        int tries,
        Instant createdAt,
        Instant nextTry,
        @Nullable String fault,
        @Nullable Instant faultAt,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable String reason) {

    /// Where it is on its way.
    enum State {
        WAITING,
        /// Tried as often as it is tried by itself.
        STUCK,
        ANSWERED,
        GIVEN_UP
    }
}
