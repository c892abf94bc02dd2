package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.literal;
import static org.mingqu.enclave.engine.Duck.name;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;

/// Turns a staged file into the data of a version where a person decided otherwise than was proposed.
final class Lander {

    private Lander() {}

    /// Refuses an order that does not fit the staged columns.
    static void check(Order.LandLoad order, List<String> names) {
        for (var column : order.columns()) {
            if (!names.contains(column.name())) {
                throw EnclaveRefused.of("column-unknown", "5", "column", column.name());
            }
            if (column.confirmed() != null) {
                Patterns.form(column.confirmed());
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

    /// Writes the columns of an order, with its types.
    ///
    /// @param rows of the staged file that are taken
    static void write(Duck duck, Rows rows, Layout layout, List<ColumnSpec> columns, Path data) throws SQLException {
        var values = columns.stream()
                .map(column -> "%s AS %s"
                        .formatted(
                                layout.value(layout.place(column.name()), column.type(), column.scale()),
                                name(column.name())))
                .collect(Collectors.joining(", "));
        duck.run("COPY (SELECT %s FROM %s) TO %s (%s)"
                .formatted(values, rows.source(), literal(data.toString()), Duck.PARQUET));
    }
}
