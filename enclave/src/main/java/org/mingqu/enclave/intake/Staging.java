package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.mingqu.enclave.engine.Duck;

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

    Staged run() throws IOException, SQLException {
        var charset = received.charset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            var text = folder.resolve("text");
            new Transcoder(charset).transcode(folder.resolve("raw"), text);
            Files.move(text, folder.resolve("raw"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        try (var duck = Duck.inFolder(folder, MEMORY_MB, THREADS)) {
            var reader = new Reader(duck, file());
            var raw = folder.resolve("raw");
            var shape = charset == null
                    ? reader.parquet(raw, Math.max(1L << 30, Math.multiplyExact(10L, limit)))
                    : reader.csv(raw, Header.read(raw));
            Files.delete(raw);
            return new Stager(duck, file()).stage(shape, received.blankRecords());
        }
    }
}
