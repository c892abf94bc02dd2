package org.mingqu.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.mingqu.privacy.mask.Pseudonyms;

/// How fast stand-ins are made for different values, and how fast the engine gives them to rows whose values
/// repeat.
final class MaskFigures {

    private static final int ROUNDS = 5;
    private static final int VALUES = 1_000_000;
    private static final int ROWS = 10_000_000;
    private static final int REPEATED = 1_000;
    private static final int ONE_PIECE = 4_000;
    private static final byte[] KEY = "a key of 32 bytes for the bench.".getBytes(StandardCharsets.US_ASCII);

    private MaskFigures() {}

    static List<Figure> measure() throws SQLException {
        try (var pseudonyms = new Pseudonyms(KEY)) {
            return List.of(values(pseudonyms), work(pseudonyms), rows(pseudonyms));
        }
    }

    private static Figure values(Pseudonyms pseudonyms) {
        var values = IntStream.range(0, VALUES)
                .mapToObj(i -> "440306%012d".formatted(i * 104_729L))
                .toList();
        var rates = new ArrayList<Double>();
        for (var round = 0; round <= ROUNDS; round++) {
            var begun = System.nanoTime();
            var made = pseudonyms.of("person", values);
            if (round > 0) {
                rates.add(made.size() / Samples.millisSince(begun) * 1000);
            }
        }
        return new Figure(
                "mask.values_per_s",
                Samples.median(rates),
                "1/s",
                "%d different identity numbers, %d cores, median of %d; HMAC-SM3, the first round for warming not counted"
                        .formatted(VALUES, Runtime.getRuntime().availableProcessors(), ROUNDS));
    }

    /// The same by processor time, which other programs on the machine do not change.
    private static Figure work(Pseudonyms pseudonyms) {
        var values = IntStream.range(0, ONE_PIECE)
                .mapToObj(i -> "440306%012d".formatted(i * 104_729L))
                .toList();
        var threads = ManagementFactory.getThreadMXBean();
        var nanos = new ArrayList<Double>();
        for (var round = 0; round < 100; round++) {
            var worked = threads.getCurrentThreadCpuTime();
            pseudonyms.of("person", values);
            nanos.add((threads.getCurrentThreadCpuTime() - worked) / (double) ONE_PIECE);
        }
        return new Figure(
                "mask.work.ns", Samples.median(nanos), "ns", "processor time for each different value, one thread");
    }

    /// Each value once to the library, and its stand-in joined back to all rows that have it.
    private static Figure rows(Pseudonyms pseudonyms) throws SQLException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                var statement = duckdb.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute(
                    "CREATE TABLE uses AS SELECT printf('440306%%012d', hash(i) %% %d) AS person FROM range(%d) t(i)"
                            .formatted(REPEATED, ROWS));
            var rates = new ArrayList<Double>();
            for (var round = 0; round <= ROUNDS; round++) {
                var begun = System.nanoTime();
                statement.execute("CREATE OR REPLACE TABLE tokens (v VARCHAR, t VARCHAR)");
                var values = new ArrayList<String>();
                try (var different = statement.executeQuery("SELECT DISTINCT person FROM uses")) {
                    while (different.next()) {
                        values.add(different.getString(1));
                    }
                }
                var made = pseudonyms.of("person", values);
                try (var appender = duckdb.createAppender("main", "tokens")) {
                    for (var i = 0; i < made.size(); i++) {
                        appender.beginRow();
                        appender.append(values.get(i));
                        appender.append(made.get(i));
                        appender.endRow();
                    }
                }
                statement.execute("SELECT max(t), count(*) FROM uses JOIN tokens ON v = person");
                if (round > 0) {
                    rates.add(ROWS / Samples.millisSince(begun) * 1000);
                }
            }
            return new Figure(
                    "mask.rows_per_s",
                    Samples.median(rates),
                    "1/s",
                    "%d rows of %d values, from rows to a stand-in read for each, median of %d"
                            .formatted(ROWS, REPEATED, ROUNDS));
        }
    }
}
