package org.mingqu.platform.coordination;

import java.util.UUID;

/// What the city's department says to a request.
///
/// @param reference the city's own number of this answer; the same answer may be brought again
/// @param text what is granted, what is missing, or why it is refused
public record CityAnswer(UUID request, String reference, Kind kind, String text) {

    /// What it says.
    public enum Kind {
        /// It has the request.
        RECEIVED,
        /// It asks for more.
        MORE_ASKED,
        GRANTED,
        PARTLY,
        REFUSED
    }
}
