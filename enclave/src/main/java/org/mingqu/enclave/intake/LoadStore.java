package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.WarrantJson;

/// The loads: `loads/<load>/` with its status, a key, and, sealed, what was staged and what was rejected.
final class LoadStore {

    private static final String STATUS = "status.json";
    private static final String ORDER = "landing.json";
    private static final String KEY = "key";
    static final String STAGED = "staged";
    static final String REJECTS = "rejects";

    private final Path folder;
    private final MasterKey master;
    private final Map<String, Answer.LoadStatus> known = new ConcurrentHashMap<>();

    LoadStore(Path folder, MasterKey master) throws IOException {
        this.folder = Durable.folder(folder);
        this.master = master;
        try (var all = Files.list(folder)) {
            for (var load :
                    all.filter(path -> Files.exists(path.resolve(STATUS))).toList()) {
                var status = WarrantJson.read(Files.readAllBytes(load.resolve(STATUS)), Answer.LoadStatus.class);
                known.put(status.load(), status);
            }
        }
    }

    Optional<Answer.LoadStatus> find(String load) {
        return Optional.ofNullable(known.get(load));
    }

    List<Answer.LoadStatus> all() {
        return List.copyOf(known.values());
    }

    /// Shows a state without making it durable: progress.
    void show(Answer.LoadStatus status) {
        known.put(status.load(), status);
    }

    void save(Answer.LoadStatus status) throws IOException {
        Durable.folder(place(status.load()));
        Durable.write(place(status.load()).resolve(STATUS), WarrantJson.canonical(status));
        known.put(status.load(), status);
    }

    void saveOrder(Order.LandLoad order) throws IOException {
        Durable.write(place(order.load()).resolve(ORDER), WarrantJson.canonical(order));
    }

    Order.@Nullable LandLoad order(String load) throws IOException {
        var file = place(load).resolve(ORDER);
        return Files.exists(file) ? WarrantJson.read(Files.readAllBytes(file), Order.LandLoad.class) : null;
    }

    DataKey createKey(String load) throws IOException {
        Durable.folder(place(load));
        return master.create(place(load).resolve(KEY), "load:" + load);
    }

    DataKey key(String load) throws IOException {
        return master.open(place(load).resolve(KEY), "load:" + load);
    }

    Path file(String load, String name) {
        return place(load).resolve(name);
    }

    /// Forgets what was staged; what was rejected stays for the department.
    void dropStaged(String load) throws IOException {
        Files.deleteIfExists(file(load, STAGED));
    }

    /// Forgets all but the status.
    void drop(String load) throws IOException {
        Durable.destroy(place(load).resolve(KEY));
        Files.deleteIfExists(file(load, STAGED));
        Files.deleteIfExists(file(load, REJECTS));
    }

    static boolean isUnfinished(Answer.LoadStatus status) {
        return status.state() == LoadState.RECEIVING || status.state() == LoadState.READING;
    }

    private Path place(String load) {
        return folder.resolve(load);
    }
}
