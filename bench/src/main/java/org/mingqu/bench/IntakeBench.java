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
import java.util.function.ToDoubleFunction;
import org.mingqu.district.Column;
import org.mingqu.district.District;
import org.mingqu.district.Resource;
import org.mingqu.district.Scale;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.FileFormat;

/// How fast a file comes in (received, detected, read, checked, sealed, confirmed, measured, landed) beside DuckDB that
/// reads the same CSV and writes Parquet and does nothing else. Both have two threads; they take turns in one run, and
/// each round compares the two.
final class IntakeBench implements Measurement {

    private static final int ROUNDS = 5;
    private static final Scale LARGE = new Scale(400_000, 1_000, 100, 1, 1, 1);
    private static final double MEGABYTE = 1e6;

    @Override
    public List<Figure> measure() throws IOException, SQLException, InterruptedException {
        var directory = Files.createTempDirectory("mingqu-bench-intake");
        try (var enclave = EnclaveProcess.start()) {
            var district = District.demonstration();
            var file = district.write(directory, LARGE, List.of("residents")).getFirst();
            var resource = district.resource("residents");
            var rounds = new ArrayList<Round>();
            for (var round = 0; round <= ROUNDS; round++) {
                var measured = round(enclave, file.path(), directory.resolve("plain.parquet"), resource, round + 1);
                if (round > 0) { // the first is for warming up
                    rounds.add(measured);
                }
            }
            return figures(file.bytes(), file.rows(), rounds);
        } finally {
            EnclaveProcess.delete(directory);
        }
    }

    /// Times of one round in ms: by the clock, each from the first byte sent, and of the processors.
    private record Round(double plain, double received, double staged, double landed, double plainWork, double work) {}

    private static Round round(EnclaveProcess enclave, Path csv, Path parquet, Resource resource, int version)
            throws IOException, SQLException, InterruptedException {
        var worked = worked(ProcessHandle.current());
        var plain = plain(csv, parquet);
        var plainWork = worked(ProcessHandle.current()) - worked;
        var before = worked(enclave.handle());
        var begun = System.nanoTime();
        var load = enclave.send(csv, resource.key(), FileFormat.CSV);
        var received = Samples.millisSince(begun);
        var status = enclave.staged(load);
        var staged = Samples.millisSince(begun);
        enclave.land(
                status,
                version,
                specs(resource),
                requireNonNull(resource.subject()),
                resource.subjectKind().code());
        return new Round(
                plain, received, staged, Samples.millisSince(begun), plainWork, worked(enclave.handle()) - before);
    }

    private static List<Figure> figures(long bytes, long rows, List<Round> rounds) {
        var what = "CSV of %.1f MB, %d rows, dirty ones among them; median of %d"
                .formatted(bytes / MEGABYTE, rows, ROUNDS);
        return List.of(
                new Figure(
                        "intake.speed",
                        median(rounds, round -> round.plain() / round.landed()),
                        "ratio",
                        "received to landed and sealed, over DuckDB's read_csv and Parquet writing, same run; " + what),
                new Figure(
                        "intake.staging.speed",
                        median(rounds, round -> round.plain() / round.staged()),
                        "ratio",
                        "the like, until columns are proposed"),
                new Figure(
                        "intake.work",
                        median(rounds, round -> round.plainWork() / round.work()),
                        "ratio",
                        "processor time of DuckDB over ours: holds on a machine that others use too"),
                new Figure("intake.received.ms", median(rounds, Round::received), "ms", "the file has arrived"),
                new Figure(
                        "intake.staged.ms", median(rounds, Round::staged), "ms", "detected, read, checked and sealed"),
                new Figure("intake.landed.ms", median(rounds, Round::landed), "ms", "measured, and a version"),
                new Figure("intake.plain.ms", median(rounds, Round::plain), "ms", "DuckDB alone"),
                new Figure(
                        "intake.MBps",
                        median(rounds, round -> bytes / MEGABYTE * 1000 / round.landed()),
                        "MB/s",
                        "until landed and sealed"));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        return Samples.median(rounds.stream().mapToDouble(of).boxed().toList());
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
