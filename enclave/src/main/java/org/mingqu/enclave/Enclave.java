package org.mingqu.enclave;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.warrant.Endpoint;
import org.mingqu.warrant.Trust;
import org.mingqu.warrant.WarrantJson;

/// An enclave that is running.
///
/// When it is ready, `endpoint.json` in its home says where it listens ([Endpoint]); the file is gone while it
/// starts.
public final class Enclave implements AutoCloseable {

    /// What the Java machine must be told for the enclave to run: the engine is native code.
    public static final List<String> NEEDED_FLAGS = List.of("--enable-native-access=ALL-UNNAMED");

    /// What keeps it small at rest; the engine's own memory is outside of the heap.
    public static final List<String> LIGHT_FLAGS =
            List.of("-Xmx320m", "-Xss2m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=192m", "-XX:TieredStopAtLevel=4");

    private final Domain domain;
    private final OrdersListener orders;
    private final Door door;

    private Enclave(Settings settings, Clock clock) throws IOException {
        Durable.folder(settings.home());
        var file = settings.home().resolve(Endpoint.FILE);
        Files.deleteIfExists(file);
        if (settings.trust().endsWith("trust/enclave") && settings.trust().startsWith(settings.home())) {
            Trust.createIfAbsent(settings.home().resolve("trust"), settings.host());
        }
        var trust = Trust.enclave(settings.trust());
        this.domain = new Domain(settings, trust.platformKey(), clock);
        this.orders =
                new OrdersListener(new InetSocketAddress(settings.host(), settings.orders()), trust.tls(), domain);
        this.door = new Door(new InetSocketAddress(settings.host(), settings.door()), domain, settings.origins());
        var endpoint = new Endpoint(
                settings.host(),
                orders.port(),
                door.port(),
                ProcessHandle.current().pid(),
                clock.instant());
        Durable.write(file, WarrantJson.canonical(endpoint));
        Thread.ofPlatform().daemon().name("warm-up").start(domain::warm);
    }

    /// Starts an enclave in this process.
    ///
    /// @param arguments as on the command line: `--home DIR` and the options
    /// @throws IllegalArgumentException if they are not understood
    public static Enclave start(List<String> arguments, Clock clock) throws IOException {
        return new Enclave(Settings.of(arguments, System.getenv()), clock);
    }

    /// Runs until the process is told to end.
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.err));
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static int run(List<String> arguments, PrintStream err) throws InterruptedException {
        try {
            var enclave = start(arguments, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> enclave.closeQuietly(err)));
            new CountDownLatch(1).await();
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(Settings.USAGE);
            return 2;
        } catch (IOException e) {
            err.println("the enclave cannot start: " + e);
            return 1;
        }
    }

    private void closeQuietly(PrintStream err) {
        try {
            close();
        } catch (IOException e) {
            err.println("the enclave did not end well: " + e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        orders.close();
        domain.close();
    }
}
