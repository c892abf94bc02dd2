package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogFileTest {

    static final Instant NOW = Instant.parse("2026-03-02T01:00:00.123Z");
    static final SigningKey KEY = SigningKey.generate();

    @TempDir
    Path directory;

    @Test
    void what_was_appended_is_there_after_a_restart() {
        try (var log = LogFile.open(directory)) {
            assertThat(log.append(entries(0, 3))).isZero();
            assertThat(log.append(entry(3))).isEqualTo(3);
            log.checkpoint("test", KEY, NOW);
        }

        try (var log = LogFile.open(directory);
                var lines = log.lines()) {
            assertThat(log.size()).isEqualTo(4);
            assertThat(log.root()).isEqualTo(log.lastCheckpoint().orElseThrow().root());
            assertThat(lines.map(Line::entry)).isEqualTo(entries(0, 4));
            assertThat(log.append(entry(4))).isEqualTo(4);
        }
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void a_line_has_the_form_that_is_written_down() throws IOException {
        try (var log = LogFile.open(directory)) {
            log.append(entry(0));
        }

        assertThat(directory.resolve("entries.jsonl"))
                .hasContent("{\"index\":0,\"leaf\":\"%s\",\"entry\":{\"act\":\"申请\",\"n\":0}}\n"
                        .formatted(entry(0).leaf()));
    }

    @Test
    void a_receipt_holds_with_the_public_key_alone() {
        try (var log = LogFile.open(directory)) {
            log.append(entries(0, 11));
            log.checkpoint("test", KEY, NOW);
            log.append(entry(11));

            for (var index = 0; index < 11; index++) {
                var receipt = Receipt.ofJson(log.receipt(index).toJson());
                assertThat(receipt.entry()).isEqualTo(entry(index));
                assertThatCode(() -> receipt.verify(KEY.verifyingKey())).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void growth_since_a_checkpoint_can_be_proved() {
        try (var log = LogFile.open(directory)) {
            log.append(entries(0, 5));
            var older = log.checkpoint("test", KEY, NOW);
            log.append(entries(5, 12));

            log.consistencySince(5).verify(older.root(), log.root());
        }
    }

    /// Whatever part of the last batch reached the disk before the process died, the log opens with the
    /// whole lines of it, goes on, and verifies.
    @Test
    void a_log_cut_at_any_byte_after_its_last_checkpoint_goes_on() throws IOException {
        long signed;
        try (var log = LogFile.open(directory)) {
            log.append(entries(0, 5));
            log.checkpoint("test", KEY, NOW);
            signed = Files.size(directory.resolve("entries.jsonl"));
            log.append(entries(5, 8));
        }
        var entries = Files.readAllBytes(directory.resolve("entries.jsonl"));
        var checkpoints = Files.readAllBytes(directory.resolve("checkpoints.jsonl"));
        var leaves = Files.readAllBytes(directory.resolve("leaves.bin"));

        for (var cut = (int) signed; cut <= entries.length; cut += 7) {
            Files.write(directory.resolve("entries.jsonl"), Arrays.copyOf(entries, cut));
            Files.write(directory.resolve("leaves.bin"), Arrays.copyOf(leaves, cut % (leaves.length + 1)));
            Files.write(directory.resolve("checkpoints.jsonl"), checkpoints);
            var whole = new String(entries, 0, cut, UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            try (var log = LogFile.open(directory)) {
                assertThat(log.size()).as("cut at byte %d", cut).isEqualTo(whole);
                log.append(entry(100));
                log.checkpoint("test", KEY, NOW);
            }
            var report = verify();
            assertThat(report.faults()).as("cut at byte %d", cut).isEmpty();
            assertThat(report.proved()).isEqualTo(whole + 1);
        }
    }

    @Test
    void a_torn_checkpoint_is_taken_away() throws IOException {
        try (var log = LogFile.open(directory)) {
            log.append(entry(0));
            log.checkpoint("test", KEY, NOW);
        }
        Files.writeString(directory.resolve("checkpoints.jsonl"), "{\"at\":\"20", StandardOpenOption.APPEND);

        assertThat(verify().holds()).isTrue();
        assertThat(verify().notes()).extracting(Fault::kind).containsExactly(Fault.Kind.NOTE_TORN);
        try (var log = LogFile.open(directory)) {
            assertThat(log.lastCheckpoint().orElseThrow().size()).isEqualTo(1);
        }
        assertThat(verify().notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries.jsonl", "leaves.bin"})
    void a_log_without_its_entries_does_not_open_and_one_without_its_list_of_leaves_does(String file)
            throws IOException {
        try (var log = LogFile.open(directory)) {
            log.append(entries(0, 5));
            log.checkpoint("test", KEY, NOW);
        }
        Files.delete(directory.resolve(file));

        if (file.equals("leaves.bin")) {
            assertThat(verify().notes()).extracting(Fault::kind).containsExactly(Fault.Kind.NOTE_LEAF_LIST_SHORT);
            LogFile.open(directory).close();
            assertThat(verify().notes()).isEmpty();
        } else {
            assertThatExceptionOfType(LogDamaged.class)
                    .isThrownBy(() -> LogFile.open(directory))
                    .withMessage("Entry 0 is missing.");
        }
    }

    @Test
    void a_damaged_list_of_leaves_is_made_again() throws IOException {
        try (var log = LogFile.open(directory)) {
            log.append(entries(0, 5));
            log.checkpoint("test", KEY, NOW);
        }
        Files.write(directory.resolve("leaves.bin"), new byte[5 * 32]);

        LogFile.open(directory).close();

        assertThat(verify()).isEqualTo(new Report(5, 1, 5, List.of(), List.of()));
    }

    @Test
    void a_log_is_open_once_only() {
        try (var _ = LogFile.open(directory)) {
            assertThatIllegalStateException().isThrownBy(() -> LogFile.open(directory));
        }
        LogFile.open(directory).close();
    }

    @Test
    void a_log_kept_elsewhere_is_copied_with_its_checkpoints() {
        var tree = new MerkleTree(HashFunction.SM3);
        var lines = IntStream.range(0, 9)
                .mapToObj(i -> new Line(i, entry(i).leaf(), entry(i).bytes()))
                .toList();
        lines.forEach(line -> tree.append(line.leaf()));
        try (var log = LogFile.open(directory)) {
            log.copy(lines);
            log.copy(Checkpoint.sign("test", 9, tree.root(), NOW, KEY));
        }

        assertThat(verify()).isEqualTo(new Report(9, 1, 9, List.of(), List.of()));
    }

    @Test
    void a_log_kept_elsewhere_is_copied_with_its_faults() {
        var tree = MerkleTree.of(
                HashFunction.SM3, entries(0, 9).stream().map(Entry::leaf).iterator());
        try (var log = LogFile.open(directory)) {
            for (var i = 0; i < 9; i++) {
                var content = i == 4 ? entry(99) : entry(i);
                if (i != 7) {
                    log.copy(List.of(new Line(i, entry(i).leaf(), content.bytes())));
                }
            }
            log.copy(Checkpoint.sign("test", 9, tree.root(), NOW, KEY));
        }

        assertThat(verify().faults())
                .extracting(Fault::kind, Fault::index)
                .contains(tuple(Fault.Kind.ENTRY_CHANGED, 4L), tuple(Fault.Kind.ENTRY_MISSING, 7L));
    }

    /// A thread that is interrupted while it appends must not close the log for the others.
    @Test
    void many_threads_append_at_once_and_may_be_interrupted() throws InterruptedException {
        try (var log = LogFile.open(directory);
                var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 200; i++) {
                var number = i;
                threads.execute(() -> {
                    if (number % 5 == 0) {
                        Thread.currentThread().interrupt();
                    }
                    log.append(entry(number));
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            log.checkpoint("test", KEY, NOW);
        }

        assertThat(verify()).isEqualTo(new Report(200, 1, 200, List.of(), List.of()));
    }

    private Report verify() {
        return new Verifier(KEY.verifyingKey()).verify(directory);
    }

    static List<Entry> entries(int from, int to) {
        return IntStream.range(from, to).mapToObj(LogFileTest::entry).toList();
    }

    static Entry entry(int number) {
        return Entry.of(Map.of("act", "申请", "n", number));
    }
}
