package org.mingqu.enclave.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;

/// Where what was released of each resource is kept, `releases/<resource>/`, and the key that seals it. It
/// outlives the versions and the workspaces: what has left cannot be taken back.
public final class ReleaseKeys {

    private static final String KEY = "key";

    private final Path folder;
    private final MasterKey master;
    private final Map<String, Units.Size> sizes = new ConcurrentHashMap<>();

    /// The keys kept in a folder.
    public ReleaseKeys(Path folder, MasterKey master) throws IOException {
        this.folder = Durable.folder(folder);
        this.master = master;
    }

    Path place(String resource) throws IOException {
        var place = folder.resolve(resource);
        return Files.isDirectory(place) ? place : Durable.folder(place);
    }

    synchronized DataKey of(String resource) throws IOException {
        var file = place(resource).resolve(KEY);
        return Files.exists(file) ? master.open(file, purpose(resource)) : master.create(file, purpose(resource));
    }

    /// Forgets what is kept under all names that begin so, for good.
    public synchronized void forget(String prefix) throws IOException {
        try (var all = Files.list(folder)) {
            for (var place : all.filter(it -> it.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Durable.destroy(place.resolve(KEY));
                Durable.remove(place);
            }
        }
        sizes.keySet().removeIf(name -> name.startsWith(prefix));
    }

    private static String purpose(String resource) {
        return "releases:" + resource;
    }

    void sized(String resource, Units.Size size) {
        sizes.put(resource, size);
    }

    /// The size of a dictionary that was used since the enclave started.
    Units.Size size(String resource) {
        return sizes.getOrDefault(resource, new Units.Size(0, 0));
    }
}
