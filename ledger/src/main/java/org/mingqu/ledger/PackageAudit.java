package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Checks a [SignedPackage] file by file, and names each that is not as it was signed.
final class PackageAudit {

    private final Path file;
    private final List<VerifyingKey> keys;
    private final Faults faults = new Faults();
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private long receipts;
    private long proved;

    PackageAudit(Path file, List<VerifyingKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    Report run() {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (ZipException | IllegalArgumentException _) {
            return unreadable();
        } catch (IOException _) {
            return unreadable();
        }
        var manifest = files.remove(SignedPackage.MANIFEST);
        var signature = files.remove(SignedPackage.SIGNATURE);
        if (manifest == null || signature == null) {
            faults.add(Fault.of(Fault.Kind.PACKAGE_MANIFEST));
            return report();
        }
        checkSignature(manifest, signature);
        checkFiles(manifest);
        checkReceipts();
        if (faults.count() == 0) {
            checkForm(manifest, signature);
        }
        return report();
    }

    private Report unreadable() {
        faults.add(Fault.of(Fault.Kind.PACKAGE_UNREADABLE));
        return report();
    }

    private void checkSignature(byte[] manifest, byte[] signature) {
        var said = read(signature);
        var key = said == null
                ? null
                : keys.stream()
                        .filter(it -> it.id().equals(said.path("keyId").asString("")))
                        .findFirst()
                        .orElse(null);
        if (said == null || !Arrays.equals(Json.canonical(said), signature)) {
            faults.add(Fault.of(Fault.Kind.PACKAGE_CHANGED).with("file", SignedPackage.SIGNATURE));
            return;
        }
        if (key == null) {
            faults.add(Fault.of(Fault.Kind.PACKAGE_KEY)
                    .with("key", said.path("keyId").asString("")));
            return;
        }
        var sm3 = said.path("sm3").asString("");
        if (!key.verifies(SignedPackage.signed(sm3), said.path("signature").asString(""))) {
            faults.add(Fault.of(Fault.Kind.PACKAGE_SIGNATURE));
        } else if (!HashFunction.SM3.of(manifest).hex().equals(sm3)) {
            faults.add(Fault.of(Fault.Kind.PACKAGE_CHANGED).with("file", SignedPackage.MANIFEST));
        }
    }

    private void checkFiles(byte[] manifest) {
        var said = read(manifest);
        if (said == null || !SignedPackage.FORMAT.equals(said.path("format").asString(""))) {
            faults.add(Fault.of(Fault.Kind.PACKAGE_MANIFEST));
            return;
        }
        var listed = new TreeMap<String, String>();
        said.path("files")
                .forEach(it ->
                        listed.put(it.path("name").asString(""), it.path("sm3").asString("")));
        listed.forEach((name, sm3) -> {
            var content = files.get(name);
            if (content == null) {
                faults.add(Fault.of(Fault.Kind.PACKAGE_MISSING).with("file", name));
            } else if (!HashFunction.SM3.of(content).hex().equals(sm3)) {
                faults.add(Fault.of(Fault.Kind.PACKAGE_CHANGED).with("file", name));
            }
        });
        files.keySet().stream()
                .filter(it -> !listed.containsKey(it))
                .forEach(it -> faults.add(Fault.of(Fault.Kind.PACKAGE_EXTRA).with("file", it)));
    }

    private void checkReceipts() {
        var verifier = new Verifier(keys);
        files.forEach((name, content) -> {
            if (!name.startsWith(SignedPackage.RECEIPTS)) {
                return;
            }
            receipts++;
            try {
                var report = verifier.verify(Receipt.ofJson(new String(content, UTF_8)));
                proved += report.proved();
                report.faults().forEach(it -> faults.add(it.with("file", name)));
            } catch (IllegalArgumentException _) {
                faults.add(Fault.of(Fault.Kind.RECEIPT_UNREADABLE).with("file", name));
            }
        });
    }

    /// What lies between the files is not free either.
    private void checkForm(byte[] manifest, byte[] signature) {
        try {
            var at = Arrays.mismatch(SignedPackage.zip(manifest, signature, files), Files.readAllBytes(file));
            if (at >= 0) {
                faults.add(Fault.of(Fault.Kind.PACKAGE_BYTES).with("at", at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static @Nullable JsonNode read(byte[] content) {
        try {
            return Json.read(content);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private Report report() {
        return new Report(receipts, 0, proved, faults.faults(), faults.notes());
    }
}
