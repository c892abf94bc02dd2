package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;

/// A staged load on its way to a version.
final class Landing {

    private static final int MEMORY_MB = 1024;
    private static final int THREADS = 2;

    private final Order.LandLoad order;
    private final LoadStore loads;
    private final Versions versions;
    private final Path folder;
    private final Clock clock;
    private final ZoneId zone;

    Landing(Order.LandLoad order, LoadStore loads, Versions versions, Path work, Clock clock, ZoneId zone)
            throws IOException {
        this.order = order;
        this.loads = loads;
        this.versions = versions;
        this.folder = Durable.folder(work.resolve(order.load()));
        this.clock = clock;
        this.zone = zone;
    }

    /// Refuses an order that does not fit the load.
    static void check(Order.LandLoad order, Answer.LoadStatus status) {
        Lander.check(order, new Layout(status.columns()).names());
    }

    /// Lands the load: as it was sealed, if the proposed types were confirmed, else written again.
    Answer.LoadStatus run(Answer.LoadStatus status) throws IOException, SQLException {
        var layout = new Layout(status.columns());
        var staged = folder.resolve("staged.parquet");
        loads.open(order.load(), staged);
        try (var duck = Duck.inFolder(folder, MEMORY_MB, THREADS)) {
            var failing = failing(new Failures(duck, staged, layout));
            var taken =
                    new Rows(staged, failing.stream().map(Failures.Failing::row).toList());
            var asProposed = layout.isOf(order.columns());
            var rows = asProposed ? taken : written(duck, taken, layout);
            var key = loads.key(order.load());
            var file = loads.file(order.load(), LoadStore.REJECTS);
            var rejects = rejects(RejectsFile.open(key, file), failing);
            var measuring = new Measuring(duck, rows, order);
            if (measuring.rows() == 0) {
                throw EnclaveRefused.of("no-rows", "6");
            }
            versions.keep(
                    order.resource(),
                    order.version(),
                    asProposed ? loads.sealed(order.load()) : new Versions.Plain(rows.file()),
                    rows.excluded(),
                    bytes -> measuring.measure(rejects.rejects().size(), bytes, clock.instant(), zone));
            rejects.seal(key, file);
        }
        return Statuses.landed(
                status, versions.find(order.resource(), order.version()).facts().description());
    }

    private Rows written(Duck duck, Rows taken, Layout layout) throws SQLException {
        var data = folder.resolve("data.parquet");
        Lander.write(duck, taken, layout, order.columns(), data);
        return new Rows(data, List.of());
    }

    /// The rows that are not taken under what was confirmed.
    private List<Failures.Failing> failing(Failures failures) throws SQLException {
        var all = new ArrayList<List<Failures.Failing>>();
        all.add(failures.ofTypes(order.columns().stream()
                .map(column -> new Failures.Target(column.name(), column.type(), column.scale()))
                .toList()));
        for (var column : order.columns()) {
            if (column.confirmed() != null) {
                all.add(failures.ofDetector(column.name(), column.confirmed()));
            }
        }
        all.add(failures.withoutSubject(order.subject()));
        return Failures.first(all);
    }

    /// The rejects under what was confirmed.
    ///
    /// Those for their form stay as they were; of those for their values nothing is kept but what fails now.
    private static RejectsFile rejects(RejectsFile before, List<Failures.Failing> failing) {
        var form = before.rejects().stream()
                .filter(reject -> !Failures.REASONS.contains(reject.reason()))
                .toList();
        return new RejectsFile(Failures.merge(form, failing, before.blanks()), before.blanks());
    }
}
