package org.mingqu.platform.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.RunState;

/// One use of the data, from the moment a person asked for it: who, what, in which lane, and how it ended. Its rows
/// stay in the enclave.
///
/// @param epsilonMilli privacy loss to be spent, in thousandths; null in other lanes
/// @param millis how long it ran; null until it ended
/// @param evidence the entry of this use
record Run(
        UUID id,
        UUID workspace,
        UUID person,
        String personName,
        UUID organisation,
        Lane lane,
        String sql,
        @Nullable Integer epsilonMilli,
        RunState state,
        Instant at,
        @Nullable Long millis,
        Answer.@Nullable Judgement verdict,
        @Nullable EnclaveRefusal problem,
        UUID evidence) {

    Run ended(RunState now, @Nullable Long took, Answer.@Nullable Judgement judged, @Nullable EnclaveRefusal why) {
        return new Run(
                id,
                workspace,
                person,
                personName,
                organisation,
                lane,
                sql,
                epsilonMilli,
                now,
                at,
                took,
                judged,
                why,
                evidence);
    }
}
