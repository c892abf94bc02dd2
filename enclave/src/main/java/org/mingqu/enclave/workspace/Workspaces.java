package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.WarrantJson;
import org.mingqu.warrant.WorkspaceState;

/// The workspaces, each with its state and its key: `workspaces/<workspace>/`.
public final class Workspaces {

    private static final String STATUS = "status.json";
    private static final String KEY = "key";
    private static final String BROUGHT = "brought.json";

    private final Path folder;
    private final MasterKey master;
    private final Clock clock;
    private final Map<String, Answer.WorkspaceStatus> known = new ConcurrentHashMap<>();
    private final Map<String, Brought> brought = new ConcurrentHashMap<>();

    /// A table that a partner brings along for one workspace (art. 16); it goes with the workspace.
    public record Brought(String load, String resource, String workspace) {}

    private record All(List<Brought> brought) {}

    /// The workspaces kept in a folder.
    public Workspaces(Path folder, MasterKey master, Clock clock) throws IOException {
        this.folder = Durable.folder(folder);
        this.master = master;
        this.clock = clock;
        try (var all = Files.list(folder)) {
            for (var place :
                    all.filter(path -> Files.exists(path.resolve(STATUS))).toList()) {
                var status = WarrantJson.read(Files.readAllBytes(place.resolve(STATUS)), Answer.WorkspaceStatus.class);
                known.put(status.workspace(), status);
                if (status.state() == WorkspaceState.DESTROYED) {
                    Durable.destroy(place.resolve(KEY));
                }
                if (Files.exists(place.resolve(BROUGHT))) {
                    WarrantJson.read(Files.readAllBytes(place.resolve(BROUGHT)), All.class)
                            .brought()
                            .forEach(it -> brought.put(it.load(), it));
                }
            }
        }
    }

    /// Opens a workspace with a new key; one that is there stays as it is.
    public synchronized Answer.WorkspaceStatus open(String workspace) throws IOException {
        var there = known.get(workspace);
        if (there != null) {
            if (there.state() == WorkspaceState.DESTROYED) {
                throw EnclaveRefused.of("workspace-destroyed", "14");
            }
            return there;
        }
        Durable.folder(place(workspace));
        master.create(place(workspace).resolve(KEY), purpose(workspace));
        return save(workspace, WorkspaceState.OPEN, null, null);
    }

    /// How a workspace stands.
    public Answer.WorkspaceStatus status(String workspace) {
        var status = known.get(workspace);
        if (status == null) {
            throw EnclaveRefused.of("workspace-unknown", "19");
        }
        return status;
    }

    synchronized Answer.WorkspaceStatus suspend(String workspace, String article, String reason) throws IOException {
        mustLive(workspace);
        return save(workspace, WorkspaceState.SUSPENDED, article, reason);
    }

    /// Lets a suspended workspace be used again.
    public synchronized Answer.WorkspaceStatus resume(String workspace) throws IOException {
        mustLive(workspace);
        return save(workspace, WorkspaceState.OPEN, null, null);
    }

    synchronized Answer.WorkspaceStatus destroy(String workspace) throws IOException {
        status(workspace);
        Durable.destroy(place(workspace).resolve(KEY));
        return save(workspace, WorkspaceState.DESTROYED, null, null);
    }

    private void mustLive(String workspace) {
        if (status(workspace).state() == WorkspaceState.DESTROYED) {
            throw EnclaveRefused.of("workspace-destroyed", "14");
        }
    }

    /// Remembers, durably, which workspace a table is brought for, before any of it is there.
    public synchronized void bring(String load, String resource, String workspace) throws IOException {
        mustBeOpen(workspace);
        var it = new Brought(load, resource, workspace);
        var before = brought.putIfAbsent(load, it);
        if (before != null) {
            mustBe(before, resource, workspace);
            return;
        }
        Durable.write(place(workspace).resolve(BROUGHT), WarrantJson.canonical(new All(brought(workspace))));
    }

    /// Refuses to land a load for another workspace than it was brought for, or for none.
    ///
    /// @param workspace for which it is to land; null for a department's
    public void mustBeFor(String load, String resource, int version, @Nullable String workspace) {
        var it = brought.get(load);
        if (it == null && workspace == null) {
            return;
        }
        if (it == null || workspace == null) {
            throw EnclaveRefused.of("own-table-elsewhere", "16");
        }
        mustBe(it, resource, workspace);
        if (version != 1) {
            throw EnclaveRefused.of("own-table-version", "16");
        }
        mustBeOpen(workspace);
    }

    private static void mustBe(Brought it, String resource, String workspace) {
        if (!it.resource().equals(resource) || !it.workspace().equals(workspace)) {
            throw EnclaveRefused.of("own-table-elsewhere", "16");
        }
    }

    /// What was brought along for a workspace.
    public List<Brought> brought(String workspace) {
        return brought.values().stream()
                .filter(it -> it.workspace().equals(workspace))
                .sorted(java.util.Comparator.comparing(Brought::load))
                .toList();
    }

    /// What was brought along for workspaces that are destroyed.
    public List<Brought> left() {
        return brought.values().stream()
                .filter(it -> status(it.workspace()).state() == WorkspaceState.DESTROYED)
                .toList();
    }

    /// Refuses a workspace that may not be used now, with article and reason.
    void mustBeOpen(String workspace) {
        var status = status(workspace);
        if (status.state() == WorkspaceState.SUSPENDED) {
            throw EnclaveRefused.of(
                    "workspace-suspended",
                    String.valueOf(status.article()),
                    "article",
                    String.valueOf(status.article()),
                    "reason",
                    String.valueOf(status.reason()));
        }
        mustLive(workspace);
    }

    DataKey key(String workspace) throws IOException {
        return master.open(place(workspace).resolve(KEY), purpose(workspace));
    }

    Path place(String workspace) {
        return folder.resolve(workspace);
    }

    /// How many are not destroyed.
    public int living() {
        return (int) known.values().stream()
                .filter(status -> status.state() != WorkspaceState.DESTROYED)
                .count();
    }

    private Answer.WorkspaceStatus save(
            String workspace, WorkspaceState state, @Nullable String article, @Nullable String reason)
            throws IOException {
        var status = new Answer.WorkspaceStatus(workspace, state, clock.instant(), article, reason, 0);
        Durable.write(place(workspace).resolve(STATUS), WarrantJson.canonical(status));
        known.put(workspace, status);
        return status;
    }

    private static String purpose(String workspace) {
        return "workspace:" + workspace;
    }
}
