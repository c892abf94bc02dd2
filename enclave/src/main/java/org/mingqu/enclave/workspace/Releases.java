package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.dataset.Deliveries;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ReleaseCheck.Outcome;
import org.mingqu.warrant.ReleaseDifference;
import org.mingqu.warrant.ResultTable;
import org.mingqu.warrant.RunState;

/// What leaves: exact results, checked by machine for those who decide, and handed over when they have.
public final class Releases {

    private final Runs runs;
    private final Workspaces workspaces;
    private final Deliveries deliveries;
    private final Clock clock;

    /// The releases of these runs.
    public Releases(Runs runs, Workspaces workspaces, Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.runs = runs;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /// The checks and the result as it would leave.
    public Answer.Inspection inspect(String run) {
        var record = reviewed(run);
        var result = runs.result(record);
        var review = runs.review(record);
        var checks = new ReleaseChecks(record, result, review);
        return new Answer.Inspection(
                run,
                record.sql(),
                checks.all(mayLeave(record, review), otherVersion(record)),
                shown(record, result.table()),
                ReleaseFile.sm3(content(review, result.table())),
                checks.cells(),
                review.lineage(),
                difference(record, result),
                review.dataSet() == null ? null : review.dataSet().report(),
                review.model() == null ? null : review.model().report());
    }

    /// Of a data set the first rows, in an order that says nothing.
    private static ResultTable shown(RunRecord record, ResultTable table) {
        var most = Answer.Inspection.SHOWN;
        return record.lane() == Lane.DATASET && table.rows().size() > most
                ? new ResultTable(table.columns(), table.rows().subList(0, most), table.suppressed(), null)
                : table;
    }

    private boolean mayLeave(RunRecord record, Review review) {
        try {
            return record.handedOver() != null || runs.histories().mayLeave(record.run(), review.cells());
        } catch (IOException e) {
            throw new UncheckedIOException("what was released cannot be read", e);
        }
    }

    /// Hands the file over, unless an automatic check fails. That its cells are out is remembered, durably,
    /// before.
    ///
    /// @param recipient who receives it; a data set carries its mark
    public synchronized Answer.HandedOver handOver(String run, String recipient) throws IOException {
        var record = reviewed(run);
        var result = runs.result(record);
        var review = runs.review(record);
        if (record.handedOver() == null) {
            var checks = new ReleaseChecks(record, result, review).all(true, false);
            if (checks.stream().anyMatch(check -> check.outcome() == Outcome.FAIL)
                    || !runs.histories().release(run, review.cells())) {
                throw EnclaveRefused.of("release-failed", "20");
            }
            runs.store().save(record.handedOver(clock.instant()));
        }
        var dataSet = review.dataSet();
        var copy = dataSet == null
                ? result.table()
                : deliveries.copy(run, dataSet.marking(), result.table(), recipient, clock.instant());
        var content = content(review, copy);
        var model = review.model() != null;
        return new Answer.HandedOver(
                run,
                run + (model ? ".pmml" : ".csv"),
                model ? "application/xml" : "text/csv; charset=utf-8",
                Base64.getEncoder().encodeToString(content),
                ReleaseFile.sm3(content),
                ReleaseFile.sm3(content(review, result.table())),
                -1);
    }

    /// A model leaves as a model, all else as a table.
    private static byte[] content(Review review, ResultTable table) {
        var model = review.model();
        return model == null ? new ReleaseFile(table).content() : model.pmml().getBytes(StandardCharsets.UTF_8);
    }

    private RunRecord reviewed(String run) {
        var record = runs.store().get(run);
        workspaces.mustBeOpen(record.workspace());
        if (!record.lane().staysInside()) {
            throw EnclaveRefused.of("run-lane", "4", "needed", Lane.REVIEWED.name());
        }
        if (record.state() != RunState.DONE) {
            throw EnclaveRefused.of("run-state", "", "state", record.state().name(), "needed", RunState.DONE.name());
        }
        return record;
    }

    private boolean otherVersion(RunRecord record) {
        return runs.store().all().stream()
                .filter(earlier ->
                        earlier.handedOver() != null && earlier.lane().staysInside())
                .anyMatch(earlier -> record.versions().entrySet().stream()
                        .anyMatch(it ->
                                !it.getValue().equals(earlier.versions().getOrDefault(it.getKey(), it.getValue()))));
    }

    /// Against the last result with the same columns from the same resources that left this workspace.
    private @Nullable ReleaseDifference difference(RunRecord record, Result result) {
        return runs.store().handedOver(record.workspace()).stream()
                .filter(earlier -> !earlier.run().equals(record.run())
                        && earlier.lane() == Lane.REVIEWED
                        && record.lane() == Lane.REVIEWED
                        && earlier.versions().keySet().equals(record.versions().keySet()))
                .sorted(Comparator.comparing((RunRecord earlier) -> Objects.requireNonNull(earlier.handedOver()))
                        .reversed())
                .map(earlier -> compared(earlier, result))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable ReleaseDifference compared(RunRecord earlier, Result result) {
        var diff = new ReleaseDiff(runs.result(earlier).table(), result.table());
        return diff.alike() ? diff.from(earlier) : null;
    }
}
