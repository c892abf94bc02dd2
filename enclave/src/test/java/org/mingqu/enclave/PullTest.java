package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;

@DisplayName("A department's own PostgreSQL is read by the enclave, and by nobody else (art. 5, 15)")
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PullTest {

    private Platform platform;
    private EmbeddedPostgres postgres;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        postgres = EmbeddedPostgres.builder().start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA 住建");
            statement.execute("CREATE TABLE 住建.租赁 (编号 int, 承租人 text, 月租 numeric(10,2), 起 date, 备注 text)");
            statement.execute("INSERT INTO 住建.租赁 SELECT i, '王某' || i, i * 1.25, date '2024-01-01' + i % 300,"
                    + " CASE WHEN i % 3 = 0 THEN E'两行\\n\"引号\",逗号' END FROM generate_series(1, 5000) i");
        }
    }

    @AfterAll
    void close() throws Exception {
        platform.close();
        postgres.close();
    }

    @Test
    void a_table_is_pulled_and_lands() throws Exception {
        var response = pull("pull-1", url(), "住建.租赁");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        var staged = platform.await("pull-1", LoadState.STAGED);
        assertThat(staged.rows()).isEqualTo(5000);
        assertThat(staged.rejected()).isZero();
        assertThat(platform.land(staged, "lease", 1, null, "").rows()).isEqualTo(5000);
    }

    @Test
    void addresses_that_would_load_classes_or_reach_elsewhere_are_refused() throws Exception {
        for (var url : new String[] {
            url() + "?socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext",
            "jdbc:duckdb:/etc/passwd",
            "file:///etc/passwd",
            "jdbc:postgresql:x"
        }) {
            assertThat(pull(UUID.randomUUID().toString(), url, "t").body())
                    .as(url)
                    .contains("pull-address");
        }
    }

    @Test
    void a_table_name_cannot_carry_sql() throws Exception {
        for (var table : new String[] {"t; DROP TABLE x", "t\" --", "(SELECT 1)", "a.b.c", ""}) {
            assertThat(pull(UUID.randomUUID().toString(), url(), table).body())
                    .as(table)
                    .contains("pull-table");
        }
    }

    @Test
    void a_table_that_is_not_there_and_a_database_that_is_not_there_are_told_apart() throws Exception {
        assertThat(pull(UUID.randomUUID().toString(), url(), "no_such").body()).contains("pull-failed");
        assertThat(pull(UUID.randomUUID().toString(), "jdbc:postgresql://127.0.0.1:1/x", "t")
                        .body())
                .contains("pull-connect")
                .doesNotContain("127.0.0.1");
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    private HttpResponse<String> pull(String load, String url, String table) throws Exception {
        var ticket = platform.sign(new Order.PullTable(load, load.equals("pull-1") ? "lease" : "x"))
                .ticket();
        var body = "{\"url\":\"%s\",\"user\":\"postgres\",\"password\":\"postgres\",\"table\":\"%s\"}"
                .formatted(url, table.replace("\"", "\\\""));
        return platform.browser.send(
                HttpRequest.newBuilder(platform.door("/intake/" + ticket))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
