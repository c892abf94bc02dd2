package org.mingqu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("An installation in earnest: a PostgreSQL of its own, an ordinary user, and the first run")
@DisplayNameGeneration(ReplaceUnderscores.class)
@DirtiesContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"mingqu.demo=false", "mingqu.enclave.embedded=false"})
class ExternalDatabaseTest {

    private static final String FORM = """
            {"authority": {"name": "某区政务服务和数据管理局"},
             "administrators": [
               {"username": "sysadmin", "name": "系统", "password": "Correct-Horse-1", "role": "SYSTEM_ADMIN"},
               {"username": "secadmin", "name": "安全", "password": "Correct-Horse-2", "role": "SECURITY_ADMIN"},
               {"username": "audit", "name": "审计", "password": "Correct-Horse-3", "role": "AUDIT_ADMIN"}],
             "authorityUser": {"username": "head", "name": "主管", "password": "Correct-Horse-4"}}
            """;

    private static final EmbeddedPostgres SERVER = server();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient sql;

    private static EmbeddedPostgres server() {
        try {
            var server = EmbeddedPostgres.start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role mingqu login password 'an ordinary user'");
                statement.execute("create database mingqu owner mingqu");
            }
            return server;
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) throws IOException {
        var home = Files.createTempDirectory("mingqu-external");
        registry.add("mingqu.home", home::toString);
        registry.add(
                "spring.datasource.url", () -> "jdbc:postgresql://127.0.0.1:%d/mingqu".formatted(SERVER.getPort()));
        registry.add("spring.datasource.username", () -> "mingqu");
        registry.add("spring.datasource.password", () -> "an ordinary user");
        registry.add("mingqu.enclave.jar", () -> Path.of("no-such.jar"));
    }

    @AfterAll
    static void stop() throws IOException {
        SERVER.close();
    }

    @Test
    void it_starts_there_and_the_first_run_happens_once_and_is_on_record() {
        assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
        assertThat(Guest.nobody(port)
                        .get("/api/session")
                        .body()
                        .required("installation")
                        .required("empty")
                        .asBoolean())
                .isTrue();

        var asked = IntStream.range(0, 4)
                .mapToObj(_ -> Guest.nobody(port))
                .map(guest -> CompletableFuture.supplyAsync(
                        () -> guest.post("/api/setup", FORM).status()))
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(204, 404, 404, 404);
        assertThat(sql.sql("select content from evidence_entry where act = 'installation-set-up'")
                        .query(String.class)
                        .single())
                .contains("AUDIT_ADMIN")
                .doesNotContain("Correct-Horse");
        assertThat(sql.sql("select count(*) from person").query(Long.class).single())
                .isEqualTo(4);
    }

    @Test
    void without_the_demonstration_no_request_can_set_the_clock_back() {
        assertThat(context.getBeansOfType(java.time.Clock.class).values())
                .noneMatch(org.mingqu.platform.web.DemonstrationClock.class::isInstance);
        assertThat(Guest.nobody(port).get("/api/demonstration/accounts").status())
                .isEqualTo(404);
    }
}
