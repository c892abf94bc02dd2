package org.mingqu.warrant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Where an enclave listens; it writes this to `endpoint.json` in its home when it is ready.
///
/// @param host the address it is bound to
/// @param orders port of the orders listener (HTTPS, client certificate required)
/// @param door port of the door (browser-facing)
/// @param pid process id
public record Endpoint(String host, int orders, int door, long pid, Instant startedAt) {

    /// The file's name in the enclave's home.
    public static final String FILE = "endpoint.json";

    /// Reads it from the enclave's home.
    ///
    /// @throws java.nio.file.NoSuchFileException if the enclave is not ready
    public static Endpoint read(Path home) throws IOException {
        return WarrantJson.read(Files.readAllBytes(home.resolve(FILE)), Endpoint.class);
    }
}
