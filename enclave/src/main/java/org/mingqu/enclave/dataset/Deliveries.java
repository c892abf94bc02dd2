package org.mingqu.enclave.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.warrant.ResultTable;
import org.mingqu.warrant.WarrantJson;

/// The data sets that were handed over: `deliveries/<run>/` with the key of its marks and who received a
/// copy. They outlive workspaces, as what has left can leak for years; the key never leaves.
public final class Deliveries {

    private static final String KEY = "key";
    private static final String COPIES = "copies";

    private final Path folder;
    private final MasterKey master;

    /// The deliveries kept in a folder.
    public Deliveries(Path folder, MasterKey master) throws IOException {
        this.folder = Durable.folder(folder);
        this.master = master;
    }

    /// A file and who received a copy of it.
    record Delivery(String run, Marking marking, List<Copy> copies) {

        Delivery {
            copies = List.copyOf(copies);
        }

        List<String> recipients() {
            return copies.stream().map(Copy::recipient).toList();
        }
    }

    /// @param at when it was first handed over
    record Copy(String recipient, Instant at) {}

    /// The copy of a file for a recipient. That it is theirs is durable when this returns.
    public synchronized ResultTable copy(String run, Marking marking, ResultTable table, String recipient, Instant now)
            throws IOException {
        var place = Durable.folder(folder.resolve(run));
        var key = Files.exists(place.resolve(KEY))
                ? master.open(place.resolve(KEY), purpose(run))
                : master.create(place.resolve(KEY), purpose(run));
        var copies = new ArrayList<Copy>();
        if (Files.exists(place.resolve(COPIES))) {
            copies.addAll(read(place, key).copies());
        }
        if (copies.stream().noneMatch(copy -> copy.recipient().equals(recipient))) {
            copies.add(new Copy(recipient, now));
            key.seal(WarrantJson.canonical(new Delivery(run, marking, copies)), place.resolve(COPIES), COPIES);
        }
        return marking.marked(table, secret(key), recipient);
    }

    private static Delivery read(Path place, DataKey key) throws IOException {
        return WarrantJson.read(key.open(place.resolve(COPIES), COPIES), Delivery.class);
    }

    private static byte[] secret(DataKey key) {
        return key.token(DataKey.Use.MARK, "marks".getBytes(StandardCharsets.US_ASCII));
    }

    private static String purpose(String run) {
        return "delivery:" + run;
    }

    /// A delivery with the key of its marks.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Keyed(Delivery delivery, byte[] secret) {}

    /// All files that carry marks.
    List<Keyed> all() throws IOException {
        var all = new ArrayList<Keyed>();
        try (var places = Files.list(folder)) {
            for (var place : places.filter(it -> Files.exists(it.resolve(COPIES)))
                    .sorted()
                    .toList()) {
                var key = master.open(
                        place.resolve(KEY), purpose(place.getFileName().toString()));
                all.add(new Keyed(read(place, key), secret(key)));
            }
        } catch (UncheckedIOException e) {
            throw new IOException("the deliveries cannot be listed", e);
        }
        return all;
    }
}
