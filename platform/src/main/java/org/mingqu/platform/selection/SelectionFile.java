package org.mingqu.platform.selection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.procedures.OpenMove;

/// A selection as those see it who take part in it.
///
/// @param experts how many are to score
/// @param seats the experts in the order of the draw; empty before it
/// @param pass the least mean with which an application can be proposed
/// @param seated whether who asks is an expert who scores
record SelectionFile(
        SelectionNotice notice,
        UUID caseId,
        int experts,
        int pass,
        List<OpenMove> open,
        List<CandidacyLine> candidacies,
        List<SelectionNotice.SeatView> seats,
        boolean seated) {

    /// An application among the others.
    ///
    /// @param scored how many experts have scored it
    /// @param mean of the scores; null while who asks may not see it
    /// @param apart requirements on which scores differ too much
    /// @param opinions how many regulators have said something
    /// @param objections how many of them object
    /// @param mine whether who asks has done the part that is theirs
    record CandidacyLine(
            UUID id,
            UUID caseId,
            String number,
            Party organisation,
            CandidacyStage stage,
            @Nullable Instant filedAt,
            int scored,
            @Nullable BigDecimal mean,
            List<Requirement> apart,
            int opinions,
            int objections,
            boolean proposed,
            boolean mine) {}
}
