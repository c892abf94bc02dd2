package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A log in a directory of its own, which only grows.
///
/// - `entries.jsonl`: a [line][Line] for each entry; this is the log.
/// - `checkpoints.jsonl`: a [checkpoint][Checkpoint] on each line, as canonical JSON.
/// - `leaves.bin`: the hashes of the entries, 32 bytes each. It follows from the entries; it is kept so
///   that the log opens without reading them all, and so that a changed entry can be told from a changed
///   hash.
///
/// What a call appended is on the disk when it returns. If the process dies in the middle of a call, the
/// torn line it may leave is taken away when the log is opened again; nothing acknowledged is lost.
///
/// Safe for use by several threads. Only one process at a time can have a log open; reading the files
/// beside it is harmless.
public final class LogFile implements AutoCloseable {

    static final String ENTRIES = "entries.jsonl";
    static final String CHECKPOINTS = "checkpoints.jsonl";
    static final String LEAVES = "leaves.bin";

    private final Path directory;
    private final AppendFile entries;
    private final AppendFile checkpoints;
    private final AppendFile leaves;
    private final MerkleTree tree;
    private @Nullable Checkpoint last;

    private LogFile(Path directory) {
        this.directory = directory;
        entries = new AppendFile(directory.resolve(ENTRIES));
        entries.lock();
        checkpoints = new AppendFile(directory.resolve(CHECKPOINTS));
        leaves = new AppendFile(directory.resolve(LEAVES));
        entries.cutTornLine();
        checkpoints.cutTornLine();
        last = lastOf(checkpoints);
        tree = restore();
        mustAgreeWithLastCheckpoint();
    }

    /// Opens the log in a directory, which is made if it is not there.
    ///
    /// @throws IllegalStateException if the log is open already, here or in another process
    /// @throws LogDamaged if the log is not what its last checkpoint says
    /// @throws UncheckedIOException if the files cannot be read or written
    public static LogFile open(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
        return new LogFile(directory);
    }

    /// How many entries there are.
    public synchronized long size() {
        return tree.size();
    }

    public synchronized Hash root() {
        return tree.root();
    }

    /// Appends one entry and returns its index.
    public long append(Entry entry) {
        return append(List.of(entry));
    }

    /// Appends entries, all or none, and returns the index of the first.
    ///
    /// @throws UncheckedIOException if they cannot be made durable; then none is in the log
    public synchronized long append(List<Entry> batch) {
        var first = tree.size();
        var lines = Stream.iterate(0, i -> i < batch.size(), i -> i + 1)
                .map(i -> Line.of(first + i, batch.get(i)))
                .toList();
        write(lines);
        return first;
    }

    /// Appends lines whose numbers and hashes came about elsewhere, as they are and unchecked, so that a
    /// log that is kept in another store can be put into this form with all its faults.
    ///
    /// @throws UncheckedIOException if they cannot be made durable; then none is in the log
    public synchronized void copy(List<Line> lines) {
        write(lines);
    }

    /// Signs for the log as it is now, and keeps the checkpoint.
    ///
    /// @param origin which log it is; the same for all its checkpoints
    public synchronized Checkpoint checkpoint(String origin, SigningKey key, Instant at) {
        var checkpoint = Checkpoint.sign(origin, tree.size(), tree.root(), at, key);
        copy(checkpoint);
        return checkpoint;
    }

    /// Keeps a checkpoint that was signed elsewhere, as it is and unchecked.
    public synchronized void copy(Checkpoint checkpoint) {
        checkpoints.append((checkpoint.toJson() + "\n").getBytes(UTF_8));
        last = checkpoint;
    }

    /// The checkpoint that was kept last.
    public synchronized Optional<Checkpoint> lastCheckpoint() {
        return Optional.ofNullable(last);
    }

    /// All lines from the first one on; to be closed after use. Costs reading the file.
    public Stream<Line> lines() {
        return lines(directory.resolve(ENTRIES));
    }

    /// The receipt for an entry, from the last checkpoint. Costs reading the file up to the entry.
    ///
    /// @throws IllegalArgumentException if the last checkpoint does not cover such an entry
    public synchronized Receipt receipt(long index) {
        var checkpoint = lastCheckpoint()
                .filter(covering -> index >= 0 && index < covering.size())
                .orElseThrow(() -> new IllegalArgumentException("no checkpoint covers entry %d".formatted(index)));
        try (var lines = lines()) {
            var line = lines.skip(index).findFirst().orElseThrow();
            return Receipt.of(line.entry(), index, tree, checkpoint);
        }
    }

    /// Proves that the log only grew since it had `older` entries.
    ///
    /// @throws IllegalArgumentException if `older` is 0 or above [#size()]
    public synchronized ConsistencyProof consistencySince(long older) {
        return tree.consistency(older, tree.size());
    }

    @Override
    public synchronized void close() {
        leaves.close();
        checkpoints.close();
        entries.close();
    }

    static Stream<Line> lines(Path file) {
        var reader = new LineReader(file);
        return Stream.iterate(reader.next(), bytes -> bytes != null, _ -> reader.next())
                .map(Line::parse)
                .onClose(reader::close);
    }

    private void write(List<Line> lines) {
        var text = new ByteArrayOutputStream();
        var hashes = new ByteArrayOutputStream();
        for (var line : lines) {
            text.writeBytes(line.bytes());
            hashes.writeBytes(line.leaf().inner());
        }
        entries.append(text.toByteArray());
        lines.forEach(line -> tree.append(line.leaf()));
        leaves.append(hashes.toByteArray());
    }

    private static @Nullable Checkpoint lastOf(AppendFile checkpoints) {
        var line = checkpoints.lastLine();
        return line.length == 0 ? null : Checkpoint.ofJson(new String(line, UTF_8));
    }

    /// The tree from the list of leaves, and, as far as that is short or wrong, from the entries.
    private MerkleTree restore() {
        var line = entries.lastLine();
        var count = line.length == 0 ? 0 : Line.parse(line).index() + 1;
        var restored = fromLeaves(Math.min(count, leaves.length() / Hash.BYTES));
        if (!fits(restored)) {
            restored = new MerkleTree(HashFunction.SM3);
        }
        leaves.cut(restored.size() * Hash.BYTES);
        if (restored.size() < count) {
            addFromEntries(restored);
        }
        return restored;
    }

    private MerkleTree fromLeaves(long count) {
        var restored = new MerkleTree(HashFunction.SM3);
        try (var hashes = new LeafReader(directory.resolve(LEAVES))) {
            hashes.stream().limit(count).forEach(restored::append);
        }
        return restored;
    }

    private void addFromEntries(MerkleTree restored) {
        var hashes = new ByteArrayOutputStream();
        try (var lines = lines()) {
            lines.skip(restored.size()).forEach(line -> {
                var leaf = line.computedLeaf();
                if (!leaf.equals(line.leaf())) {
                    throw new LogDamaged(Fault.of(Fault.Kind.ENTRY_CHANGED, line.index()));
                }
                restored.append(leaf);
                hashes.writeBytes(leaf.inner());
            });
        }
        leaves.append(hashes.toByteArray());
    }

    private boolean fits(MerkleTree restored) {
        return last == null
                || last.size() > restored.size()
                || restored.root(last.size()).equals(last.root());
    }

    private void mustAgreeWithLastCheckpoint() {
        if (last != null && last.size() > tree.size()) {
            throw new LogDamaged(Fault.of(Fault.Kind.ENTRY_MISSING, tree.size()));
        }
        if (!fits(tree)) {
            throw new LogDamaged(Fault.of(Fault.Kind.CHECKPOINT_FORKED).with("size", tree.size()));
        }
    }
}
