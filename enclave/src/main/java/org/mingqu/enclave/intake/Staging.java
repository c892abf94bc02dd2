package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.EnclaveRefused;

/// A received file on its way to the staged form, in a folder of its own.
final class Staging {

    private static final int MEMORY_MB = 1024;
    private static final int THREADS = 2;

    private final Path folder;
    private final Received received;
    private final long limit;

    /// @param folder holds `raw`
    /// @param limit the most bytes that a compressed file may unpack to, per byte allowed ten
    Staging(Path folder, Received received, long limit) {
        this.folder = folder;
        this.received = received;
        this.limit = limit;
    }

    Path file() {
        return folder.resolve("staged.parquet");
    }

    /// Reads the file once: some rows to see what the columns are, then all of them as that.
    Staged run() throws IOException, SQLException {
        var text = decoded();
        var raw = folder.resolve("raw");
        try (var duck = Duck.inFolder(folder, MEMORY_MB, THREADS)) {
            var reader = new Reader(duck, raw);
            var isCsv = received.charset() != null;
            var table = isCsv ? reader.csv(text) : reader.parquet(Math.max(1L << 30, Math.multiplyExact(10L, limit)));
            var layout = new Layout(Sampler.columns(duck, table));
            reader.write(layout.query(table.query(), text.padded()), file());
            Files.delete(raw);
            var form = isCsv ? reader.rejects(table.names()) : List.<Reject>of();
            return staged(duck, layout, form, text.blankRecords());
        }
    }

    private Staged staged(Duck duck, Layout layout, List<Reject> form, List<Long> blanks) throws SQLException {
        var failures = new Failures(duck, file(), layout);
        var rows = failures.rows();
        if (rows == 0) {
            throw EnclaveRefused.of("no-rows", "6");
        }
        var failing = failures.ofTypes(layout.columns().stream()
                .map(column -> new Failures.Target(column.name(), column.type(), column.scale()))
                .toList());
        return new Staged(rows - failing.size(), Failures.merge(form, failing, blanks), blanks, layout.columns());
    }

    private TextShape decoded() throws IOException {
        var charset = received.charset();
        if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
            return received.text();
        }
        var decoded = folder.resolve("text");
        var text = new Transcoder(charset).transcode(folder.resolve("raw"), decoded);
        Files.move(decoded, folder.resolve("raw"), StandardCopyOption.REPLACE_EXISTING);
        return text;
    }
}
