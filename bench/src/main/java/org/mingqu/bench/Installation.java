package org.mingqu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingqu.warrant.Endpoint;

/// The installation that `./mingqu` starts, found by the same `MINGQU_HOME` and `MINGQU_PORT`: platform, enclave and
/// database, as processes and as an address.
final class Installation {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Path home = Path.of(environment("MINGQU_HOME", "data"));
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build();
    private final URI address;

    Installation() {
        this.address = URI.create("http://localhost:" + environment("MINGQU_PORT", "8080"));
    }

    private static String environment(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }

    URI address() {
        return address;
    }

    /// Whether the platform answers and serves.
    boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/api/session"))
                .timeout(ANSWERS_WITHIN)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /// The directory in which it keeps all.
    Path home() {
        return home;
    }

    /// Whether platform and enclave are there and answer.
    boolean isComplete() throws InterruptedException {
        return isReady() && enclave().isPresent();
    }

    /// All its processes: platform, enclave and database, as the files in its home name them, with their children.
    Set<ProcessHandle> processes() {
        var found = new HashSet<ProcessHandle>();
        Stream.of(pid("platform.pid", 0), pid("database/postmaster.pid", 0), enclave())
                .flatMap(Optional::stream)
                .forEach(process -> {
                    found.add(process);
                    process.descendants().forEach(found::add);
                });
        return found;
    }

    private Optional<ProcessHandle> enclave() {
        try {
            return ProcessHandle.of(Endpoint.read(home.resolve("enclave")).pid());
        } catch (IOException _) {
            return Optional.empty(); // it writes the file when it is ready
        }
    }

    private Optional<ProcessHandle> pid(String file, int line) {
        try {
            return ProcessHandle.of(Long.parseLong(
                    Files.readAllLines(home.resolve(file)).get(line).strip()));
        } catch (IOException _) {
            return Optional.empty(); // not started, or with another database
        }
    }

    /// Resident memory of the processes in MiB.
    ///
    /// @param field `Pss` to share out what several share, `Rss` to count it in each process
    static double memory(Set<ProcessHandle> processes, String field) {
        return processes.stream().mapToLong(it -> kibibytes(it.pid(), field)).sum() / 1024.0;
    }

    private static long kibibytes(long pid, String field) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/smaps_rollup".formatted(pid))).stream()
                    .filter(it -> it.startsWith(field + ":"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException _) {
            return 0; // it ended since it was found
        }
    }

    /// Processor time that the processes have used up to now.
    static Duration used(Set<ProcessHandle> processes) {
        return processes.stream()
                .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
