package org.mingqu.platform.procedures;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Role;

/// Something in a case that somebody should hear of. Published in the act's own transaction.
///
/// @param stage of the case, or of the task
/// @param organisation whose people should hear
/// @param role in which they act; null for all of them
/// @param person the only one; null for all in the role
/// @param due the last day; null where there is none
/// @param article by which; empty where none says so
public record CaseNews(
        Kind kind,
        CaseFile file,
        String stage,
        UUID organisation,
        @Nullable Role role,
        @Nullable UUID person,
        @Nullable LocalDate due,
        String article) {

    /// What has happened.
    public enum Kind {
        /// There is something to do.
        TASK,
        /// Somebody asks that it be done (催办).
        REMINDED,
        /// Its term ends with the next working day.
        WARNED,
        /// Its term has ended.
        OVERDUE,
        /// A colleague has handed it over (转办).
        TRANSFERRED,
        /// A colleague asks to sign a decision first (会签).
        COUNTERSIGN,
        /// The case of this organisation has moved.
        MOVED
    }
}
