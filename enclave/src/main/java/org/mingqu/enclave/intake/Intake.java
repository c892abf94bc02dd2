package org.mingqu.enclave.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;

/// The door of the room: takes files and tables in, says how far they are, lands them.
///
/// Receiving goes on for each caller in their own thread; reading and landing take turns, as they use the
/// whole machine.
public final class Intake implements AutoCloseable {

    private static final long LARGEST_PULL = 64L << 30;

    private final Path work;
    private final LoadStore loads;
    private final Versions versions;
    private final Clock clock;
    private final ZoneId zone;
    private final ExecutorService turns = Executors.newSingleThreadExecutor();

    /// @param loads where loads are kept, sealed
    /// @param work for what is in the clear while it is worked on; emptied at start
    public Intake(Path loads, Path work, MasterKey master, Versions versions, Clock clock, ZoneId zone)
            throws IOException {
        this.loads = new LoadStore(loads, master);
        this.work = Durable.folder(work);
        this.versions = versions;
        this.clock = clock;
        this.zone = zone;
    }

    /// Takes up what an earlier process left: what was being received is lost, what was being landed is
    /// landed.
    public void resume() throws IOException {
        for (var status : loads.all()) {
            if (LoadStore.isUnfinished(status)) {
                loads.save(Statuses.failed(status, EnclaveRefusal.of("load-lost", "5")));
                loads.drop(status.load());
            } else if (status.state() == LoadState.LANDING) {
                resumeLanding(status);
            } else if (status.state() == LoadState.LANDED) {
                loads.dropStaged(status.load());
            }
        }
    }

    private void resumeLanding(Answer.LoadStatus status) throws IOException {
        var order = loads.order(status.load());
        if (order == null) {
            loads.save(Statuses.in(status, LoadState.STAGED));
        } else if (versions.exists(order.resource(), order.version())) {
            var landed = versions.find(order.resource(), order.version());
            loads.save(Statuses.landed(status, landed.facts().description()));
            loads.dropStaged(status.load());
        } else {
            turns.execute(() -> land(order));
        }
    }

    /// Receives a file; when this returns it is whole and being read.
    ///
    /// @param expected announced length, or -1
    public Answer.LoadStatus receive(Order.ReceiveFile order, InputStream body, long expected) throws IOException {
        if (expected > order.maxBytes()) {
            throw EnclaveRefused.of("file-too-large", "6", "limit", Long.toString(order.maxBytes()));
        }
        return take(order.load(), order.resource(), order.format(), body, expected, order.maxBytes());
    }

    /// Pulls a department's table; when this returns it is whole and being read.
    public Answer.LoadStatus pull(Order.PullTable order, Pull source) throws IOException {
        try (var in = new PipedInputStream(1 << 20);
                var out = new PipedOutputStream(in);
                var copying = Executors.newVirtualThreadPerTaskExecutor()) {
            var copied = copying.submit(() -> {
                try (out) {
                    source.copyTo(out);
                }
                return true;
            });
            var checked = new PulledStream(in, copied);
            return take(order.load(), order.resource(), FileFormat.CSV, checked, -1, LARGEST_PULL);
        }
    }

    private Answer.LoadStatus take(
            String load, String resource, FileFormat format, InputStream body, long expected, long limit)
            throws IOException {
        begin(load, resource, Math.max(0, expected));
        var folder = Durable.folder(work.resolve(load));
        var raw = folder.resolve("raw");
        try {
            var receiver = new Receiver(
                    format,
                    limit,
                    bytes -> loads.show(Statuses.receiving(current(load), bytes, Math.max(0, expected))));
            var received = receiver.receive(body, expected, raw);
            var status = Statuses.received(current(load), received);
            loads.save(status);
            turns.execute(() -> read(load, received, limit));
            return status;
        } catch (EnclaveRefused e) {
            fail(load, e.refusal());
            throw e;
        } catch (IOException e) {
            var broken = EnclaveRefusal.of(
                    "file-broken-off",
                    "6",
                    "received",
                    Long.toString(current(load).progress().bytes()),
                    "expected",
                    Long.toString(expected));
            fail(load, broken);
            throw new EnclaveRefused(broken);
        }
    }

    private synchronized void begin(String load, String resource, long expected) throws IOException {
        loads.find(load).ifPresent(status -> {
            throw EnclaveRefused.of(
                    "load-state", "5", "state", status.state().name(), "needed", LoadState.WAITING.name());
        });
        loads.save(Statuses.begun(load, resource, expected));
    }

    private Answer.LoadStatus current(String load) {
        return loads.find(load).orElseThrow(() -> EnclaveRefused.of("load-unknown", "5"));
    }

    private void read(String load, Received received, long limit) {
        try {
            var staging = new Staging(work.resolve(load), received, limit);
            var staged = staging.run();
            loads.seal(load, staging.file());
            new RejectsFile(staged.rejects(), staged.blanks())
                    .seal(loads.createKey(load), loads.file(load, LoadStore.REJECTS));
            if (current(load).state() == LoadState.READING) {
                loads.save(Statuses.staged(current(load), staged));
            }
            Durable.remove(work.resolve(load));
        } catch (EnclaveRefused e) {
            fail(load, e.refusal());
        } catch (Exception e) { // the boundary of a background task: whatever it was, the load says that it failed
            fail(load, Fault.of(e));
        }
    }

    private void fail(String load, EnclaveRefusal why) {
        try {
            loads.save(Statuses.failed(current(load), why));
            loads.drop(load);
            Durable.remove(work.resolve(load));
        } catch (IOException e) {
            loads.show(Statuses.failed(current(load), Fault.of(e)));
        }
    }

    /// How far a load is; `WAITING` for one that is not known.
    public Answer.LoadStatus status(String load) {
        return loads.find(load).orElseGet(() -> Statuses.waiting(load));
    }

    /// Begins to land a load.
    public Answer.LoadStatus land(Order.LandLoad order, boolean inBackground) throws IOException {
        synchronized (this) {
            var status = current(order.load());
            if (status.state() != LoadState.STAGED && !hasFailedToLand(status)) {
                throw EnclaveRefused.of(
                        "load-state", "5", "state", status.state().name(), "needed", LoadState.STAGED.name());
            }
            if (!status.resource().equals(order.resource())) {
                throw EnclaveRefused.of("load-unknown", "5");
            }
            if (versions.exists(order.resource(), order.version())) {
                throw EnclaveRefused.of("version-exists", "6", "version", Integer.toString(order.version()));
            }
            Landing.check(order, status);
            loads.saveOrder(order);
            loads.save(Statuses.in(status, LoadState.LANDING));
        }
        if (inBackground) {
            turns.execute(() -> land(order));
        } else {
            land(order);
        }
        return current(order.load());
    }

    private boolean hasFailedToLand(Answer.LoadStatus status) {
        return status.state() == LoadState.FAILED && loads.isStaged(status.load());
    }

    private void land(Order.LandLoad order) {
        var load = order.load();
        try {
            var landing = new Landing(order, loads, versions, work, clock, zone);
            var status = landing.run(current(load));
            loads.save(status);
            loads.dropStaged(load);
        } catch (EnclaveRefused e) {
            failToLand(load, e.refusal());
        } catch (Exception e) { // the boundary of a background task: whatever it was, the load says that it failed
            failToLand(load, Fault.of(e));
        } finally {
            Fault.quietly(() -> Durable.remove(work.resolve(load)));
        }
    }

    /// What was staged stays: the landing can be ordered again, and the load discarded.
    private void failToLand(String load, EnclaveRefusal why) {
        var status = Statuses.failedToLand(current(load), why);
        try {
            loads.save(status);
        } catch (IOException e) {
            loads.show(Statuses.failedToLand(status, Fault.of(e)));
        }
    }

    /// Forgets a load that is not landed.
    public synchronized Answer.LoadStatus discard(String load) throws IOException {
        var status = current(load);
        var open = Set.of(LoadState.STAGED, LoadState.FAILED, LoadState.READING, LoadState.DISCARDED);
        if (!open.contains(status.state())) {
            throw EnclaveRefused.of(
                    "load-state", "5", "state", status.state().name(), "needed", LoadState.STAGED.name());
        }
        loads.drop(load);
        loads.save(Statuses.in(status, LoadState.DISCARDED));
        return current(load);
    }

    /// Destroys what was brought along for a workspace, at any stage, after what is being read or landed now.
    public void forget(String load, String resource) throws IOException {
        try {
            turns.submit(() -> {
                        forgotten(load, resource);
                        return true;
                    })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while forgetting", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException("what was brought along cannot be destroyed", e);
        }
    }

    private synchronized void forgotten(String load, String resource) throws IOException {
        if (versions.exists(resource, 1)) {
            versions.destroy(resource, 1);
        }
        var status = loads.find(load);
        if (status.isPresent()) {
            loads.drop(load);
            loads.save(Statuses.in(status.get(), LoadState.DISCARDED));
        }
    }

    /// The rejects file of a load, UTF-8 with byte order mark.
    ///
    /// @param language `zh` or `en`
    public byte[] rejects(String load, String language) throws IOException {
        var status = current(load);
        var read =
                List.of(LoadState.STAGED, LoadState.LANDING, LoadState.LANDED).contains(status.state());
        if (!read && !hasFailedToLand(status)) {
            throw EnclaveRefused.of(
                    "load-state", "5", "state", status.state().name(), "needed", LoadState.STAGED.name());
        }
        return RejectsFile.open(loads.key(load), loads.file(load, LoadStore.REJECTS))
                .csv(language);
    }

    @Override
    public void close() {
        turns.shutdownNow();
        try {
            turns.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
