package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;

@DisplayName("Intake takes at most twice as long as plain DuckDB, detection and encryption included")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("slow")
class IntakeSpeedTest {

    private static final int ROWS = Integer.getInteger("rows", 2_000_000);

    @Test
    void a_large_file_is_staged_at_half_the_speed_of_reading_and_writing_it(@TempDir Path folder) throws Exception {
        var csv = folder.resolve("usage.csv");
        write(csv);
        try (var platform = new Platform(folder)) {
            platform.stage("warm", "r", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
            var plain = plain(csv, folder.resolve("plain.parquet"));
            var ticket = platform.sign(new Order.ReceiveFile("big", "usage", FileFormat.CSV, 1L << 34, "usage.csv"))
                    .ticket();
            var start = System.nanoTime();
            var response = platform.browser.send(
                    HttpRequest.newBuilder(platform.door("/intake/" + ticket))
                            .PUT(HttpRequest.BodyPublishers.ofFile(csv))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var received = System.nanoTime() - start;
            assertThat(response.statusCode()).isEqualTo(202);
            var status = platform.await("big", LoadState.STAGED);
            var staged = System.nanoTime() - start;
            platform.land(status, "usage", 1, "户号", "household");
            var landed = System.nanoTime() - start;

            System.out.printf(
                    "%d MB, %d rows: plain %.1f s, received %.1f s, staged %.1f s (%.2f), landed %.1f s (%.2f)%n",
                    Files.size(csv) >> 20,
                    status.rows(),
                    plain / 1e9,
                    received / 1e9,
                    staged / 1e9,
                    (double) plain / staged,
                    landed / 1e9,
                    (double) plain / landed);
            assertThat((double) plain / staged).isGreaterThanOrEqualTo(0.5);
        }
    }

    private static long plain(Path csv, Path parquet) throws Exception {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("SET threads=2");
            var start = System.nanoTime();
            statement.execute("COPY (SELECT * FROM read_csv('" + csv + "')) TO '" + parquet + "' (FORMAT parquet)");
            return System.nanoTime() - start;
        }
    }

    private static void write(Path csv) throws Exception {
        var random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("户号,表号,社区,类别,抄表日期,抄见数,用量,金额,抄表员,电话,状态,备注\n");
            for (var i = 0; i < ROWS; i++) {
                out.write("H%07d,M%08d,凤凰社区第%d网格,%s,2025-%02d-%02d,%d,%d.%02d,%d.%02d,抄表员%d,1380000%04d,%s,%s\n"
                        .formatted(
                                i % 100_000,
                                random.nextInt(100_000_000),
                                i % 40,
                                i % 3 == 0 ? "居民" : "非居民",
                                1 + i % 12,
                                1 + i % 28,
                                random.nextInt(100_000),
                                random.nextInt(100),
                                random.nextInt(100),
                                random.nextInt(1000),
                                random.nextInt(100),
                                i % 50,
                                random.nextInt(10_000),
                                i % 7 == 0 ? "异常" : "正常",
                                i % 10 == 0 ? "已现场核实，住户反映正常" : ""));
            }
        }
    }
}
