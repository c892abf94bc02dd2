package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that can be done to a log shows, and is named.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TamperingTest {

    static final SigningKey KEY = SigningKey.generate();
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final int SIZE = 12;

    @TempDir
    Path directory;

    private Path entries;
    private Path checkpoints;
    private Path leaves;
    private List<Line> original = List.of();

    @BeforeEach
    void write() {
        entries = directory.resolve("entries.jsonl");
        checkpoints = directory.resolve("checkpoints.jsonl");
        leaves = directory.resolve("leaves.bin");
        try (var log = LogFile.open(directory)) {
            for (var size = 0; size < SIZE; size += 4) {
                log.append(LogFileTest.entries(size, size + 4));
                log.checkpoint("test", KEY, NOW);
            }
        }
        assertThat(verify()).isEqualTo(new Report(SIZE, 3, SIZE, List.of(), List.of()));
    }

    private void writeAnew(int size) throws IOException {
        for (var file : List.of(entries, checkpoints, leaves)) {
            Files.delete(file);
        }
        try (var log = LogFile.open(directory)) {
            log.append(LogFileTest.entries(0, size));
            log.checkpoint("test", KEY, NOW);
        }
    }

    @Test
    void every_flipped_bit_of_the_entries_is_named_with_its_entry() throws IOException {
        writeAnew(3);
        var bytes = Files.readAllBytes(entries);
        var line = 0;
        for (var i = 0; i < bytes.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                Files.write(entries, flipped(bytes, i, bit));
                var expected = (long) line;
                assertThat(verify().faults())
                        .as("byte %d, bit %d", i, bit)
                        .isNotEmpty()
                        .anySatisfy(fault -> assertThat(fault.index()).isEqualTo(expected));
            }
            line += bytes[i] == '\n' ? 1 : 0;
        }
    }

    @Test
    void every_flipped_bit_of_the_checkpoints_is_named() throws IOException {
        writeAnew(3);
        var bytes = Files.readAllBytes(checkpoints);
        for (var i = 0; i < bytes.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                Files.write(checkpoints, flipped(bytes, i, bit));
                assertThat(verify().faults()).as("byte %d, bit %d", i, bit).isNotEmpty();
            }
        }
    }

    @Test
    void every_flipped_bit_of_the_list_of_leaves_is_named_with_its_entry() throws IOException {
        writeAnew(3);
        var bytes = Files.readAllBytes(leaves);
        for (var i = 0; i < bytes.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                Files.write(leaves, flipped(bytes, i, bit));
                var fault = Fault.of(Fault.Kind.LEAF_LIST, i / 32);
                assertThat(verify().faults()).as("byte %d, bit %d", i, bit).containsExactly(fault);
            }
        }
    }

    @Test
    void every_missing_entry_is_named() throws IOException {
        for (var index = 0; index < SIZE; index++) {
            var lines = lines();
            lines.remove(index);
            var fault = Fault.of(Fault.Kind.ENTRY_MISSING, index);

            assertFaults(lines, fault);
            assertFaults(renumbered(lines), fault);
        }
    }

    @Test
    void every_changed_entry_is_named() throws IOException {
        for (var index = 0; index < SIZE; index++) {
            var lines = lines();
            var forged = Line.of(index, LogFileTest.entry(99));
            var fault = Fault.of(Fault.Kind.ENTRY_CHANGED, index);

            lines.set(
                    index,
                    new Line(index, lines.get(index).leaf(), forged.entry().bytes()));
            assertFaults(lines, fault);
            lines.set(index, forged);
            assertFaults(lines, fault);
        }
    }

    @Test
    void every_inserted_entry_is_named() throws IOException {
        for (var index = 0; index < SIZE; index++) {
            var lines = lines();
            lines.add(index, Line.of(index, LogFileTest.entry(99)));
            assertFaults(lines, Fault.of(Fault.Kind.ENTRY_INSERTED, index));
            assertFaults(renumbered(lines), Fault.of(Fault.Kind.ENTRY_INSERTED, index));
        }
    }

    @Test
    void every_two_entries_that_were_exchanged_are_named() throws IOException {
        for (var first = 0; first < SIZE; first++) {
            for (var second = first + 1; second < SIZE; second++) {
                for (var renumbered : List.of(true, false)) {
                    var lines = lines();
                    Collections.swap(lines, first, second);
                    write(renumbered ? renumbered(lines) : lines);
                    assertThat(verify().faults())
                            .as("%d and %d", first, second)
                            .isNotEmpty()
                            .allMatch(fault -> fault.kind() == Fault.Kind.ENTRY_MOVED)
                            .extracting(Fault::index)
                            .isSubsetOf((long) first, (long) second)
                            .hasSize(second == first + 1 ? 1 : 2);
                }
            }
        }
    }

    @Test
    void an_entry_that_stands_there_twice_is_named() throws IOException {
        var lines = lines();
        lines.add(7, lines.get(3));

        assertFaults(lines, Fault.of(Fault.Kind.ENTRY_INSERTED, 7));
    }

    /// Who can write all files, but not sign, is caught between two checkpoints.
    @Test
    void a_history_written_anew_is_placed_between_two_checkpoints() throws IOException {
        var forged = LogFileTest.entries(0, SIZE);
        forged = new ArrayList<>(forged);
        forged.set(5, LogFileTest.entry(99));
        var signed = Files.readAllBytes(checkpoints);
        for (var file : List.of(entries, checkpoints, leaves)) {
            Files.delete(file);
        }
        try (var log = LogFile.open(directory)) {
            log.append(forged);
        }
        Files.write(checkpoints, signed);

        assertThat(verify().faults())
                .containsExactly(Fault.of(Fault.Kind.ENTRIES_CHANGED, 4).with("to", 7));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void without_the_list_of_leaves_the_faulty_entry_is_still_named(boolean changed) throws IOException {
        Files.delete(leaves);
        var lines = lines();
        if (changed) {
            lines.set(6, new Line(6, lines.get(6).leaf(), LogFileTest.entry(99).bytes()));
        } else {
            lines.remove(6);
        }
        write(lines);

        assertThat(verify().faults())
                .containsExactly(Fault.of(changed ? Fault.Kind.ENTRY_CHANGED : Fault.Kind.ENTRY_MISSING, 6));
    }

    @Test
    void a_log_that_is_shorter_than_its_checkpoint_misses_its_last_entries() throws IOException {
        write(lines().subList(0, SIZE - 2));
        Files.delete(leaves);

        assertThat(verify().faults())
                .containsExactly(
                        Fault.of(Fault.Kind.ENTRY_MISSING, SIZE - 2), Fault.of(Fault.Kind.ENTRY_MISSING, SIZE - 1));
    }

    @Test
    void a_log_rolled_back_with_its_checkpoints_is_caught_by_a_witness() throws IOException {
        var witnessed = Checkpoint.ofJson(Files.readAllLines(checkpoints).getLast());
        Files.write(checkpoints, Files.readAllLines(checkpoints).subList(0, 2));
        Files.write(leaves, Arrays.copyOf(Files.readAllBytes(leaves), 8 * 32));
        write(lines().subList(0, 8));

        assertThat(verify().holds()).isTrue();
        assertThat(verify(witnessed).faults())
                .containsExactly(
                        Fault.of(Fault.Kind.WITNESS_AHEAD).with("size", SIZE).with("log", 8));
    }

    @Test
    void a_log_that_its_keeper_wrote_and_signed_anew_is_caught_by_a_witness() throws IOException {
        var witnessed = Checkpoint.ofJson(Files.readAllLines(checkpoints).get(1));
        for (var file : List.of(entries, checkpoints, leaves)) {
            Files.delete(file);
        }
        try (var log = LogFile.open(directory)) {
            log.append(LogFileTest.entries(1, SIZE));
            log.checkpoint("test", KEY, NOW);
        }

        assertThat(verify().holds()).isTrue();
        assertThat(verify(witnessed).faults())
                .containsExactly(Fault.of(Fault.Kind.WITNESS_FORKED).with("size", 8));
    }

    @Test
    void a_forked_and_a_rolled_back_checkpoint_are_named() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(checkpoints));
        lines.add(Checkpoint.sign("test", 10, LogFileTest.entry(0).leaf(), NOW, KEY)
                .toJson());
        Files.write(checkpoints, lines);

        assertThat(verify().faults())
                .containsExactly(
                        Fault.of(Fault.Kind.CHECKPOINT_ROLLED_BACK)
                                .with("line", 4)
                                .with("size", 10)
                                .with("before", 12),
                        Fault.of(Fault.Kind.CHECKPOINT_FORKED).with("size", 10));
    }

    @Test
    void a_checkpoint_of_another_key_or_another_log_is_named() throws IOException {
        var tree =
                MerkleTree.of(HashFunction.SM3, lines().stream().map(Line::leaf).iterator());
        var other = SigningKey.generate();
        var lines = new ArrayList<>(Files.readAllLines(checkpoints));
        lines.add(Checkpoint.sign("test", SIZE, tree.root(), NOW, other).toJson());
        lines.add(Checkpoint.sign("elsewhere", SIZE, tree.root(), NOW, KEY).toJson());
        Files.write(checkpoints, lines);

        assertThat(verify().faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.CHECKPOINT_KEY, Fault.Kind.CHECKPOINT_ORIGIN);
        assertThat(new Verifier(List.of(KEY.verifyingKey(), other.verifyingKey()))
                        .verify(directory)
                        .faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.CHECKPOINT_ORIGIN);
    }

    @Test
    void a_checkpoint_written_in_another_form_is_named() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(checkpoints));
        lines.set(2, lines.get(2).replace("\":", "\": "));
        Files.write(checkpoints, lines);

        assertThat(verify().faults())
                .containsExactly(Fault.of(Fault.Kind.CHECKPOINT_UNREADABLE).with("line", 3));
    }

    @Test
    void without_a_checkpoint_nothing_is_proved() throws IOException {
        Files.delete(checkpoints);

        assertThat(verify().faults()).containsExactly(Fault.of(Fault.Kind.CHECKPOINT_NONE));
        assertThat(verify().proved()).isZero();
    }

    @Test
    void entries_after_the_last_checkpoint_are_told_of_and_their_damage_is_named() throws IOException {
        try (var log = LogFile.open(directory)) {
            log.append(LogFileTest.entries(SIZE, SIZE + 3));
        }
        assertThat(verify().faults()).isEmpty();
        assertThat(verify().notes())
                .containsExactly(Fault.of(Fault.Kind.NOTE_UNSIGNED, SIZE).with("to", SIZE + 2));

        var lines = lines();
        lines.set(
                SIZE + 1,
                new Line(
                        SIZE + 1,
                        lines.get(SIZE + 1).leaf(),
                        LogFileTest.entry(99).bytes()));
        assertFaults(lines, Fault.of(Fault.Kind.ENTRY_CHANGED, SIZE + 1));
        lines.remove(SIZE + 1);
        write(lines);
        assertThat(verify().faults()).contains(Fault.of(Fault.Kind.ENTRY_MISSING, SIZE + 1));
    }

    /// Logs at random, damaged at random in one of five ways; the seed is the test's name.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_damage_to_any_log_is_named(long seed, @TempDir Path other) throws IOException {
        var random = new SplittableRandom(seed);
        var size = 2 + random.nextInt(60);
        try (var log = LogFile.open(other)) {
            while (log.size() < size) {
                var next = (int) log.size();
                log.append(LogFileTest.entries(next, next + 1 + random.nextInt(size - next)));
                log.checkpoint("test", KEY, NOW);
            }
        }
        var file = other.resolve("entries.jsonl");
        var index = random.nextInt(size - 1);
        var way = random.nextInt(5);
        if (way == 4) {
            var bytes = Files.readAllBytes(file);
            Files.write(file, flipped(bytes, random.nextInt(bytes.length), random.nextInt(8)));
        } else {
            var lines = linesOf(file);
            switch (way) {
                case 0 -> lines.remove(index);
                case 1 -> Collections.swap(lines, index, index + 1);
                case 2 -> lines.add(index, lines.get(random.nextInt(size)));
                default -> lines.set(index, Line.of(index, LogFileTest.entry(-1)));
            }
            write(file, random.nextBoolean() ? lines : renumbered(lines));
        }

        var faults = new Verifier(KEY.verifyingKey()).verify(other).faults();

        // A doubled line is named by the place of the second of the two, wherever that is.
        assertThat(faults).isNotEmpty();
        assertThat(faults).allMatch(fault -> fault.index() >= 0);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void no_bit_of_a_receipt_is_free() {
        String receipt;
        try (var log = LogFile.open(directory)) {
            receipt = log.receipt(5).toJson();
        }
        var bytes = receipt.getBytes(UTF_8);

        for (var i = 0; i < bytes.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                var text = new String(flipped(bytes, i, bit), UTF_8);
                assertThatThrownBy(() -> Receipt.ofJson(text).verify(KEY.verifyingKey()))
                        .as("byte %d, bit %d", i, bit)
                        .isInstanceOfAny(ProofRejected.class, IllegalArgumentException.class);
            }
        }
    }

    @Test
    void a_receipt_for_another_entry_is_rejected_with_its_index() {
        try (var log = LogFile.open(directory)) {
            var receipt = log.receipt(5);
            var forged = new Receipt(LogFileTest.entry(6), 5, receipt.inclusion(), receipt.checkpoint());

            assertThatExceptionOfType(ProofRejected.class)
                    .isThrownBy(() -> forged.verify(KEY.verifyingKey()))
                    .satisfies(rejected -> assertThat(rejected.fault().index()).isEqualTo(5))
                    .withMessageStartingWith("Entry 5 or its proof was changed");
        }
    }

    private void assertFaults(List<Line> lines, Fault... faults) throws IOException {
        write(lines);
        assertThat(verify().faults()).containsExactly(faults);
    }

    private Report verify(Checkpoint... witnessed) {
        return new Verifier(KEY.verifyingKey()).verify(directory, List.of(witnessed));
    }

    /// The lines as they were before anything was done to them.
    private List<Line> lines() {
        if (original.isEmpty()) {
            original = linesOf(entries);
        }
        return new ArrayList<>(original);
    }

    private static List<Line> linesOf(Path file) {
        try (var lines = LogFile.lines(file)) {
            return new ArrayList<>(lines.toList());
        }
    }

    private static List<Line> renumbered(List<Line> lines) {
        var all = new ArrayList<Line>();
        lines.forEach(line -> all.add(Line.of(all.size(), line.entry())));
        return all;
    }

    private void write(List<Line> lines) throws IOException {
        write(entries, lines);
    }

    private static void write(Path file, List<Line> lines) throws IOException {
        Files.write(file, new byte[0]);
        for (var line : lines) {
            Files.write(file, line.bytes(), StandardOpenOption.APPEND);
        }
    }

    private static byte[] flipped(byte[] bytes, int place, int bit) {
        var flipped = bytes.clone();
        flipped[place] ^= (byte) (1 << bit);
        return flipped;
    }
}
