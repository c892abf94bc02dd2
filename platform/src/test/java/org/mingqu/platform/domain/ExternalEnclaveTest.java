package org.mingqu.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Endpoint;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.Trust;
import org.springframework.util.unit.DataSize;

@DisplayName("An enclave in a zone of its own is named by its address, and is not the platform's to start or stop")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExternalEnclaveTest {

    private static final Path JAR = Path.of("..", "enclave", "target", "enclave.jar");

    @TempDir
    Path home;

    private @Nullable Process enclave;

    @BeforeEach
    void somebody_runs_an_enclave() throws IOException, InterruptedException {
        Trust.createIfAbsent(home.resolve("trust"));
        enclave = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--home",
                        home.resolve("enclave").toString(),
                        "--trust",
                        home.resolve("trust").resolve("enclave").toString(),
                        "--orders",
                        "0",
                        "--door",
                        "0",
                        "--origin",
                        "https://mingqu.example")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("enclave.log").toFile())
                .start();
        while (enclave.isAlive() && !Files.exists(home.resolve("enclave").resolve(Endpoint.FILE))) {
            Thread.sleep(50);
        }
        assertThat(enclave.isAlive()).isTrue();
    }

    @AfterEach
    void it_ends() throws InterruptedException {
        if (enclave != null) {
            enclave.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private WarrantedDomain domain(Path trust) throws IOException {
        var endpoint = Endpoint.read(home.resolve("enclave"));
        return new WarrantedDomain(new EnclaveSettings(
                URI.create("https://%s:%d".formatted(endpoint.host(), endpoint.orders())),
                URI.create("https://door.mingqu.example"),
                home.resolve("not-used"),
                trust,
                Path.of("no-such.jar"),
                0,
                "https://mingqu.example",
                List.of(),
                DataSize.ofBytes(0),
                true));
    }

    @Test
    void orders_go_to_the_address_and_tickets_name_the_door_that_browsers_reach() throws IOException {
        var domain = domain(home.resolve("trust"));
        domain.start();
        try {
            assertThat(domain.isReadyWithin(Duration.ofSeconds(30))).isTrue();
            var health = domain.order(Use.PLATFORM, new Order.Health(), Answer.HealthReport.class);
            assertThat(health.pid()).isEqualTo(enclave == null ? -1 : enclave.pid());
        } finally {
            domain.stop();
        }
        assertThat(enclave != null && enclave.isAlive())
                .as("it outlives the platform")
                .isTrue();
        assertThat(home.resolve("not-used")).doesNotExist();
    }

    @Test
    void a_platform_with_other_keys_gets_nothing(@TempDir Path stranger) throws IOException {
        Trust.createIfAbsent(stranger.resolve("trust"));
        var domain = domain(stranger.resolve("trust"));
        domain.start();
        try {
            assertThatThrownBy(() -> domain.order(Use.PLATFORM, new Order.Health(), Answer.HealthReport.class))
                    .isInstanceOf(EnclaveUnavailable.class);
        } finally {
            domain.stop();
        }
    }
}
