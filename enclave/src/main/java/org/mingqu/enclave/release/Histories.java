package org.mingqu.enclave.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.disclosure.DifferencingRule;
import org.mingqu.privacy.disclosure.ReleaseHistory;
import org.mingqu.privacy.disclosure.Verdict;

/// What was released of each resource, whoever received it, sealed beside the resource's dictionary.
///
/// A release is remembered before its file leaves: what is written here and did not leave, because the
/// enclave died between the two, counts as released.
public final class Histories {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReleaseKeys keys;
    private final OwnReached own;

    /// The histories kept with these keys.
    public Histories(ReleaseKeys keys) {
        this.keys = keys;
        this.own = new OwnReached(keys);
    }

    OwnReached own() {
        return own;
    }

    /// What of a resource is told apart: its subjects, and their rows. The same where every subject has one
    /// row.
    public enum Level {
        SUBJECTS,
        ROWS;

        int number(long unit) {
            return this == SUBJECTS ? Units.subject(unit) : Units.row(unit);
        }

        int of(Units.Size size) {
            return this == SUBJECTS ? size.subjects() : size.rows();
        }
    }

    /// One history: of a resource at a level.
    public record Body(String resource, Level level) {}

    /// The levels of a resource that are followed.
    List<Body> bodies(String resource) {
        var size = keys.size(resource);
        return size.rows() > size.subjects()
                ? List.of(new Body(resource, Level.SUBJECTS), new Body(resource, Level.ROWS))
                : List.of(new Body(resource, Level.SUBJECTS));
    }

    Units.Size size(String resource) {
        return keys.size(resource);
    }

    /// A history as it is now, to try things with; null if the resource has too few subjects for any release.
    ///
    /// @param size how many subjects or rows there are now
    synchronized @Nullable ReleaseHistory read(Body body, int size, int threshold) throws IOException {
        var history = stored(body);
        if (history == null) {
            return size < threshold
                    ? null
                    : ReleaseHistory.over(size, DifferencingRule.of(threshold), RANDOM.nextLong());
        }
        if (size > history.subjects()) {
            history = history.grown(size);
        }
        return threshold > history.threshold() ? history.stricter(threshold) : history;
    }

    private @Nullable ReleaseHistory stored(Body body) throws IOException {
        var file = file(body);
        if (Files.exists(file)) {
            return ReleaseHistory.fromBytes(
                    keys.of(body.resource()).open(file, file.getFileName().toString()));
        }
        // until a subject has a second row, subjects and rows have the same numbers and one history
        return body.level() == Level.ROWS ? stored(new Body(body.resource(), Level.SUBJECTS)) : null;
    }

    private Path file(Body body) throws IOException {
        return keys.place(body.resource())
                .resolve("history-" + body.level().name().toLowerCase(java.util.Locale.ROOT));
    }

    /// Remembers the cells of a file as released, if they still may leave: one after the other, all or none.
    ///
    /// @return whether all are; only then may the file leave
    public synchronized boolean release(String run, Cells cells) throws IOException {
        var after = new LinkedHashMap<Body, ReleaseHistory>();
        for (var each : cells.bodies()) {
            if (rowsAreNew(each.body(), cells)) {
                return false;
            }
            var history = read(each.body(), each.size(), each.threshold());
            if (history == null && each.leaving().isEmpty()) {
                continue;
            }
            if (history == null || !allPass(history, run, each)) {
                return false;
            }
            after.put(each.body(), history);
        }
        if (!own.remember(cells.own())) {
            return false;
        }
        // rows first: as long as they have no history of their own, they are read from that of the subjects
        var order = new ArrayList<>(after.entrySet());
        order.sort(Map.Entry.comparingByKey((a, b) -> b.level().compareTo(a.level())));
        for (var entry : order) {
            var file = file(entry.getKey());
            keys.of(entry.getKey().resource())
                    .seal(entry.getValue().toBytes(), file, file.getFileName().toString());
        }
        return true;
    }

    /// Whether all cells of a file would pass now; nothing is remembered.
    public synchronized boolean mayLeave(String run, Cells cells) throws IOException {
        for (var each : cells.bodies()) {
            var history = read(each.body(), each.size(), each.threshold());
            if (history == null && each.leaving().isEmpty()) {
                continue;
            }
            if (history == null || rowsAreNew(each.body(), cells) || !allPass(history, run, each)) {
                return false;
            }
        }
        return own.mayLeave(cells.own());
    }

    /// Whether a file was made before rows were told from subjects, and now they are.
    private boolean rowsAreNew(Body body, Cells cells) throws IOException {
        var rows = new Body(body.resource(), Level.ROWS);
        return Files.exists(file(rows))
                && cells.bodies().stream().noneMatch(other -> other.body().equals(rows));
    }

    private static boolean allPass(ReleaseHistory history, String run, Cells.OfBody cells) {
        var kept = cells.kept().stream().map(Cells::bitmap).toList();
        for (var table : cells.tables(run)) {
            var review = history.release(table.table(), kept);
            for (var i = 0; i < table.leaving(); i++) {
                if (!(review.verdicts().get(i) instanceof Verdict.Passes)) {
                    return false;
                }
            }
        }
        return true;
    }
}
