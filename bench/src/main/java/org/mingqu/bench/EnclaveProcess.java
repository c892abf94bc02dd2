package org.mingqu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.EnclaveClient;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Endpoint;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.mingqu.warrant.Trust;
import org.mingqu.warrant.Warrant;

/// An enclave of the bench's own, in a process and a directory that go with it, ordered about by warrants as the
/// platform does it.
final class EnclaveProcess implements AutoCloseable {

    private static final Path PROGRAM = Path.of("enclave/target/enclave.jar");
    private static final Warrant.Actor ACTOR = new Warrant.Actor("bench", "bench", "OPERATOR");
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);
    private static final long GLANCE = 10;

    private final Path directory;
    private final Process process;
    private final Trust.Platform trust;
    private final EnclaveClient client;
    private final Endpoint endpoint;
    private final HttpClient door =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EnclaveProcess(Path directory, Process process, Trust.Platform trust, Endpoint endpoint) {
        this.directory = directory;
        this.process = process;
        this.trust = trust;
        this.endpoint = endpoint;
        this.client = new EnclaveClient(
                URI.create("https://localhost:" + endpoint.orders()), trust.tls(), Duration.ofSeconds(60));
    }

    /// Starts one from the repository's own build.
    static EnclaveProcess start() throws IOException, InterruptedException {
        if (!Files.exists(PROGRAM)) {
            throw new IOException(
                    "%s is not built: run the bench from the repository's root, after the build".formatted(PROGRAM));
        }
        var directory = Files.createTempDirectory("mingqu-bench");
        Trust.create(directory.resolve("trust"));
        var home = Files.createDirectories(directory.resolve("home"));
        var process = new ProcessBuilder(command(directory))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("enclave.log").toFile())
                .start();
        var until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(home.resolve(Endpoint.FILE))) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IOException(
                        "the enclave did not start: " + Files.readString(directory.resolve("enclave.log")));
            }
            Thread.sleep(GLANCE);
        }
        return new EnclaveProcess(directory, process, Trust.platform(directory.resolve("trust")), Endpoint.read(home));
    }

    private static List<String> command(Path directory) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m", // as much as the platform gives it
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=192m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                PROGRAM.toAbsolutePath().toString(),
                "--home",
                directory.resolve("home").toString(),
                "--trust",
                directory.resolve("trust/enclave").toString(),
                "--orders",
                "0",
                "--door",
                "0");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    <A extends Answer> A order(Order order, Class<A> kind) {
        return client.send(trust.signer().sign(Warrant.of(Instant.now(), ACTOR, null, null, order)), kind);
    }

    /// Sends a file, until the enclave has all of it.
    ///
    /// @param resource must be a fit name for a folder
    /// @return the load
    String send(Path file, String resource, FileFormat format) throws IOException, InterruptedException {
        var load = UUID.randomUUID().toString();
        var order = new Order.ReceiveFile(load, resource, format, 1L << 34, String.valueOf(file.getFileName()));
        var ticket = trust.signer()
                .sign(Warrant.of(Instant.now(), ACTOR, null, null, order))
                .ticket();
        var response = door.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d/intake/%s".formatted(endpoint.door(), ticket)))
                        .PUT(HttpRequest.BodyPublishers.ofFile(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("the door answered %d: %s".formatted(response.statusCode(), response.body()));
        }
        return load;
    }

    /// Brings a file in until its columns are detected.
    Answer.LoadStatus stage(Path file, String resource, FileFormat format) throws IOException, InterruptedException {
        return staged(send(file, resource, format));
    }

    /// Waits until the columns of a load are detected.
    Answer.LoadStatus staged(String load) throws IOException, InterruptedException {
        return awaitLoad(load, LoadState.STAGED);
    }

    /// Makes a version of a staged file.
    Answer.LoadStatus land(
            Answer.LoadStatus staged, int version, List<ColumnSpec> columns, String subject, String subjectKind)
            throws IOException, InterruptedException {
        order(
                new Order.LandLoad(
                        staged.load(),
                        staged.resource(),
                        version,
                        columns,
                        subject,
                        subjectKind,
                        new QualityRules(List.of(), List.of(subject), null, 0)),
                Answer.LoadStatus.class);
        return awaitLoad(staged.load(), LoadState.LANDED);
    }

    /// On a machine with much other work an enclave at work may be slow to take a connection: the look is made again.
    private Answer.LoadStatus look(String load) {
        try {
            return order(new Order.ReadLoad(load), Answer.LoadStatus.class);
        } catch (EnclaveUnavailable e) {
            if (!process.isAlive()) {
                throw e;
            }
            return order(new Order.ReadLoad(load), Answer.LoadStatus.class);
        }
    }

    private Answer.LoadStatus awaitLoad(String load, LoadState wanted) throws IOException, InterruptedException {
        var status = await(
                () -> look(load),
                it -> it.state() == wanted || it.state() == LoadState.FAILED || it.state() == LoadState.DISCARDED,
                LONGEST_LOAD);
        if (status.state() != wanted) {
            throw new IOException("the load ended as %s: %s".formatted(status.state(), status.problem()));
        }
        return status;
    }

    /// Asks until the answer is as wanted.
    static <A> A await(Supplier<A> question, Predicate<A> wanted, Duration longest)
            throws IOException, InterruptedException {
        var until = System.nanoTime() + longest.toNanos();
        var answer = question.get();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        "waited %d s in vain; the last answer was %s".formatted(longest.toSeconds(), answer));
            }
            Thread.sleep(GLANCE);
            answer = question.get();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        client.close();
        door.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(directory);
    }

    /// Deletes a directory with all that is in it.
    static void delete(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(it -> {
                try {
                    Files.delete(it);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
