package org.mingqu.enclave.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.FileFormat;

@DisplayName("A large file is sampled in whole records, and its rejected rows are left out however many (art. 5, 6)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlicesTest {

    private static final String HEADER = "number,note\n";

    /// The receiver reads by buffers of this length: a quoted line end stands before, on and after the edge.
    private static final int BUFFER = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void slices_begin_and_end_at_records_wherever_a_quoted_line_end_meets_a_buffers_edge() throws Exception {
        for (var shift = -2; shift <= 2; shift++) {
            var records = new ArrayList<String>();
            var csv = csv(records, shift);
            var raw = folder.resolve("raw" + shift);
            var received = new Receiver(FileFormat.CSV, Long.MAX_VALUE, bytes -> {})
                    .receive(new ByteArrayInputStream(csv), csv.length, raw);

            var slices = Slices.of(raw, received.text().marks());

            assertThat(slices).as("shift %d", shift).hasSize(Slices.MOST);
            for (var slice : slices) {
                var text = Files.readString(slice);
                assertThat(text).startsWith(HEADER);
                assertAreSuccessive(text.substring(HEADER.length()), records);
                Files.delete(slice);
            }
        }
    }

    /// Three buffers and a half of records of two lines each, the first edge `shift` bytes from a quoted line end.
    private static byte[] csv(List<String> records, int shift) {
        var text = new StringBuilder(HEADER);
        while (text.length() < BUFFER * 7 / 2) {
            var start = "%d,\"".formatted(records.size());
            var left = BUFFER + shift - text.length() - start.length();
            var first = left >= 30 && left < 90 ? left : 30;
            var record = start + "a".repeat(first) + "\n" + records.size() + ",b\"\n";
            records.add(record);
            text.append(record);
        }
        assertThat(text.charAt(BUFFER + shift)).isEqualTo('\n');
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void assertAreSuccessive(String slice, List<String> records) {
        var number = Integer.parseInt(slice.substring(0, slice.indexOf(',')));
        var at = 0;
        while (at < slice.length()) {
            var record = records.get(number++);
            assertThat(slice.startsWith(record, at)).as("record %d", number - 1).isTrue();
            at += record.length();
        }
    }

    @Test
    void a_hundred_thousand_rejected_rows_are_left_out() throws Exception {
        var file = folder.resolve("rows.parquet");
        try (var duck = Duck.inFolder(folder, 512, 2)) {
            duck.run("COPY (SELECT range AS n FROM range(300000)) TO %s (FORMAT parquet)"
                    .formatted(Duck.literal(file.toString())));
            var excluded =
                    LongStream.range(0, 100_000).map(i -> 3 * i + 1).boxed().toList();
            var rows = new Rows(file, excluded);

            assertThat(rows.count(duck)).isEqualTo(200_000);
            assertThat(duck.number("SELECT count(*) FROM " + rows.source())).isEqualTo(200_000);
            assertThat(duck.number("SELECT count(*) FROM %s WHERE n %% 3 = 1".formatted(rows.source())))
                    .isZero();
            assertThat(duck.number("SELECT sum(n - file_row_number) FROM " + rows.numbered()))
                    .isZero();
        }
    }
}
