package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.literal;
import static org.mingqu.enclave.engine.Duck.name;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;

/// Turns a staged file into the data of a version: typed, without the rows that do not fit, subjects together.
final class Lander {

    private final Duck duck;
    private final Path staged;
    private final Order.LandLoad order;
    private final Map<String, Integer> places = new HashMap<>();

    /// @param names of the staged columns, in order
    Lander(Duck duck, Path staged, List<String> names, Order.LandLoad order) {
        this.duck = duck;
        this.staged = staged;
        this.order = order;
        IntStream.range(0, names.size()).forEach(i -> places.put(names.get(i), i));
    }

    /// Refuses an order that does not fit the staged columns.
    static void check(Order.LandLoad order, List<String> names) {
        for (var column : order.columns()) {
            if (!names.contains(column.name())) {
                throw EnclaveRefused.of("column-unknown", "5", "column", column.name());
            }
        }
        var subject = order.subject();
        if (subject != null
                && order.columns().stream().noneMatch(column -> column.name().equals(subject))) {
            throw EnclaveRefused.of("subject-unknown", "5", "column", subject);
        }
        if (subject != null && order.subjectKind().isBlank()) {
            throw EnclaveRefused.of("subject-unknown", "5", "column", subject);
        }
        var rules = new ArrayList<>(order.rules().required());
        rules.addAll(order.rules().key());
        if (order.rules().dateColumn() != null) {
            rules.add(order.rules().dateColumn());
        }
        for (var rule : rules) {
            if (order.columns().stream().noneMatch(column -> column.name().equals(rule))) {
                throw EnclaveRefused.of("column-unknown", "5", "column", rule);
            }
        }
    }

    /// The types to check, by place of the staged columns.
    List<Stager.@Nullable Target> targets() {
        var targets = new ArrayList<Stager.@Nullable Target>(java.util.Collections.nCopies(places.size(), null));
        for (var column : order.columns()) {
            targets.set(place(column), new Stager.Target(column.name(), column.type(), column.scale()));
        }
        return targets;
    }

    /// Places of the rows without subject.
    List<Long> withoutSubject() throws SQLException {
        if (order.subject() == null) {
            return List.of();
        }
        return duck
                .rows("SELECT file_row_number FROM read_parquet(%s, file_row_number=true) WHERE %s IS NULL ORDER BY 1"
                        .formatted(literal(staged.toString()), trimmed(subjectPlace())))
                .stream()
                .map(row -> row.getFirst() instanceof Number number ? number.longValue() : 0L)
                .toList();
    }

    void write(Path data) throws SQLException {
        var inner = new ArrayList<String>();
        var outer = new ArrayList<String>();
        var fits = new ArrayList<String>();
        for (var column : order.columns()) {
            var i = place(column);
            if (column.type() == ColumnType.TEXT) {
                inner.add("%s AS t%d".formatted(trimmed(i), i));
            } else {
                inner.add("%s AS t%d, c%d IS NULL AS e%d"
                        .formatted(Casts.expression(column.type(), column.scale(), "c" + i), i, i, i));
                fits.add("(e%d OR t%d IS NOT NULL)".formatted(i, i));
            }
            outer.add("t%d AS %s".formatted(i, name(column.name())));
        }
        if (order.subject() != null) {
            fits.add("t%d IS NOT NULL".formatted(subjectPlace()));
        }
        duck.run("COPY (SELECT %s FROM (SELECT %s FROM read_parquet(%s)) %s %s) TO %s (%s)"
                .formatted(
                        String.join(", ", outer),
                        String.join(", ", inner),
                        literal(staged.toString()),
                        fits.isEmpty() ? "" : "WHERE " + String.join(" AND ", fits),
                        order.subject() == null ? "" : "ORDER BY " + name(order.subject()),
                        literal(data.toString()),
                        Duck.PARQUET));
    }

    private int subjectPlace() {
        var subject = order.subject();
        return subject == null ? -1 : java.util.Objects.requireNonNull(places.get(subject));
    }

    private int place(ColumnSpec column) {
        return java.util.Objects.requireNonNull(places.get(column.name()));
    }

    private static String trimmed(int place) {
        return "nullif(trim(c%d), '')".formatted(place);
    }
}
