package org.mingqu.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.mingqu.ledger.SignedPackage;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;

/// Packs what is handed to somebody outside: files, the receipts of entries, and the signature of the log's keeper, so
/// that all of it is checked offline with the key that checks the log.
@Service
public class Packages {

    private static final int MOST_BATCHES = 20;

    private final EvidenceStore store;
    private final Sequencer sequencer;

    Packages(EvidenceStore store, Sequencer sequencer) {
        this.store = store;
        this.sequencer = sequencer;
    }

    /// Makes a package. The entries must have been committed.
    ///
    /// @param kind what it is for, a stable code
    /// @param facts what it says about itself
    /// @param files by their names in the package
    /// @param entries whose receipts go with it
    /// @throws Refusal.NotOpen if an entry is not in the log yet
    public byte[] pack(String kind, Map<String, String> facts, SortedMap<String, byte[]> files, List<UUID> entries) {
        var all = new TreeMap<>(files);
        for (var entry : entries) {
            all.put(SignedPackage.RECEIPTS + entry + ".json", receipt(entry).getBytes(UTF_8));
        }
        return sequencer.pack(kind, facts, all);
    }

    private String receipt(UUID entry) {
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var receipt = store.index(entry).flatMap(sequencer::receipt);
            if (receipt.isPresent()) {
                return receipt.get().toJson();
            }
            sequencer.sequence();
        }
        throw new Refusal.NotOpen("receipt-not-yet", "", List.of());
    }
}
