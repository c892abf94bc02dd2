package org.mingqu.enclave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mingqu.enclave.intake.Fault;
import org.mingqu.ledger.Entry;
import org.mingqu.ledger.LogFile;
import org.mingqu.ledger.SigningKey;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.Warrant;
import org.mingqu.warrant.WarrantCheck;

/// The domain's own log: which warrant was used by whom for what, and what came of it. It verifies without the
/// platform.
///
/// An entry is durable before the answer of its warrant leaves. Checkpoints are signed a few seconds behind,
/// as one signature costs more than many entries. Looking how far something is ([#isLook]) is not entered: it
/// uses no data, and would bury what does.
final class OwnLog implements AutoCloseable {

    static final String ORIGIN = "mingqu-enclave";
    private static final Duration BEHIND = Duration.ofSeconds(5);

    private final LogFile log;
    private final SigningKey key;
    private final Clock clock;
    private final ScheduledExecutorService signer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    /// @param folder of the log; its public key is `key.pub` there
    OwnLog(Path folder, Path keyFile, Clock clock) throws IOException {
        if (!Files.exists(keyFile)) {
            SigningKey.generate().store(keyFile);
        }
        this.key = SigningKey.load(keyFile);
        this.log = LogFile.open(folder);
        this.clock = clock;
        if (!Files.exists(folder.resolve("key.pub"))) {
            key.verifyingKey().store(folder.resolve("key.pub"));
        }
        var _ = signer.scheduleWithFixedDelay(
                () -> Fault.quietly(this::checkpoint), BEHIND.toSeconds(), BEHIND.toSeconds(), TimeUnit.SECONDS);
    }

    static boolean isLook(Order order) {
        return switch (order) {
            case Order.ReadLoad _, Order.ReadWorkspace _, Order.ReadBudgets _, Order.Health _ -> true;
            default -> false;
        };
    }

    /// Tells the check which warrants were used before.
    void remind(WarrantCheck check, Instant now) {
        try (var lines = log.lines()) {
            lines.forEach(line -> {
                var entry = line.entry().json();
                if (entry.has("expires")) {
                    var expires = Instant.parse(entry.get("expires").asString());
                    if (expires.isAfter(now.minus(Duration.ofHours(2)))) {
                        check.remember(
                                entry.get("warrant").asString(),
                                expires,
                                Instant.parse(entry.get("at").asString()));
                    }
                }
            });
        }
    }

    /// Enters what came of a warrant; it is durable when this returns.
    ///
    /// @return the entry's index
    long enter(Warrant warrant, String outcome, Map<String, String> facts) {
        var entry = new TreeMap<String, Object>(facts);
        entry.put("at", clock.instant().toString());
        entry.put("warrant", warrant.id());
        entry.put("expires", warrant.expiresAt().toString());
        entry.put("order", warrant.order().getClass().getSimpleName());
        entry.put("person", warrant.actor().person());
        entry.put("organisation", warrant.actor().organisation());
        entry.put("role", warrant.actor().role());
        entry.put("outcome", outcome);
        if (warrant.agreement() != null) {
            entry.put("agreement", warrant.agreement());
        }
        if (warrant.scenario() != null) {
            entry.put("scenario", warrant.scenario());
        }
        return log.append(Entry.of(entry));
    }

    synchronized void checkpoint() {
        if (log.lastCheckpoint().map(last -> last.size()).orElse(0L) < log.size()) {
            log.checkpoint(ORIGIN, key, clock.instant());
        }
    }

    long size() {
        return log.size();
    }

    Answer.LogPage page(long from, int limit) {
        try (var lines = log.lines()) {
            var entries = lines.skip(from)
                    .limit(limit)
                    .map(line -> line.entry().toString())
                    .toList();
            return new Answer.LogPage(log.size(), log.root().hex(), entries);
        }
    }

    @Override
    public void close() {
        signer.shutdownNow();
        checkpoint();
        log.close();
    }
}
