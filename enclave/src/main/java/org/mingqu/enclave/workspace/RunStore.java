package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.RunState;
import org.mingqu.warrant.WarrantJson;

/// The runs: `runs/<run>.json` for each; results lie sealed in their workspace.
final class RunStore {

    private final Path folder;
    private final Map<String, RunRecord> known = new ConcurrentHashMap<>();

    /// Opens the store; what was running when an earlier process died is lost.
    RunStore(Path folder) throws IOException {
        this.folder = Durable.folder(folder);
        try (var all = Files.list(folder)) {
            for (var file :
                    all.filter(path -> path.toString().endsWith(".json")).toList()) {
                var run = WarrantJson.read(Files.readAllBytes(file), RunRecord.class);
                known.put(run.run(), run);
                if (run.state() == RunState.RUNNING) {
                    save(run.ended(RunState.FAILED, 0, null, EnclaveRefusal.of("run-lost", "")));
                }
            }
        }
    }

    void save(RunRecord run) throws IOException {
        Durable.write(folder.resolve(run.run() + ".json"), WarrantJson.canonical(run));
        known.put(run.run(), run);
    }

    @Nullable
    RunRecord find(String run) {
        return known.get(run);
    }

    RunRecord get(String run) {
        var record = known.get(run);
        if (record == null) {
            throw EnclaveRefused.of("run-unknown", "");
        }
        return record;
    }

    List<RunRecord> all() {
        return List.copyOf(known.values());
    }

    Collection<RunRecord> handedOver(String workspace) {
        return known.values().stream()
                .filter(run -> run.workspace().equals(workspace) && run.handedOver() != null)
                .toList();
    }
}
