package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What is handed to somebody outside: a ZIP of files, a manifest with the SM3 of each, and the signature under the
/// manifest. Receipts among the files, under [#RECEIPTS], are checked with it. The same files give the same bytes, so
/// that no bit of a package is free.
public final class SignedPackage {

    /// Where receipts lie in a package.
    public static final String RECEIPTS = "receipts/";

    static final String FORMAT = "mingqu-package-1";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.json";
    /// Any later time than 1980 does: an earlier one would be written with the zone of the machine.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2025, 1, 1, 0, 0);

    private SignedPackage() {}

    /// Makes a package.
    ///
    /// @param kind what it is for, a stable code
    /// @param facts what it says about itself
    /// @param files by their names in the package
    public static byte[] write(
            String kind, Map<String, String> facts, SortedMap<String, byte[]> files, SigningKey key) {
        var manifest = manifest(kind, facts, files);
        var sm3 = HashFunction.SM3.of(manifest).hex();
        var signature = Json.MAPPER
                .createObjectNode()
                .put("format", FORMAT)
                .put("keyId", key.id())
                .put("sm3", sm3)
                .put("signature", key.sign(signed(sm3)));
        return zip(manifest, Json.canonical(signature), files);
    }

    private static byte[] manifest(String kind, Map<String, String> facts, SortedMap<String, byte[]> files) {
        var json = Json.MAPPER.createObjectNode().put("format", FORMAT).put("kind", kind);
        var said = json.putObject("facts");
        new TreeMap<>(facts).forEach(said::put);
        var list = json.putArray("files");
        files.forEach((name, content) -> list.addObject()
                .put("name", name)
                .put("size", content.length)
                .put("sm3", HashFunction.SM3.of(content).hex()));
        return Json.canonical(json);
    }

    /// What is signed: the form and the SM3 of the manifest, each on a line.
    static byte[] signed(String sm3) {
        return "%s\n%s\n".formatted(FORMAT, sm3).getBytes(UTF_8);
    }

    /// The one form in which these files are a package.
    static byte[] zip(byte[] manifest, byte[] signature, SortedMap<String, byte[]> files) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(MANIFEST, manifest);
        all.put(SIGNATURE, signature);
        all.putAll(files);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, UTF_8)) {
            for (var file : all.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes any bytes", e);
        }
        return out.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
