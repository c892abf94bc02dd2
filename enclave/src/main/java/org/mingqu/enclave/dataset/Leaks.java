package org.mingqu.enclave.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.privacy.watermark.Detection;
import org.mingqu.warrant.Answer.LeakTrace;
import org.mingqu.warrant.Answer.Suspect;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.TraceState;
import org.mingqu.warrant.WarrantJson;

/// Whose copy a leaked file was made from (art. 25): `leaks/<leak>.json` for each that was looked at. The
/// file itself is not kept.
public final class Leaks {

    private final Path folder;
    private final Deliveries deliveries;

    /// The traces kept in a folder.
    public Leaks(Path folder, Deliveries deliveries) throws IOException {
        this.folder = Durable.folder(folder);
        this.deliveries = deliveries;
    }

    /// What was found; of one that has not arrived that it is awaited.
    public LeakTrace read(String leak) throws IOException {
        var file = file(leak);
        return Files.exists(file)
                ? WarrantJson.read(Files.readAllBytes(file), LeakTrace.class)
                : new LeakTrace(leak, TraceState.WAITING, null, 0, 0, List.of(), null);
    }

    private Path file(String leak) {
        return folder.resolve(leak + ".json");
    }

    /// Looks at a file. A file that cannot be read is a trace that failed, and a refusal.
    public LeakTrace trace(Order.TraceLeak order, InputStream content) throws IOException {
        var limit = (int) Math.min(order.maxBytes(), Integer.MAX_VALUE - 16);
        var bytes = content.readNBytes(limit + 1);
        try {
            if (bytes.length > limit) {
                throw EnclaveRefused.of("file-too-large", "25", "limit", "" + limit);
            }
            return kept(traced(order.leak(), bytes));
        } catch (EnclaveRefused e) {
            kept(new LeakTrace(order.leak(), TraceState.FAILED, null, 0, 0, List.of(), e.refusal()));
            throw e;
        }
    }

    private LeakTrace kept(LeakTrace trace) throws IOException {
        Durable.write(file(trace.leak()), WarrantJson.canonical(trace));
        return trace;
    }

    private LeakTrace traced(String leak, byte[] bytes) throws IOException {
        var file = LeakedFile.of(bytes);
        var all = deliveries.all();
        var tries = 0;
        var found = new ArrayList<Suspect>();
        for (var keyed : all) {
            for (var attempt : attempts(keyed.delivery().marking(), file)) {
                tries++;
                var detection = keyed.delivery()
                        .marking()
                        .watermark(keyed.secret())
                        .detect(keyed.delivery().recipients(), attempt);
                detection.named().stream()
                        .map(it -> new Suspect(
                                it.recipient(), keyed.delivery().run(), it.falsePositive(), detection.places()))
                        .forEach(found::add);
            }
        }
        return new LeakTrace(
                leak, TraceState.DONE, sm3(bytes), file.rows(), all.size(), named(found, Math.max(1, tries)), null);
    }

    /// Columns of the delivered names together; if there is none, each column as each of those that were
    /// marked.
    private static List<Map<String, long[]>> attempts(Marking marking, LeakedFile file) {
        var named = new LinkedHashMap<String, long[]>();
        for (var carrier : marking.carriers()) {
            var units = file.units(carrier.name(), carrier);
            if (units.length > 0) {
                named.put(carrier.name(), units);
            }
        }
        if (!named.isEmpty()) {
            return List.of(named);
        }
        var renamed = new ArrayList<Map<String, long[]>>();
        for (var carrier : marking.carriers()) {
            for (var column : file.columns().keySet()) {
                var units = file.units(column, carrier);
                if (units.length > file.rows() / 2) {
                    renamed.add(Map.of(carrier.name(), units));
                }
            }
        }
        return renamed;
    }

    /// The chance that is told is that of a false name among all tries together.
    private static List<Suspect> named(List<Suspect> found, int tries) {
        var best = new LinkedHashMap<String, Suspect>();
        for (var it : found) {
            var chance = Math.min(1, it.falsePositive() * tries);
            if (chance <= Detection.ACCEPTED) {
                best.merge(
                        it.recipient() + " " + it.run(),
                        new Suspect(it.recipient(), it.run(), chance, it.places()),
                        (one, other) -> one.falsePositive() <= other.falsePositive() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Suspect::falsePositive))
                .toList();
    }

    private static String sm3(byte[] content) {
        var digest = new SM3Digest();
        digest.update(content, 0, content.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
