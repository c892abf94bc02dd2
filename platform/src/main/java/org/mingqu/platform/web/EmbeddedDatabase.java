package org.mingqu.platform.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The embedded PostgreSQL, where no `spring.datasource.url` names another. Its data stay where they are, with real
/// durability, and a server left over from a killed platform is stopped first.
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    EmbeddedDatabase() {}

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(@Value("${mingqu.database.directory}") Path directory)
            throws IOException, InterruptedException {
        var data = Files.createDirectories(directory).toAbsolutePath();
        stopLeftOver(data);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Spring stops it, after everything that uses it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTS_WITHIN)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB")
                .start();
    }

    @Bean
    JdbcConnectionDetails connection(EmbeddedPostgres postgres) {
        return new Address("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()));
    }

    record Address(String jdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }

    /// Only a living postgres on this very directory is ours to stop; a stale file of a dead one is removed.
    private static void stopLeftOver(Path data) throws IOException, InterruptedException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var left = ProcessHandle.of(pid)
                .filter(it -> it.info()
                        .commandLine()
                        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                        .isPresent());
        if (left.isPresent()) {
            LOG.warn("a database left over from before is stopped: process {}", pid);
            left.get().destroy();
            var until = System.nanoTime() + STOPS_WITHIN.toNanos();
            while (left.get().isAlive() && System.nanoTime() < until) {
                Thread.sleep(Duration.ofMillis(50));
            }
        }
        Files.deleteIfExists(file);
    }
}
