package org.mingqu.platform.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the embedded enclave's process alive: starts it, finds where it listens, starts it anew when it dies, and
/// stops it with the platform.
final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LIVED_WELL = Duration.ofMinutes(1);
    private static final Duration GLANCE = Duration.ofMillis(40);

    private final EnclaveSettings settings;
    private final List<String> arguments;
    private final SSLContext tls;
    private final Thread keeper;
    private volatile boolean stopping;
    private volatile @Nullable Process process;
    private volatile @Nullable Connection connection;

    /// A supervisor that has not begun yet.
    ///
    /// @param arguments for the enclave's program, besides its home
    Supervisor(EnclaveSettings settings, List<String> arguments, SSLContext tls) {
        this.settings = settings;
        this.arguments = arguments;
        this.tls = tls;
        this.keeper = Thread.ofPlatform().name("enclave-supervisor").unstarted(this::keepAlive);
    }

    void start() {
        keeper.start();
    }

    /// The living enclave; empty while there is none.
    Optional<Connection> connection() {
        return Optional.ofNullable(connection);
    }

    /// The process id of the living enclave; empty while there is none.
    Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    private void keepAlive() {
        var pause = FIRST_PAUSE;
        while (!stopping) {
            var began = System.nanoTime();
            try {
                live();
            } catch (IOException e) {
                LOG.error("the enclave cannot be started", e);
            } catch (InterruptedException _) {
                return;
            }
            if (stopping) {
                return;
            }
            pause = Duration.ofNanos(System.nanoTime() - began).compareTo(LIVED_WELL) > 0 ? FIRST_PAUSE : pause;
            LOG.warn("the enclave has ended; it is started again in {} ms", pause.toMillis());
            if (!sleep(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /// One life of the enclave, from its start to its end.
    private void live() throws IOException, InterruptedException {
        var home = settings.home().toAbsolutePath();
        Files.createDirectories(home);
        stopLeftOver(home);
        Files.deleteIfExists(home.resolve(Endpoint.FILE));
        var alive = new ProcessBuilder(command(home))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("enclave.log").toFile()))
                .start();
        process = alive;
        try {
            var endpoint = await(alive, home);
            if (endpoint.isPresent()) {
                LOG.info(
                        "the enclave is ready: process {}, door on port {}",
                        endpoint.get().pid(),
                        endpoint.get().door());
                connection = connectionTo(endpoint.get());
                alive.waitFor();
            }
        } finally {
            disconnect();
            end(alive.toHandle());
        }
    }

    private List<String> command(Path home) {
        var command = new ArrayList<>(underLimit());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvm());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-jar");
        command.add(settings.jar().toAbsolutePath().toString());
        command.add("--home");
        command.add(home.toString());
        command.addAll(arguments);
        return command;
    }

    /// The operating system bounds what the process may commit (RLIMIT_DATA): engine functions that keep no memory
    /// limit
    /// of their own end the enclave, which is started again, and not the machine. The shell becomes the program.
    private List<String> underLimit() {
        var limit = settings.memory().toKilobytes();
        return limit == 0
                ? List.of()
                : List.of("/bin/sh", "-c", "ulimit -d \"$0\" && exec \"$@\"", Long.toString(limit));
    }

    private Connection connectionTo(Endpoint endpoint) {
        var found = Connection.to(endpoint, tls);
        var doorUrl = settings.doorUrl();
        return doorUrl == null ? found : found.withDoor(doorUrl);
    }

    private Optional<Endpoint> await(Process alive, Path home) throws IOException, InterruptedException {
        var until = System.nanoTime() + READY_WITHIN.toNanos();
        while (alive.isAlive() && System.nanoTime() < until) {
            if (Files.exists(home.resolve(Endpoint.FILE))) {
                var endpoint = Endpoint.read(home);
                if (endpoint.pid() == alive.pid()) {
                    return Optional.of(endpoint);
                }
            }
            Thread.sleep(GLANCE);
        }
        return Optional.empty();
    }

    /// A platform that was killed leaves its enclave alive. It holds the home's files, so it goes first; but only a
    /// process that names this home in its own command line is ours to stop.
    private static void stopLeftOver(Path home) throws IOException, InterruptedException {
        if (!Files.exists(home.resolve(Endpoint.FILE))) {
            return;
        }
        var left = Endpoint.read(home).pid();
        var handle = ProcessHandle.of(left)
                .filter(it -> it.info()
                        .commandLine()
                        .filter(line -> line.contains(home.toString()))
                        .isPresent());
        if (handle.isPresent()) {
            LOG.warn("an enclave left over from before is stopped: process {}", left);
            end(handle.get());
        }
    }

    private static void end(ProcessHandle it) throws InterruptedException {
        it.destroy();
        if (!isGoneWithin(it, STOPS_WITHIN)) {
            it.destroyForcibly();
            isGoneWithin(it, STOPS_WITHIN);
        }
    }

    private static boolean isGoneWithin(ProcessHandle it, Duration time) throws InterruptedException {
        var until = System.nanoTime() + time.toNanos();
        while (it.isAlive() && System.nanoTime() < until) {
            Thread.sleep(GLANCE);
        }
        return !it.isAlive();
    }

    private void disconnect() {
        var before = connection;
        connection = null;
        if (before != null) {
            before.close();
        }
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void close() {
        stopping = true;
        var alive = process;
        if (alive != null) {
            alive.destroy();
            try {
                if (!alive.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                    alive.destroyForcibly();
                }
            } catch (InterruptedException _) {
                alive.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        keeper.interrupt();
    }
}
