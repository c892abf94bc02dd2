package org.mingqu.platform.evidence;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.ledger.Checkpoint;
import org.mingqu.ledger.LogFile;
import org.mingqu.ledger.Receipt;
import org.mingqu.ledger.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Puts committed entries into the log, in batches, and signs for each batch.
///
/// What a crash left between the log and the database is made good at the start: the log is the truth, the index in the
/// database is found again from it.
@Component
class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 500;

    private final EvidenceStore store;
    private final Clock clock;
    private final String origin;
    private final SigningKey key;
    private final LogFile log;

    Sequencer(
            EvidenceStore store,
            Clock clock,
            @Value("${mingqu.evidence.directory:data/evidence}") Path directory,
            @Value("${mingqu.evidence.origin:mingqu}") String origin) {
        this.store = store;
        this.clock = clock;
        this.origin = origin;
        this.key = key(directory);
        this.log = LogFile.open(directory.resolve("log"));
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
    synchronized void recover() {
        if (log.size() <= store.logged()) {
            return;
        }
        LOG.warn("the log is ahead of the database by {} entries; they are found again", log.size() - store.logged());
        try (var lines = log.lines()) {
            lines.forEach(line -> store.logged(
                    UUID.fromString(line.entry().json().required("id").asString()), line.index()));
        }
    }

    @Scheduled(fixedDelayString = "${mingqu.evidence.every:PT0.3S}")
    synchronized void sequence() {
        var batch = store.waiting(BATCH);
        if (batch.isEmpty()) {
            return;
        }
        if (log.size() > store.logged()) {
            recover(); // the database failed between the log and the index: nothing is appended twice
            return;
        }
        var first = log.append(batch.stream().map(EvidenceStore.Waiting::entry).toList());
        log.checkpoint(origin, key, clock.instant());
        for (var i = 0; i < batch.size(); i++) {
            store.logged(batch.get(i).id(), first + i);
        }
    }

    /// The receipt of an entry; empty if it is not in the log yet.
    synchronized Optional<Receipt> receipt(long index) {
        return log.lastCheckpoint().filter(it -> index < it.size()).map(_ -> log.receipt(index));
    }

    synchronized Optional<Checkpoint> checkpoint() {
        return log.lastCheckpoint();
    }

    String publicKey() {
        return key.verifyingKey().pem();
    }

    @PreDestroy
    synchronized void close() {
        log.close();
    }
}
