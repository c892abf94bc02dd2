package org.mingqu.platform.evidence;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.Checkpoint;
import org.mingqu.ledger.Hash;
import org.mingqu.ledger.HashFunction;
import org.mingqu.ledger.LogFile;
import org.mingqu.ledger.MerkleTree;
import org.mingqu.ledger.Receipt;
import org.mingqu.ledger.SignedPackage;
import org.mingqu.ledger.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Puts committed entries into the log, in batches, and signs for each batch: on one node among those that share a
/// database, which is the one that [leads][Leadership]. The others hand out receipts from what it has entered.
///
/// What a crash left between the log and the database is made good when a node begins to lead: the log is
/// the truth, the index in the database is found again from it.
@Component
class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 500;

    private final EvidenceStore store;
    private final Leadership leadership;
    private final Clock clock;
    private final String origin;
    private final Path directory;
    private final SigningKey key;
    private @Nullable LogFile log;
    private boolean complained;

    Sequencer(
            EvidenceStore store,
            Leadership leadership,
            @Value("${mingqu.evidence.directory:data/evidence}") Path directory,
            @Value("${mingqu.evidence.origin:mingqu}") String origin) {
        this.store = store;
        this.leadership = leadership;
        this.clock = Clock.systemUTC(); // when it was signed, whatever day a simulation says it is
        this.origin = origin;
        this.directory = directory;
        this.key = key(directory);
    }

    private static SigningKey key(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = directory.resolve("signing.key");
        if (!Files.exists(file)) {
            var fresh = SigningKey.generate();
            fresh.store(file);
            fresh.verifyingKey().store(directory.resolve("evidence.pub"));
        }
        return SigningKey.load(file);
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        sequence();
    }

    @Scheduled(fixedDelayString = "${mingqu.evidence.every:PT0.3S}")
    synchronized void sequence() {
        var leading = leading();
        if (leading == null) {
            return;
        }
        var batch = store.waiting(BATCH);
        if (batch.isEmpty()) {
            return;
        }
        if (leading.size() > store.logged()) {
            recover(leading); // the database failed between the log and the index: nothing is appended twice
            return;
        }
        var first =
                leading.append(batch.stream().map(EvidenceStore.Waiting::entry).toList());
        var checkpoint = leading.checkpoint(origin, key, clock.instant());
        for (var i = 0; i < batch.size(); i++) {
            store.logged(batch.get(i).id(), first + i);
        }
        store.checkpoint(checkpoint.toJson());
    }

    /// The log, if it is this node's to keep; null if it is not, or is not here.
    private @Nullable LogFile leading() {
        if (!leadership.isHeld()) {
            closeLog();
            return null;
        }
        var open = log;
        if (open != null) {
            return open;
        }
        try {
            open = LogFile.open(directory.resolve("log"));
        } catch (IllegalStateException e) {
            LOG.warn("another node is still writing to the log; it is tried again", e);
            leadership.giveUp();
            return null;
        }
        if (open.size() < store.logged()) {
            complain(open);
            open.close();
            leadership.giveUp();
            return null;
        }
        log = open;
        recover(open);
        return open;
    }

    /// Nothing is entered into another log than the one that was signed for so far.
    private void complain(LogFile open) {
        if (!complained) {
            complained = true;
            LOG.error(
                    "the log in {} has {} entries and the database knows {}: nodes that share a database share it",
                    directory,
                    open.size(),
                    store.logged());
        }
    }

    private void recover(LogFile leading) {
        if (leading.size() > store.logged()) {
            LOG.warn(
                    "the log is ahead of the database by {} entries; they are found again",
                    leading.size() - store.logged());
            try (var lines = leading.lines()) {
                lines.forEach(line -> store.logged(
                        UUID.fromString(line.entry().json().required("id").asString()), line.index()));
            }
        }
        leading.lastCheckpoint().ifPresent(it -> store.checkpoint(it.toJson()));
    }

    /// The receipt of an entry; empty if it is not in the log yet.
    synchronized Optional<Receipt> receipt(long index) {
        var open = log;
        var covering = checkpoint().filter(it -> index < it.size());
        return open == null ? covering.map(it -> receipt(index, it)) : covering.map(_ -> open.receipt(index));
    }

    /// From what the leading node has entered, which must be what it has signed for.
    private Receipt receipt(long index, Checkpoint covering) {
        var tree = MerkleTree.of(
                HashFunction.SM3,
                store.leaves(covering.size()).stream().map(Hash::ofHex).toList());
        if (!tree.root().equals(covering.root())) {
            throw new IllegalStateException("the database holds other entries than were signed for");
        }
        return Receipt.of(store.entry(index), index, tree, covering);
    }

    synchronized Optional<Checkpoint> checkpoint() {
        var open = log;
        return open == null ? store.checkpoint().map(Checkpoint::ofJson) : open.lastCheckpoint();
    }

    /// Signs a package with the key of the log.
    byte[] pack(String kind, Map<String, String> facts, SortedMap<String, byte[]> files) {
        return SignedPackage.write(kind, facts, files, key);
    }

    String publicKey() {
        return key.verifyingKey().pem();
    }

    synchronized boolean isLeading() {
        return log != null;
    }

    /// Lets another node keep the log.
    @PreDestroy
    synchronized void stepDown() {
        closeLog();
        leadership.giveUp();
    }

    private void closeLog() {
        if (log != null) {
            log.close();
            log = null;
        }
    }
}
