package org.mingqu.platform.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A selection was made public, or its result was (art. 9, 11). Published in the transaction in which that is entered.
///
/// @param result whether it is the result
/// @param selected who was selected; empty for a notice
/// @param decision what the district government wrote; null for a notice
public record SelectionTold(
        UUID selection,
        String number,
        String title,
        String conditions,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean result,
        List<UUID> selected,
        @Nullable String decision) {

    public SelectionTold {
        selected = List.copyOf(selected);
    }
}
