package org.mingqu.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.ledger.FaultText;
import org.mingqu.ledger.Receipt;
import org.mingqu.ledger.Report;
import org.mingqu.ledger.Verifier;
import org.mingqu.ledger.VerifyingKey;

/// The evidence: every act of this walk by its receipt, and the whole log, without asking the platform.
final class LedgerChapter {

    private static final int LOOKS = 3;
    private static final String ENTRIES = "entries.jsonl";
    private static final String CHECKPOINTS = "checkpoints.jsonl";
    private static final String LEAVES = "leaves.bin";

    private final Stage stage;
    private final Path directory;
    private final Locale locale;

    LedgerChapter(Stage stage, Path directory, Locale locale) {
        this.stage = stage;
        this.directory = directory;
        this.locale = locale;
    }

    void receipts() {
        var verifier = new Verifier(VerifyingKey.of(stage.cast().partner().fetchText("/api/evidence/key")));
        var entries = stage.diary().entries();
        var last = "";
        for (var entry : entries.entrySet()) {
            last = entry.getValue().fetchText("/api/evidence/%s/receipt".formatted(entry.getKey()));
            var report = verifier.verify(Receipt.ofJson(last));
            Expect.that("expect.receipt", report.holds(), entry.getKey(), faults(report));
            Expect.that("expect.receipt-entry", last.contains(entry.getKey()), entry.getKey(), "-");
        }
        stage.diary().held("held.receipts", entries.size());
        forged(verifier, last);
    }

    private void forged(Verifier verifier, String receipt) {
        var from = receipt.indexOf("\"personName\":\"");
        Expect.that("expect.receipt-entry", from > 0, "personName", Person.shortened(receipt));
        var at = from + "\"personName\":\"".length();
        var forged = receipt.substring(0, at) + "某" + receipt.substring(at + 1);
        var report = verifier.verify(Receipt.ofJson(forged));
        Expect.that("expect.forged-receipt", !report.holds(), "-", forged);
        stage.diary().held("held.forged-receipt", faults(report));
    }

    /// The whole log of the installation.
    ///
    /// @param evidence its directory; null where it cannot be reached
    void log(@Nullable Path evidence) {
        if (evidence == null) {
            stage.diary().note("note.no-log");
            return;
        }
        try {
            var verifier = new Verifier(VerifyingKey.load(evidence.resolve("evidence.pub")));
            var copy = Files.createDirectories(directory.resolve("log"));
            var report = verified(verifier, evidence.resolve("log"), copy);
            Expect.that("expect.log", report.holds(), "0", faults(report));
            Expect.that(
                    "expect.log-size",
                    report.proved() >= stage.diary().entries().size(),
                    stage.diary().entries().size(),
                    report.proved());
            stage.diary().held("held.log", report.entries(), report.checkpoints());
            forged(verifier, copy);
            domain(evidence.toAbsolutePath().resolveSibling("enclave").resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The domain keeps a log of its own, which is beside where it is on the same machine.
    private void domain(Path log) throws IOException {
        if (!Files.exists(log.resolve(ENTRIES))) {
            return;
        }
        var copy = Files.createDirectories(directory.resolve("domain-log"));
        var report = verified(new Verifier(VerifyingKey.load(log.resolve("key.pub"))), log, copy);
        Expect.that("expect.log", report.holds(), "0", faults(report));
        stage.diary().held("held.domain-log", report.entries(), report.checkpoints());
    }

    /// Of a terminated workspace the domain keeps what it sealed, and no key to it (art. 38).
    void keyIsGone(@Nullable Path evidence, String workspace) {
        if (evidence == null) {
            return;
        }
        var place = evidence.toAbsolutePath()
                .resolveSibling("enclave")
                .resolve("workspaces")
                .resolve(workspace);
        if (Files.isDirectory(place)) {
            Expect.that("expect.key-gone", Files.notExists(place.resolve("key")), "-", place.resolve("key"));
            stage.diary().held("held.key-gone");
        }
    }

    /// The log is written on while it is copied; a copy that caught it in between is taken again.
    private static Report verified(Verifier verifier, Path log, Path copy) throws IOException {
        var report = new Report(0, 0, 0, List.of(), List.of());
        for (var look = 0; look < LOOKS; look++) {
            for (var file : List.of(CHECKPOINTS, LEAVES, ENTRIES)) {
                Files.copy(log.resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            report = verifier.verify(copy);
            if (report.holds()) {
                break;
            }
        }
        return report;
    }

    /// One entry of the copy is changed; the verifier must name it.
    private void forged(Verifier verifier, Path copy) throws IOException {
        var file = copy.resolve(ENTRIES);
        var lines = Files.readAllLines(file);
        var changed = lines.size() / 2;
        lines.set(changed, lines.get(changed).replace("\"article\":\"", "\"article\":\"9"));
        Files.write(file, lines);
        var report = verifier.verify(copy);
        var named = report.faults().stream().anyMatch(it -> it.index() == changed);
        Expect.that("expect.forged-log", named, changed, faults(report));
        stage.diary().held("held.forged-log", faults(report));
    }

    private String faults(Report report) {
        return report.faults().stream()
                .limit(3)
                .map(it -> FaultText.of(it, locale))
                .collect(Collectors.joining("; "));
    }
}
