package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuddenEndTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 211})
    void nothing_acknowledged_is_lost_when_the_process_is_killed(int acknowledged, @TempDir Path directory)
            throws IOException, InterruptedException {
        var key = SigningKey.generate();
        key.store(directory.resolve("key.pem"));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var last = -1L;
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            while (last < acknowledged) {
                last = Long.parseLong(output.readLine());
            }
            process.destroyForcibly();
        } finally {
            process.destroyForcibly().waitFor();
        }

        var verifier = new Verifier(key.verifyingKey());
        assertThat(verifier.verify(directory).faults()).isEmpty();
        try (var log = LogFile.open(directory)) {
            assertThat(log.size()).isGreaterThan(last);
            log.append(LogFileTest.entry(0));
            log.checkpoint("test", key, Instant.EPOCH);
            assertThat(verifier.verify(directory))
                    .extracting(Report::holds, Report::proved)
                    .containsExactly(true, log.size());
        }
    }

    /// Appends until it is killed, and says what it was told is durable.
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            var directory = Path.of(args[0]);
            var key = SigningKey.load(directory.resolve("key.pem"));
            try (var log = LogFile.open(directory)) {
                for (var i = 0; ; i += 3) {
                    log.append(LogFileTest.entries(i, i + 3));
                    log.checkpoint("test", key, Instant.EPOCH);
                    System.out.println(log.size() - 1);
                }
            }
        }
    }
}
