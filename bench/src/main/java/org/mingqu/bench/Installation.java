package org.mingqu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The installation in this repository: platform, enclave and database, as processes and as an address.
final class Installation {

    private static final List<String> PARTS = List.of("platform", "enclave.jar", "postgres");
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Path root = Path.of("").toAbsolutePath();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build();
    private final URI address;

    Installation() {
        this.address = URI.create(System.getProperty("mingqu.url", "http://localhost:8080"));
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

    /// All its processes: those that name the repository and a part in their command line, with their children.
    Set<ProcessHandle> processes() throws IOException {
        var found = new HashSet<ProcessHandle>();
        var self = ProcessHandle.current();
        for (var process : ProcessHandle.allProcesses().toList()) {
            var line = commandLine(process.pid());
            var isPart = line.contains(root.toString()) && PARTS.stream().anyMatch(line::contains);
            if (isPart && !process.equals(self) && (line.contains("java") || line.contains("postgres"))) {
                found.add(process);
                process.descendants().forEach(found::add);
            }
        }
        found.remove(self);
        return found;
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

    private static String commandLine(long pid) throws IOException {
        try {
            return Files.readString(Path.of("/proc/%d/cmdline".formatted(pid))).replace('\0', ' ');
        } catch (NoSuchFileException _) {
            return "";
        }
    }
}
