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
    private static final String DATA_KEY = "data.key";
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

    /// Seals what was read, under a key of its own: it becomes the version's, and the load forgets it.
    void seal(String load, Path staged) throws IOException {
        Durable.folder(place(load));
        master.create(place(load).resolve(DATA_KEY), dataPurpose(load)).seal(staged, file(load, STAGED), Versions.DATA);
    }

    /// Whether what was read is still there.
    boolean isStaged(String load) {
        return Files.exists(file(load, STAGED)) && Files.exists(place(load).resolve(DATA_KEY));
    }

    /// What was read, as it is sealed.
    Versions.Sealed sealed(String load) {
        return new Versions.Sealed(file(load, STAGED), place(load).resolve(DATA_KEY), dataPurpose(load));
    }

    /// Decrypts what was read.
    void open(String load, Path target) throws IOException {
        master.open(place(load).resolve(DATA_KEY), dataPurpose(load)).open(file(load, STAGED), target, Versions.DATA);
    }

    private static String dataPurpose(String load) {
        return "load-data:" + load;
    }

    Path file(String load, String name) {
        return place(load).resolve(name);
    }

    /// Forgets what was staged; what was rejected stays for the department.
    void dropStaged(String load) throws IOException {
        Durable.destroy(place(load).resolve(DATA_KEY));
        Files.deleteIfExists(file(load, STAGED));
    }

    /// Forgets all but the status.
    void drop(String load) throws IOException {
        Durable.destroy(place(load).resolve(KEY));
        dropStaged(load);
        Files.deleteIfExists(file(load, REJECTS));
    }

    static boolean isUnfinished(Answer.LoadStatus status) {
        return status.state() == LoadState.RECEIVING || status.state() == LoadState.READING;
    }

    private Path place(String load) {
        return folder.resolve(load);
    }
}
