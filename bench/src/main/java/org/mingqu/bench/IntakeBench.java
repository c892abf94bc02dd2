package org.mingqu.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.mingqu.district.Column;
import org.mingqu.district.District;
import org.mingqu.district.Resource;
import org.mingqu.district.Scale;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.FileFormat;

/// How fast a file comes in (received, decoded, checked, detected, written, sealed) beside DuckDB that reads the same
/// CSV and writes Parquet and does nothing else. Both have two threads; they take turns in one run.
final class IntakeBench implements Measurement {

    private static final int ROUNDS = 3;
    private static final Scale LARGE = new Scale(400_000, 1_000, 100, 1, 1, 1);
    private static final double MEGABYTE = 1e6;

    @Override
    public List<Figure> measure() throws IOException, SQLException, InterruptedException {
        var directory = Files.createTempDirectory("mingqu-bench-intake");
        try (var enclave = EnclaveProcess.start()) {
            var district = District.demonstration();
            var file = district.write(directory, LARGE, List.of("residents")).getFirst();
            var resource = district.resource("residents");
            var ours = new ArrayList<Double>();
            var staging = new ArrayList<Double>();
            var plain = new ArrayList<Double>();
            var work = new ArrayList<Double>();
            for (var round = 0; round <= ROUNDS; round++) {
                var before = worked(ProcessHandle.current());
                var beside = plain(file.path(), directory.resolve("plain.parquet"));
                var besideWorked = worked(ProcessHandle.current()) - before;
                var oursBefore = worked(enclave.handle());
                var begun = System.nanoTime();
                var staged = enclave.stage(file.path(), resource.key(), FileFormat.CSV);
                var stagedAfter = Samples.millisSince(begun);
                enclave.land(
                        staged,
                        round + 1,
                        specs(resource),
                        requireNonNull(resource.subject()),
                        resource.subjectKind().code());
                if (round > 0) { // the first is for warming up
                    ours.add(Samples.millisSince(begun));
                    staging.add(stagedAfter);
                    plain.add(beside);
                    work.add(besideWorked / (worked(enclave.handle()) - oursBefore));
                }
            }
            return figures(file.bytes(), file.rows(), ours, staging, plain, work);
        } finally {
            EnclaveProcess.delete(directory);
        }
    }

    private static List<Figure> figures(
            long bytes, long rows, List<Double> ours, List<Double> staging, List<Double> plain, List<Double> work) {
        var what = "CSV of %.1f MB, %d rows, dirty ones among them; median of %d"
                .formatted(bytes / MEGABYTE, rows, ROUNDS);
        var perSecond = bytes / MEGABYTE * 1000;
        return List.of(
                new Figure(
                        "intake.speed",
                        Samples.median(plain) / Samples.median(ours),
                        "ratio",
                        "of DuckDB's read_csv and Parquet writing, same run; " + what),
                new Figure(
                        "intake.staging.speed",
                        Samples.median(plain) / Samples.median(staging),
                        "ratio",
                        "the like, until columns are proposed"),
                new Figure(
                        "intake.work",
                        Samples.median(work),
                        "ratio",
                        "processor time of DuckDB over ours: holds on a machine that others use too"),
                new Figure(
                        "intake.MBps", perSecond / Samples.median(ours), "MB/s", "detection, landing and sealing in"),
                new Figure(
                        "intake.staging.MBps",
                        perSecond / Samples.median(staging),
                        "MB/s",
                        "until columns are proposed"),
                new Figure("intake.plain.MBps", perSecond / Samples.median(plain), "MB/s", "DuckDB alone"));
    }

    /// Processor time that a process has used, in ms.
    private static double worked(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static double plain(Path file, Path parquet) throws SQLException {
        var settings = new Properties();
        settings.setProperty("threads", "2");
        settings.setProperty("autoinstall_known_extensions", "false");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                var statement = connection.createStatement()) {
            var begun = System.nanoTime();
            statement.execute(
                    "COPY (SELECT * FROM read_csv('%s', header = true, ignore_errors = true)) TO '%s' (FORMAT parquet)"
                            .formatted(file, parquet));
            return Samples.millisSince(begun);
        }
    }

    /// The columns as the department would confirm them.
    static List<ColumnSpec> specs(Resource resource) {
        return resource.columns().stream().map(IntakeBench::spec).toList();
    }

    private static ColumnSpec spec(Column it) {
        return new ColumnSpec(
                it.name(),
                it.label(),
                ColumnType.valueOf(it.type().name()),
                it.scale(),
                ColumnClass.valueOf(it.columnClass().name()),
                it.grade(),
                null,
                it.lower(),
                it.upper());
    }
}
