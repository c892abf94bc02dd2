package org.mingqu.enclave.dataset;

import java.util.stream.LongStream;
import org.mingqu.privacy.mask.Generalisation;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;

/// A column of a data set before its rows are generalised.
///
/// @param name as the file calls it
/// @param label for people
/// @param type under its mask
/// @param role what is done with it
public record DataColumn(
        String name, String label, ColumnType type, int scale, ColumnClass columnClass, Role role, boolean masked) {

    private static final long FINEST = 5;
    private static final int MOST_BANDS = 4;

    /// What is done with a column.
    public enum Role {
        /// It stays as it is.
        KEPT,
        /// It tells who somebody could be, and is generalised.
        DESCRIBING,
        /// It stays as it is, but no class may share it.
        SENSITIVE,
        /// It stands for the subject; each file has stand-ins of its own.
        PSEUDONYM
    }

    boolean isNumber() {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.DOUBLE;
    }

    /// How the values can be made coarser.
    Generalisation generalisation(java.util.List<String> values) {
        return new Generalisation.Lenient(
                switch (type) {
                    case DATE -> new Generalisation.Dates();
                    case INTEGER, DECIMAL, DOUBLE ->
                        new Generalisation.Numbers(bands(values), type == ColumnType.INTEGER);
                    case TEXT -> regions(values);
                    case TIMESTAMP, BOOLEAN -> new Generalisation.Words();
                });
    }

    /// 5, 10, 50, 100, or up to a band that holds about all.
    private static java.util.List<Long> bands(java.util.List<String> values) {
        var greatest = values.stream()
                .filter(value -> value.matches("-?\\d{1,15}(\\.\\d+)?"))
                .mapToDouble(value -> Math.abs(Double.parseDouble(value)))
                .max()
                .orElse(0);
        return LongStream.iterate(FINEST, width -> width % 10 == 0 ? width * FINEST : width * 2)
                .takeWhile(width -> width == FINEST || width < greatest)
                .limit(MOST_BANDS)
                .boxed()
                .toList();
    }

    private static Generalisation regions(java.util.List<String> values) {
        for (var digits : new int[] {6, 9, 12}) {
            if (!values.isEmpty() && values.stream().allMatch(value -> value.matches("\\d{" + digits + "}"))) {
                return new Generalisation.Regions(digits);
            }
        }
        return new Generalisation.Words();
    }
}
