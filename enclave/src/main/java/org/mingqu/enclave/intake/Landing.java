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
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.DetectedColumn;
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
        Lander.check(order, names(status));
    }

    private static List<String> names(Answer.LoadStatus status) {
        return status.columns().stream().map(DetectedColumn::name).toList();
    }

    Answer.LoadStatus run(Answer.LoadStatus status) throws IOException, SQLException {
        var key = loads.key(order.load());
        var staged = folder.resolve("staged.parquet");
        var data = folder.resolve("data.parquet");
        key.open(loads.file(order.load(), LoadStore.STAGED), staged, LoadStore.STAGED);
        try (var duck = Duck.inFolder(folder, MEMORY_MB, THREADS)) {
            var lander = new Lander(duck, staged, names(status), order);
            lander.write(data);
            var file = loads.file(order.load(), LoadStore.REJECTS);
            var rejects = rejects(duck, lander, staged, status, RejectsFile.open(key, file));
            var measuring = new Measuring(duck, data, order);
            if (measuring.rows() == 0) {
                throw EnclaveRefused.of("no-rows", "6");
            }
            versions.keep(
                    order.resource(),
                    order.version(),
                    data,
                    bytes -> measuring.measure(rejects.rejects().size(), bytes, clock.instant(), zone));
            rejects.seal(key, file);
        }
        return Statuses.landed(
                status, versions.find(order.resource(), order.version()).facts().description());
    }

    /// The rejects under the confirmed types.
    ///
    /// Those for their form stay as they were; of those for their values nothing is kept but what fails now.
    private RejectsFile rejects(Duck duck, Lander lander, Path staged, Answer.LoadStatus status, RejectsFile before)
            throws SQLException {
        var withoutSubject = lander.withoutSubject();
        if (withoutSubject.isEmpty() && sameTypes(status)) {
            return before;
        }
        var form = before.rejects().stream()
                .filter(reject -> !reject.reason().equals("reject.value"))
                .toList();
        var failing = new ArrayList<>(new Stager(duck, staged).failing(lander.targets()));
        var rows = failing.stream().map(Stager.Failing::row).collect(java.util.stream.Collectors.toSet());
        for (var row : withoutSubject) {
            if (!rows.contains(row)) {
                failing.add(new Stager.Failing(row, String.valueOf(order.subject()), ColumnType.TEXT, ""));
            }
        }
        failing.sort(java.util.Comparator.comparingLong(Stager.Failing::row));
        return new RejectsFile(Stager.merge(form, failing, before.blanks()), before.blanks());
    }

    private boolean sameTypes(Answer.LoadStatus status) {
        return order.columns().size() == status.columns().size()
                && order.columns().stream()
                        .allMatch(column -> status.columns().stream()
                                .anyMatch(found -> found.name().equals(column.name())
                                        && found.type() == column.type()
                                        && found.scale() == column.scale()));
    }
}
