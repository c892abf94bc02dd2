package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.name;

import java.util.ArrayList;
import java.util.List;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.DetectedColumn;

/// The columns of a staged file: each under its name with the proposed type, and beside each that is no text the
/// texts that its values do not write themselves back as.
///
/// So one reading gives what can land as it is, the values that do not fit are those with a text and no value, and
/// nothing is lost for a person who decides on another type.
record Layout(List<DetectedColumn> columns) {

    Layout {
        columns = List.copyOf(columns);
    }

    List<String> names() {
        return columns.stream().map(DetectedColumn::name).toList();
    }

    /// What is to be written, from columns `c0`, `c1`, … of text.
    ///
    /// @param padded whether values may begin or end with spaces
    String query(String source, boolean padded) {
        var inner = new ArrayList<String>();
        var outer = new ArrayList<String>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            inner.add("c" + i);
            if (column.type() == ColumnType.TEXT) {
                outer.add((padded ? trimmed("c" + i) : "nullif(c%d, '')".formatted(i)) + " AS " + name(column.name()));
            } else {
                inner.add("%s AS t%d".formatted(Casts.expression(column.type(), column.scale(), "c" + i), i));
                outer.add("t%1$d AS %2$s, CASE WHEN CAST(t%1$d AS VARCHAR) = c%1$d THEN NULL ELSE c%1$d END AS %3$s"
                        .formatted(i, name(column.name()), written(i)));
            }
        }
        return "SELECT %s FROM (SELECT %s FROM (%s))"
                .formatted(String.join(", ", outer), String.join(", ", inner), source);
    }

    /// The text of a column as it was read.
    String text(int place) {
        var column = columns.get(place);
        return column.type() == ColumnType.TEXT
                ? name(column.name())
                : "coalesce(%s, CAST(%s AS VARCHAR))".formatted(written(place), name(column.name()));
    }

    /// The value of a column under a type.
    String value(int place, ColumnType type, int scale) {
        var column = columns.get(place);
        if (column.type() == type && column.scale() == scale) {
            return name(column.name());
        }
        return type == ColumnType.TEXT ? trimmed(text(place)) : Casts.expression(type, scale, "(" + text(place) + ")");
    }

    /// Whether a value does not fit a type.
    String fails(int place, ColumnType type, int scale) {
        var column = columns.get(place);
        if (column.type() == type && column.scale() == scale) {
            return "(%s IS NULL AND %s IS NOT NULL)".formatted(name(column.name()), written(place));
        }
        return "((%s) IS NULL AND %s IS NOT NULL)".formatted(value(place, type, scale), text(place));
    }

    int place(String column) {
        return names().indexOf(column);
    }

    /// Whether these are the columns with their types, and all of them.
    boolean isOf(List<ColumnSpec> specs) {
        return specs.size() == columns.size()
                && specs.stream()
                        .allMatch(spec -> columns.stream()
                                .anyMatch(found -> found.name().equals(spec.name())
                                        && found.type() == spec.type()
                                        && found.scale() == spec.scale()));
    }

    /// No department's column begins with a space: see [Header].
    private static String written(int place) {
        return name(" " + place);
    }

    private static String trimmed(String text) {
        return "nullif(trim(%s), '')".formatted(text);
    }
}
