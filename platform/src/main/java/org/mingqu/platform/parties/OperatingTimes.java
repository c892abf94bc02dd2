package org.mingqu.platform.parties;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// Who operated when, said by the room that admits operators (art. 12, 14).
public interface OperatingTimes {

    /// The organisations whose authorisation agreement was in force on a day of that time, both ends included.
    Set<UUID> during(LocalDate from, LocalDate until);
}
