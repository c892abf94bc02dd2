package org.mingqu.enclave.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.watermark.Carrier;
import org.mingqu.privacy.watermark.Watermark;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.DataSetReport;
import org.mingqu.warrant.ResultTable;

/// Which columns of a data set carry the mark of its recipient, and by how much it moves their values.
///
/// Only numbers whose last digits say little carry one: those that differ by far more than the mark moves
/// them.
///
/// @param carriers the columns
/// @param places how many places they have in all
public record Marking(List<Column> carriers, int places) {

    /// The least that a mark needs, so that rounding by a digit does not move a value out of its place.
    private static final long TOLERANCE = 24;

    /// The middle nine tenths of the values are so many times the tolerance apart.
    private static final long SPREAD = 100;

    private static final int TWENTIETH = 20;
    private static final int KEY_BYTES = 32;

    /// Nothing carries a mark.
    public static final Marking NONE = new Marking(List.of(), 0);

    public Marking {
        carriers = List.copyOf(carriers);
    }

    /// A column that carries marks.
    ///
    /// @param scale digits after the point
    /// @param tolerance in units of the last digit
    public record Column(String name, int scale, long tolerance) {

        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

        Carrier carrier() {
            return new Carrier(name, tolerance);
        }

        /// A value in units of the last digit; null where there is none, or none that fits.
        @Nullable
        Long units(@Nullable Object value) {
            var text = value == null ? "" : value.toString().strip();
            if (!NUMBER.matcher(text).matches()) {
                return null;
            }
            try {
                return new BigDecimal(text)
                        .setScale(scale, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact();
            } catch (ArithmeticException _) {
                return null;
            }
        }

        /// The value of some units.
        Object value(long units) {
            return scale == 0 ? (Object) units : BigDecimal.valueOf(units, scale);
        }
    }

    /// Looks for the columns of a table that can carry marks.
    ///
    /// @param columns of the table, in their order
    public static Marking in(List<DataColumn> columns, ResultTable table) {
        var carriers = new ArrayList<Column>();
        var places = 0;
        for (var place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            var role = column.role();
            var stays = role == DataColumn.Role.KEPT || role == DataColumn.Role.SENSITIVE;
            if (stays && (column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL)) {
                var carrier = new Column(column.name(), column.scale(), TOLERANCE);
                var values = values(table, place, carrier);
                if (isWide(values)) {
                    carriers.add(carrier);
                    places += new Watermark(new byte[KEY_BYTES], List.of(carrier.carrier()))
                            .places(column.name(), values);
                }
            }
        }
        return new Marking(carriers, places);
    }

    private static long[] values(ResultTable table, int place, Column carrier) {
        return table.rows().stream()
                .map(row -> carrier.units(row.get(place)))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static boolean isWide(long[] values) {
        if (values.length < TWENTIETH) {
            return false;
        }
        var sorted = Arrays.stream(values).sorted().toArray();
        var cut = sorted.length / TWENTIETH;
        return sorted[sorted.length - 1 - cut] - sorted[cut] >= SPREAD * TOLERANCE;
    }

    /// What the reviewers and the recipient are told.
    public List<DataSetReport.Mark> marks() {
        return carriers.stream()
                .map(it -> new DataSetReport.Mark(
                        it.name(),
                        BigDecimal.valueOf(it.tolerance(), it.scale()).toPlainString()))
                .toList();
    }

    /// The table as one recipient gets it.
    ///
    /// @param key of this file
    ResultTable marked(ResultTable table, byte[] key, String recipient) {
        if (carriers.isEmpty()) {
            return table;
        }
        var watermark = watermark(key);
        var rows = new ArrayList<List<@Nullable Object>>(table.rows().size());
        table.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        for (var carrier : carriers) {
            var place = table.columns().stream()
                    .map(ResultTable.Column::name)
                    .toList()
                    .indexOf(carrier.name());
            mark(rows, place, carrier, watermark, recipient);
        }
        return new ResultTable(table.columns(), rows, table.suppressed(), null);
    }

    private static void mark(
            List<List<@Nullable Object>> rows, int place, Column carrier, Watermark watermark, String recipient) {
        var filled = rows.stream()
                .filter(row -> carrier.units(row.get(place)) != null)
                .toList();
        var units = filled.stream()
                .map(row -> carrier.units(row.get(place)))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
        var marked = watermark.marked(recipient, carrier.name(), units);
        for (var i = 0; i < marked.length; i++) {
            filled.get(i).set(place, carrier.value(marked[i]));
        }
    }

    Watermark watermark(byte[] key) {
        return new Watermark(key, carriers.stream().map(Column::carrier).toList());
    }
}
