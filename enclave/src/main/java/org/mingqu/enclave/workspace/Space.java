package org.mingqu.enclave.workspace;

import static org.mingqu.enclave.engine.Duck.name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.engine.Synthetic;
import org.mingqu.enclave.intake.Rows;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.release.Units;
import org.mingqu.enclave.subject.SubjectLists;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.guard.GrantedTable;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Mask;

/// The engine of a workspace for one grant: tables in memory with the granted columns and nothing else, then
/// locked.
final class Space implements AutoCloseable {

    static final int SYNTHETIC_ROWS = 2000;
    private static final int MEMORY_MB = 1024;
    private static final int SYNTHETIC_MEMORY_MB = 256;
    private static final long MOST_SORTED = 10_000_000;
    private static final long SYNTHETIC_SEED = 20_250_110;

    private final Duck duck;
    private volatile boolean cancelled;

    private Space(Duck duck) {
        this.duck = duck;
    }

    /// An engine over the real data.
    ///
    /// @param starting is told of the space before it is filled, so that the filling can be cancelled
    static Space real(
            Grants grants,
            Versions versions,
            SubjectLists subjects,
            DataKey key,
            Units units,
            Path work,
            java.util.function.Consumer<Space> starting)
            throws SQLException, IOException {
        var space = new Space(Duck.forQueries(MEMORY_MB, 2));
        starting.accept(space);
        try {
            space.fill(grants, versions, subjects, key, units, work);
            space.duck.lock();
            return space;
        } catch (SQLException | IOException | EnclaveRefused e) {
            space.close();
            throw e;
        }
    }

    /// An engine over synthetic tables of the same names and columns.
    static Space synthetic(Grants grants) throws SQLException {
        var space = new Space(Duck.forQueries(SYNTHETIC_MEMORY_MB, 1));
        try {
            for (var granted : grants.all()) {
                space.invent(granted);
            }
            space.duck.lock();
            return space;
        } catch (SQLException e) {
            space.close();
            throw e;
        }
    }

    Connection connection() throws SQLException {
        return duck.duplicate();
    }

    /// Stops the filling.
    void cancel() throws SQLException {
        cancelled = true;
        duck.cancel();
    }

    private void fill(Grants grants, Versions versions, SubjectLists subjects, DataKey key, Units units, Path work)
            throws SQLException, IOException {
        var tokens = new Tokens(duck, key);
        var openKinds = openKinds(grants);
        for (var granted : grants.all()) {
            if (cancelled) {
                throw EnclaveRefused.of("run-cancelled", "");
            }
            var file = Files.createTempFile(work, "space", ".parquet");
            try {
                var rows = versions.decrypt(granted.version(), file);
                var condition = subjects.condition(granted.table(), granted.subject(), "d");
                create(granted, rows, condition, tokens, units, openKinds);
            } finally {
                Files.deleteIfExists(file);
            }
        }
        tokens.forget();
        Units.forget(duck);
    }

    /// The kinds of subjects of which a grant shows the subject column as it is: in all tables of such a kind
    /// it must be so, or subjects would be counted twice.
    private static Set<String> openKinds(Grants grants) {
        return grants.all().stream()
                .filter(granted -> !granted.isOwn())
                .filter(granted -> granted.table().columns().stream()
                        .anyMatch(column -> column.name().equals(granted.subject()) && column.mask() == Mask.NONE))
                .map(Grants.Granted::kind)
                .collect(Collectors.toSet());
    }

    /// Whose rows are not to be there is decided here, once, and not in each query: a table in which nothing
    /// is left out costs nothing more, and one in which something is costs less.
    private void create(
            Grants.Granted granted, Rows rows, String condition, Tokens tokens, Units units, Set<String> openKinds)
            throws SQLException, IOException {
        var masks = masks(granted, openKinds);
        var columns = new ArrayList<String>();
        var joins = new StringBuilder();
        var alias = 0;
        for (var entry : masks.entrySet()) {
            var spec = granted.column(entry.getKey());
            if (entry.getValue() == Mask.PSEUDONYM) {
                tokens.cover(rows, spec.name());
                var k = "k" + alias++;
                columns.add("%s.t AS %s".formatted(k, name(spec.name())));
                joins.append(" LEFT JOIN %1$s AS %2$s ON %2$s.v = CAST(d.%3$s AS VARCHAR)"
                        .formatted(Tokens.table(), k, name(spec.name())));
            } else {
                columns.add("%s AS %s".formatted(Masks.expression(spec, entry.getValue(), "d"), name(spec.name())));
            }
        }
        var source = rows.source();
        if (!granted.subject().isEmpty()) {
            var numbered = numbered(granted, rows, units);
            columns.add("d.%s AS %s".formatted(name(numbered.column()), name(GrantedTable.UNIT)));
            source = numbered.source();
        }
        var together = isSorted(granted, columns.size()) ? " ORDER BY d." + name(granted.subject()) : "";
        duck.run("CREATE TABLE %s AS SELECT %s FROM %s AS d%s%s%s"
                .formatted(
                        name(granted.table().name()), String.join(", ", columns), source, joins, condition, together));
    }

    private Units.Numbered numbered(Grants.Granted granted, Rows rows, Units units) throws SQLException, IOException {
        var description = granted.version().facts().description();
        return units.number(
                duck,
                granted.dictionary(),
                rows,
                granted.subject(),
                description.columns().stream().map(it -> it.column().name()).toList(),
                description.maxRowsPerSubject() > 1);
    }

    /// With the rows of a subject together, subjects are counted faster; a sort needs memory, so large tables
    /// stay in the order of their file.
    private static boolean isSorted(Grants.Granted granted, int columns) {
        return !granted.subject().isEmpty()
                && granted.version().facts().description().rows() * columns <= MOST_SORTED;
    }

    /// Which columns the table gets, and how masked: the granted ones, and the subject, unseen, for counting.
    private static Map<String, Mask> masks(Grants.Granted granted, Set<String> openKinds) {
        var masks = new java.util.LinkedHashMap<String, Mask>();
        for (Grant.Column column : granted.table().columns()) {
            if (granted.isUsed(granted.column(column.name()))) {
                masks.put(column.name(), column.mask());
            }
        }
        if (!granted.subject().isEmpty()) {
            var mask = masks.get(granted.subject());
            if (mask != Mask.NONE || granted.isOwn()) {
                var open = openKinds.contains(granted.kind()) && (mask == null || granted.isOwn());
                masks.put(granted.subject(), open ? Mask.NONE : Mask.PSEUDONYM);
            }
        }
        return masks;
    }

    private void invent(Grants.Granted granted) throws SQLException {
        var synthetic = new Synthetic(granted.version().facts(), SYNTHETIC_SEED);
        var all = synthetic.columns();
        var wanted = new TreeSet<>(
                granted.table().columns().stream().map(Grant.Column::name).toList());
        if (!granted.subject().isEmpty()) {
            wanted.add(granted.subject());
        }
        var types = new HashMap<String, Mask>();
        granted.table().columns().forEach(column -> types.put(column.name(), column.mask()));
        var raw = name("raw$");
        duck.run("CREATE TABLE %s (%s)"
                .formatted(
                        raw,
                        all.stream()
                                .map(column -> name(column.name()) + " " + type(column))
                                .collect(Collectors.joining(", "))));
        append(synthetic.rows(SYNTHETIC_ROWS), all.size());
        var columns = all.stream()
                .filter(column -> wanted.contains(column.name()))
                .map(column -> invented(column, types.get(column.name())))
                .collect(Collectors.joining(", "));
        duck.run("CREATE TABLE %s AS SELECT %s FROM %s AS d"
                .formatted(name(granted.table().name()), columns, raw));
        duck.run("DROP TABLE " + raw);
    }

    private static String invented(ColumnSpec column, @Nullable Mask mask) {
        var expression = mask == null || mask == Mask.PSEUDONYM
                ? "CAST(d.%s AS VARCHAR)".formatted(name(column.name()))
                : Masks.expression(column, mask, "d");
        return expression + " AS " + name(column.name());
    }

    private static String type(ColumnSpec column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(18, %d)".formatted(column.scale());
            default -> column.type().name();
        };
    }

    private void append(List<List<@Nullable Object>> rows, int columns) throws SQLException {
        var marks = "?, ".repeat(columns - 1) + "?";
        try (var insert = duck.connection().prepareStatement("INSERT INTO \"raw$\" VALUES (" + marks + ")")) {
            duck.connection().setAutoCommit(false);
            for (var row : rows) {
                for (var i = 0; i < columns; i++) {
                    var value = row.get(i);
                    insert.setObject(
                            i + 1,
                            value instanceof LocalDate || value instanceof LocalDateTime ? value.toString() : value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
            duck.connection().commit();
            duck.connection().setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
