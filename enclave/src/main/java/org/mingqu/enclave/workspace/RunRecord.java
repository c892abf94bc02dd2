package org.mingqu.enclave.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ModelSpec;
import org.mingqu.warrant.RunState;

/// What is kept of a run, without its result, which is sealed beside it.
///
/// @param versions resource to version, of the tables that the plan reads
/// @param threshold the least number of subjects behind a row, under which it was run
/// @param rows of the result; null until it is done
/// @param handedOver when its result left; null if it did not
/// @param model for a model what was asked for; else null
/// @param adjusted whether a noisy result is given adjusted; null for yes
record RunRecord(
        String run,
        String workspace,
        Lane lane,
        String sql,
        RunState state,
        Instant startedAt,
        @Nullable Long millis,
        Answer.Judgement judgement,
        Map<String, Integer> versions,
        int threshold,
        @Nullable Integer rows,
        @Nullable EnclaveRefusal problem,
        @Nullable Instant handedOver,
        @Nullable Boolean adjusted,
        @Nullable ModelSpec model) {

    RunRecord {
        versions = Map.copyOf(versions);
    }

    RunRecord ended(RunState ended, long millis, @Nullable Integer rows, @Nullable EnclaveRefusal problem) {
        return new RunRecord(
                run,
                workspace,
                lane,
                sql,
                ended,
                startedAt,
                millis,
                judgement,
                versions,
                threshold,
                rows,
                problem,
                handedOver,
                adjusted,
                model);
    }

    RunRecord handedOver(Instant at) {
        return new RunRecord(
                run, workspace, lane, sql, state, startedAt, millis, judgement, versions, threshold, rows, problem, at,
                adjusted, model);
    }

    boolean isAdjusted() {
        return adjusted == null || adjusted;
    }

    List<String> resources() {
        return List.copyOf(versions.keySet());
    }
}
