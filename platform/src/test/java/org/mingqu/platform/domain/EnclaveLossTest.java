package org.mingqu.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Article 16: the domain is a process of its own, and the platform keeps it alive")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnclaveLossTest extends OnTheStreet {

    private static final String QUESTION =
            "{\"sql\": \"select road, sum(vehicles) as vehicles from traffic_counts group by road\","
                    + " \"lane\": \"REVIEWED\"}";

    @Autowired
    private Domain domain;

    @Autowired
    private EnclaveSettings settings;

    private ProcessHandle enclave() {
        var health = domain.order(Use.PLATFORM, new Order.Health(), Answer.HealthReport.class);
        return ProcessHandle.of(health.pid()).orElseThrow();
    }

    @Test
    void when_the_enclave_dies_a_clear_answer_says_to_try_again_and_it_comes_back() {
        var sample = "/api/catalogue/%s/sample".formatted(resource("elders"));
        var enclave = enclave();
        assertThat(enclave.destroyForcibly()).isTrue();
        enclave.onExit().join();

        var away = nobody().get(sample);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.problem()).isEqualTo("enclave-unavailable");
        assertThat(domain.isReadyWithin(Duration.ofMinutes(1))).isTrue();
        assertThat(nobody().get(sample).status()).isEqualTo(200);
        assertThat(enclave().pid()).isNotEqualTo(enclave.pid());
    }

    @Test
    void a_query_in_flight_when_the_enclave_dies_says_to_try_again_and_the_next_one_works()
            throws IOException, InterruptedException {
        var runs = "/api/workspaces/%s/runs".formatted(workspace("tangyibo", "停车泊位热力"));
        var enclave = enclave();
        signal("STOP", enclave); // it hears, and does not answer: whatever is asked now is in flight
        var asked = CompletableFuture.supplyAsync(() -> as("tangyibo").post(runs, QUESTION));
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(asked).isNotDone();
        enclave.destroyForcibly();

        var lost = asked.join();

        assertThat(lost.status()).as("%s", lost).isEqualTo(503);
        assertThat(lost.problem()).isEqualTo("enclave-unavailable");
        var history = as("tangyibo").get(runs).body().required("items").get(0);
        assertThat(history.required("state").asString()).isEqualTo("FAILED");
        assertThat(domain.isReadyWithin(Duration.ofMinutes(1))).isTrue();
        var next = as("tangyibo").post(runs, QUESTION);
        assertThat(next.status()).as("%s", next).isEqualTo(201);
    }

    @Test
    void the_operating_system_bounds_what_the_enclave_commits() throws IOException {
        var limits =
                Files.readString(Path.of("/proc/%d/limits".formatted(enclave().pid())));

        assertThat(limits)
                .containsPattern("Max data size +%d +%d +bytes"
                        .formatted(
                                settings.memory().toBytes(), settings.memory().toBytes()));
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        var done = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(done.waitFor()).isZero();
    }
}
