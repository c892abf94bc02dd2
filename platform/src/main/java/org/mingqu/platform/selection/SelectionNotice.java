package org.mingqu.platform.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A selection as anybody may see it.
///
/// @param open whether applications are taken today
/// @param requirements of article 9, each to be shown
/// @param commitment SM3 of the seed of the draw, published with the notice
/// @param draw how the experts were drawn, once they are and the result is out
/// @param selected who was selected, once the result is out
/// @param decision what the district government wrote, once the result is out
/// @param changedAt when the selection last changed, so that a reader of the feed hears of the result
record SelectionNotice(
        UUID id,
        String number,
        String title,
        String conditions,
        LocalDate opensOn,
        LocalDate closesOn,
        CallStage stage,
        int version,
        boolean open,
        List<Requirement> requirements,
        String commitment,
        @Nullable DrawView draw,
        List<String> selected,
        @Nullable String decision,
        Instant changedAt) {

    /// What is needed to draw again.
    ///
    /// @param seed whose SM3 the notice carried
    /// @param filings entries of the evidence, one for each application that was filed
    record DrawView(String seed, List<UUID> filings, List<SeatView> seats) {}

    record SeatView(
            UUID person,
            String name,
            String organisation,
            int place,
            Seat.State state,
            Seat.@Nullable Ground ground,
            String reason) {

        static SeatView of(Seat it) {
            return new SeatView(
                    it.person(), it.name(), it.organisationName(), it.place(), it.state(), it.ground(), it.reason());
        }
    }
}
