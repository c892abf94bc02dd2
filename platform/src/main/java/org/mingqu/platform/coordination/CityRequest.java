package org.mingqu.platform.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.parties.Party;

/// A request to the city's department.
///
/// @param origin the case that needs the data
/// @param department whose part of that case waits for it; null for the authority's own
/// @param due until when an answer is hoped for
record CityRequest(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Stage stage,
        UUID origin,
        Reach reach,
        String title,
        String what,
        String why,
        @Nullable Party department,
        LocalDate sentOn,
        Deadline due) {

    /// Beyond what the data lie.
    enum Reach {
        LEVEL,
        REGION
    }

    enum Stage {
        SENT,
        RECEIVED,
        MORE_ASKED,
        GRANTED,
        PARTLY,
        REFUSED,
        WITHDRAWN;

        /// Whether the city has it.
        boolean isWithTheCity() {
            return this == SENT || this == RECEIVED;
        }

        boolean isOpen() {
            return isWithTheCity() || this == MORE_ASKED;
        }
    }

    enum Step {
        RECEIVE,
        ASK_MORE,
        SUPPLY,
        GRANT,
        GRANT_PARTLY,
        REFUSE,
        WITHDRAW
    }

    /// An answer as it was recorded.
    record Recorded(String reference, CityAnswer.Kind kind, String text, String by, Instant at) {}

    CityRequest in(Stage next, Deadline until) {
        return new CityRequest(
                id, caseId, version + 1, number, next, origin, reach, title, what, why, department, sentOn, until);
    }
}
