package org.mingqu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.mingqu.district.District;
import org.mingqu.district.Scale;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;

/// How long a running query still runs after the workspace was suspended (art. 21, 38).
final class SuspendBench implements Measurement {

    private static final int ROUNDS = 7;
    private static final long UNDER_WAY = 700;
    private static final String WORKSPACE = "bench";

    /// Billions of pairs: no machine ends it by itself in the time of the bench.
    private static final String LONG_QUERY = """
            SELECT a.community, COUNT(*) AS n
            FROM water_daily a
            JOIN water_daily b ON b.household_no = a.household_no
            JOIN water_daily c ON c.household_no = b.household_no
            GROUP BY a.community""";

    @Override
    public List<Figure> measure() throws IOException, SQLException, InterruptedException {
        var directory = Files.createTempDirectory("mingqu-bench-suspend");
        try (var enclave = EnclaveProcess.start()) {
            var district = District.demonstration();
            var resource = district.resource("water_daily");
            var file = district.write(directory, Scale.TENTH, List.of(resource.key()))
                    .getFirst();
            var staged = enclave.stage(file.path(), resource.key(), FileFormat.PARQUET);
            enclave.land(staged, 1, IntakeBench.specs(resource), "household_no", "household");
            enclave.order(new Order.OpenWorkspace(WORKSPACE), Answer.WorkspaceStatus.class);
            var ended = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                ended.add(suspendOnce(enclave));
                enclave.order(new Order.ResumeWorkspace(WORKSPACE), Answer.WorkspaceStatus.class);
            }
            return List.of(
                    new Figure("suspend.ms", Samples.median(ended), "ms", "order to query ended, median of " + ROUNDS),
                    new Figure("suspend.max.ms", Samples.quantile(ended, 1), "ms", "the slowest of " + ROUNDS));
        } finally {
            EnclaveProcess.delete(directory);
        }
    }

    private static double suspendOnce(EnclaveProcess enclave) throws IOException, InterruptedException {
        var run = UUID.randomUUID().toString();
        enclave.order(
                new Order.Run(WORKSPACE, run, Lane.REVIEWED, LONG_QUERY, grant(), null, null), Answer.RunStatus.class);
        Thread.sleep(UNDER_WAY);
        var status = enclave.order(new Order.ReadRun(run), Answer.RunStatus.class);
        if (status.state() != RunState.RUNNING) {
            throw new IOException("the query that should be running is %s: %s %s"
                    .formatted(status.state(), status.problem(), status.judgement()));
        }
        var begun = System.nanoTime();
        enclave.order(new Order.SuspendWorkspace(WORKSPACE, "38", "bench"), Answer.WorkspaceStatus.class);
        EnclaveProcess.await(
                () -> enclave.order(new Order.ReadRun(run), Answer.RunStatus.class),
                it -> it.state() != RunState.RUNNING,
                Duration.ofSeconds(60));
        return Samples.millisSince(begun);
    }

    private static Grant grant() {
        var all = EnumSet.allOf(Right.class);
        return new Grant(
                "bench",
                List.of(new Grant.Table(
                        "water_daily",
                        1,
                        "water_daily",
                        "water_daily",
                        List.of(
                                new Grant.Column("household_no", all, Mask.NONE),
                                new Grant.Column("community", all, Mask.NONE)),
                        10_000)),
                new Grant.Limits(10, 1000, 1000, 300));
    }
}
