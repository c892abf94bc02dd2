package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks a log or a receipt with public keys alone, trusting neither its keeper nor its files.
public final class Verifier {

    private final List<VerifyingKey> keys;

    /// A verifier that takes the word of one key.
    public Verifier(VerifyingKey key) {
        this(List.of(key));
    }

    /// A verifier that takes the word of several keys, such as an old and a new one.
    ///
    /// @throws IllegalArgumentException if there is none
    public Verifier(Collection<VerifyingKey> keys) {
        this.keys = List.copyOf(keys);
        if (this.keys.isEmpty()) {
            throw new IllegalArgumentException("without a key nothing can be checked");
        }
    }

    /// Checks a log in the form of [LogFile]: each entry, each hash, each checkpoint.
    ///
    /// @throws UncheckedIOException if a file cannot be read
    public Report verify(Path directory) {
        return verify(directory, List.of());
    }

    /// Checks a log, and that it goes on from checkpoints that witnesses kept: only they can tell that a log
    /// was rolled back together with its checkpoints.
    ///
    /// @throws UncheckedIOException if a file cannot be read
    public Report verify(Path directory, List<Checkpoint> witnessed) {
        var faults = new Faults();
        var anchors = new CheckpointAudit(keys, faults).read(directory.resolve(LogFile.CHECKPOINTS));
        var audit = new LogAudit(
                Lines.read(directory.resolve(LogFile.ENTRIES)),
                leavesOf(directory.resolve(LogFile.LEAVES)),
                anchors.valid(),
                faults);
        audit.run();
        witnessed.forEach(checkpoint -> audit.compareWith(checkpoint, rejection(checkpoint)));
        return new Report(audit.entries(), anchors.count(), audit.proved(), faults.faults(), faults.notes());
    }

    /// Checks a [package][SignedPackage]: each of its files, its signature, and the receipts in it.
    ///
    /// @throws UncheckedIOException if the file cannot be read
    public Report verifyPackage(Path file) {
        return new PackageAudit(file, keys).run();
    }

    /// Checks a receipt.
    public Report verify(Receipt receipt) {
        var faults = new ArrayList<Fault>();
        try {
            receipt.verify(keyOf(receipt.checkpoint()));
        } catch (ProofRejected rejected) {
            faults.add(rejected.fault());
        }
        return new Report(1, 1, faults.isEmpty() ? 1 : 0, faults, List.of());
    }

    /// Checks the receipt in a file.
    ///
    /// @throws UncheckedIOException if the file cannot be read
    public Report verifyReceipt(Path file) {
        try {
            return verify(Receipt.ofJson(new String(Files.readAllBytes(file), UTF_8)));
        } catch (IllegalArgumentException _) {
            return new Report(0, 0, 0, List.of(Fault.of(Fault.Kind.RECEIPT_UNREADABLE)), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private @Nullable Fault rejection(Checkpoint checkpoint) {
        try {
            checkpoint.verify(keyOf(checkpoint));
            return null;
        } catch (ProofRejected rejected) {
            return rejected.fault();
        }
    }

    private VerifyingKey keyOf(Checkpoint checkpoint) {
        return keyOf(keys, checkpoint);
    }

    static VerifyingKey keyOf(List<VerifyingKey> keys, Checkpoint checkpoint) {
        return keys.stream()
                .filter(key -> key.id().equals(checkpoint.keyId()))
                .findFirst()
                .orElse(keys.getFirst());
    }

    private static MerkleTree leavesOf(Path file) {
        try (var hashes = new LeafReader(file)) {
            return MerkleTree.of(HashFunction.SM3, hashes.stream().iterator());
        }
    }
}
