package org.mingqu.platform.domain;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.Trust;
import org.mingqu.warrant.Warrant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The domain behind warrants: makes or reads the keys, starts the enclave where it is embedded, signs and
/// sends.
@Component
@EnableConfigurationProperties(EnclaveSettings.class)
class WarrantedDomain implements Domain, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarrantedDomain.class);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final EnclaveSettings settings;
    private final Trust.Platform trust;
    private volatile @Nullable Supervisor supervisor;
    private final @Nullable Connection external;
    private volatile boolean running;

    /// Real time: a warrant lives for seconds by the clock on the wall, whatever day a simulation says it is.
    private final Clock wall = Clock.systemUTC();

    WarrantedDomain(EnclaveSettings settings) {
        this.settings = settings;
        try {
            if (settings.url() == null && Trust.createIfAbsent(settings.trust())) {
                LOG.info("keys for platform and enclave were made");
            }
            this.trust = Trust.platform(settings.trust());
        } catch (IOException e) {
            throw new UncheckedIOException("the keys shared with the enclave cannot be read", e);
        }
        this.external = settings.url() == null ? null : external(settings.url());
    }

    @Override
    public <T extends Answer> T order(Use use, Order order, Class<T> kind) {
        var signed =
                trust.signer().sign(Warrant.of(wall.instant(), use.actor(), use.agreement(), use.scenario(), order));
        return connection().client().send(signed, kind);
    }

    @Override
    public DoorTicket ticket(Use use, Order.Ticket order) {
        var warrant = Warrant.of(wall.instant(), use.actor(), use.agreement(), use.scenario(), order);
        var ticket = trust.signer().sign(warrant).ticket();
        var path = switch (order) {
            case Order.FetchRejects _ -> "/rejects/";
            case Order.FetchSubjectRows _ -> "/copies/";
            case Order.TraceLeak _ -> "/suspects/";
            case Order.ReceiveFile _, Order.PullTable _ -> "/intake/";
        };
        return new DoorTicket(ticket, connection().door().resolve(path + ticket), warrant.expiresAt());
    }

    @Override
    public boolean isReadyWithin(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            if (answers()) {
                return true;
            }
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private boolean answers() {
        try {
            order(Use.PLATFORM, new Order.Health(), Answer.HealthReport.class);
            return true;
        } catch (EnclaveUnavailable | EnclaveRefused _) {
            return false;
        }
    }

    private Connection connection() {
        return Optional.ofNullable(external)
                .or(() -> Optional.ofNullable(supervisor).flatMap(Supervisor::connection))
                .orElseThrow(() -> new EnclaveUnavailable("the enclave is not running at the moment"));
    }

    private Connection external(URI url) {
        var door = requireNonNull(settings.doorUrl(), "mingqu.enclave.door-url must be set with mingqu.enclave.url");
        return Connection.to(url, door, trust.tls());
    }

    private List<String> arguments() {
        return List.of(
                "--trust",
                settings.trust().resolve("enclave").toAbsolutePath().toString(),
                "--orders",
                "0",
                "--door",
                Integer.toString(settings.doorPort()),
                "--origin",
                settings.origin());
    }

    @Override
    public void start() {
        running = true;
        if (external == null && settings.embedded()) {
            var keeper = new Supervisor(settings, arguments(), trust.tls());
            keeper.start();
            supervisor = keeper;
        }
    }

    @Override
    public void stop() {
        running = false;
        var keeper = supervisor;
        supervisor = null;
        if (keeper != null) {
            keeper.close();
        }
        if (external != null) {
            external.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server, so that the enclave starts while it does; stopped after it.
    @Override
    public int getPhase() {
        return 0;
    }
}
