package org.mingqu.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    @Autowired
    private Domain domain;

    @Test
    void when_the_enclave_dies_a_clear_answer_says_to_try_again_and_it_comes_back() throws InterruptedException {
        var health = domain.order(Use.PLATFORM, new Order.Health(), Answer.HealthReport.class);
        var sample = "/api/catalogue/%s/sample".formatted(resource("elders"));
        var enclave = ProcessHandle.of(health.pid()).orElseThrow();
        assertThat(enclave.destroyForcibly()).isTrue();
        enclave.onExit().join();

        var away = nobody().get(sample);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.problem()).isEqualTo("enclave-unavailable");
        assertThat(domain.isReadyWithin(Duration.ofMinutes(1))).isTrue();
        assertThat(nobody().get(sample).status()).isEqualTo(200);
        assertThat(domain.order(Use.PLATFORM, new Order.Health(), Answer.HealthReport.class)
                        .pid())
                .isNotEqualTo(health.pid());
    }
}
