package org.mingqu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.FileFormat;

/// A CSV of more than 1 GB through an enclave with the memory that the platform gives it: that it lands, how fast, and
/// the most memory that the process had.
final class LargeIntakeBench implements Measurement {

    private static final long BYTES = 1L << 30;
    private static final int SUBJECTS = 500_000;
    private static final double MEGABYTE = 1e6;

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("mingqu-bench-intake");
        try (var enclave = EnclaveProcess.start()) {
            var csv = directory.resolve("usage.csv");
            var rows = write(csv);
            var begun = System.nanoTime();
            var staged = enclave.stage(csv, "usage", FileFormat.CSV);
            var stagedAfter = Samples.millisSince(begun);
            var columns =
                    staged.columns().stream().map(LargeIntakeBench::asProposed).toList();
            var landed = enclave.land(staged, 1, columns, "household", "household");
            var landedAfter = Samples.millisSince(begun);
            if (landed.rows() != rows) {
                throw new IOException("%d rows were sent, %d landed".formatted(rows, landed.rows()));
            }
            var what = "CSV of %.0f MB, %d rows".formatted(Files.size(csv) / MEGABYTE, rows);
            return List.of(
                    new Figure("intake.large.staged.s", stagedAfter / 1000, "s", what),
                    new Figure("intake.large.landed.s", landedAfter / 1000, "s", "measured, sealed, a version"),
                    new Figure(
                            "intake.large.peak.MiB",
                            peak(enclave.handle()) / 1024.0,
                            "MiB",
                            "most resident memory of the enclave's process, engine and heap (320 MiB at most) together"));
        } finally {
            EnclaveProcess.delete(directory);
        }
    }

    private static ColumnSpec asProposed(DetectedColumn found) {
        return new ColumnSpec(
                found.name(),
                found.proposedLabel(),
                found.type(),
                found.scale(),
                found.proposedClass(),
                found.proposedGrade(),
                found.detector(),
                found.lower(),
                found.upper());
    }

    /// @return rows written
    private static long write(Path csv) throws IOException {
        var random = new SplittableRandom(1);
        var written = 0L;
        var rows = 0L;
        try (var out = Files.newBufferedWriter(csv)) {
            out.write("household,meter,area,kind,day,reading,amount,state,note\n");
            while (written < BYTES) {
                var line = "H" + (10_000_000 + rows % SUBJECTS) + ",M" + (10_000_000 + random.nextInt(90_000_000))
                        + ",area " + rows % 40 + (rows % 3 == 0 ? ",home" : ",firm") + ",2025-0" + (1 + rows % 9)
                        + "-1" + rows % 10 + ',' + random.nextInt(100_000) + '.' + (10 + random.nextInt(90)) + ','
                        + random.nextInt(1000) + '.' + (10 + random.nextInt(90))
                        + (rows % 7 == 0 ? ",odd" : ",usual") + (rows % 10 == 0 ? ",\"seen, and\nconfirmed\"" : ",")
                        + '\n';
                out.write(line);
                written += line.length();
                rows++;
            }
        }
        return rows;
    }

    /// The most resident memory that a process had, in KiB, as the kernel tells it.
    private static long peak(ProcessHandle process) throws IOException {
        var status = Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid())));
        var line = status.stream()
                .filter(it -> it.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow(() -> new IOException("the kernel does not tell the most memory of a process"));
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
