package org.mingqu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole street for a test: the platform on a real database with a real enclave beside it, and the small district
/// played in through the public interface. Started once for all tests that stand on it.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "mingqu.demo=true",
            "mingqu.demonstration.scale=SMALL",
            "mingqu.calls.anywhere=true",
            "mingqu.outside.patience=PT2S"
        })
public abstract class OnTheStreet {

    private static final Duration PLAYED_WITHIN = Duration.ofMinutes(10);
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Map<String, Guest> GUESTS = new ConcurrentHashMap<>();
    private static final Path HOME = home();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("mingqu.home", HOME::toString);
        registry.add("mingqu.enclave.jar", () -> jar().toString());
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PostOffice.open().getSmtp().getPort());
    }

    private static Path jar() {
        return Path.of("..", "enclave", "target", "enclave.jar")
                .toAbsolutePath()
                .normalize();
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("mingqu-street");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void the_district_is_played() throws InterruptedException {
        var until = System.nanoTime() + PLAYED_WITHIN.toNanos();
        var progress = nobody().get("/api/demonstration/progress").body();
        while (!progress.required("finished").asBoolean()) {
            assertThat(System.nanoTime()).as("still at %s", progress).isLessThan(until);
            assertThat(progress.path("failed").asBoolean(false))
                    .as("the demonstration came to a stop at %s", progress)
                    .isFalse();
            Thread.sleep(Duration.ofMillis(500));
            progress = nobody().get("/api/demonstration/progress").body();
        }
    }

    protected Guest as(String username) {
        return GUESTS.computeIfAbsent(username, it -> Guest.as(port, it));
    }

    protected Guest nobody() {
        return GUESTS.computeIfAbsent("", _ -> Guest.nobody(port));
    }

    /// The published resource of that name.
    protected String resource(String name) {
        for (JsonNode item : nobody().get("/api/catalogue?size=200").body().required("items")) {
            if (item.required("name").asString().equals(name)) {
                return item.required("id").asString();
            }
        }
        throw new AssertionError("no resource is called " + name);
    }

    /// What somebody asked in a workspace, once the answer is there: a busy machine may take longer than the reply
    /// waits.
    ///
    /// @param question the form, as JSON
    protected Guest.Reply ran(String username, String workspace, String question) {
        var run = as(username).post("/api/workspaces/%s/runs".formatted(workspace), question);
        var until = System.nanoTime() + ANSWERED_WITHIN.toNanos();
        while (run.status() < 300 && run.text("state").equals("RUNNING") && System.nanoTime() < until) {
            LockSupport.parkNanos(GLANCE.toNanos());
            run = as(username).get("/api/runs/" + run.text("id"));
        }
        return run;
    }

    /// A workspace of that title, as a person sees it.
    protected String workspace(String username, String title) {
        for (JsonNode item : as(username).get("/api/workspaces").body()) {
            if (item.required("title").asString().equals(title)) {
                return item.required("id").asString();
            }
        }
        throw new AssertionError("%s sees no workspace %s".formatted(username, title));
    }
}
