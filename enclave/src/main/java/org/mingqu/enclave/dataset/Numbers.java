package org.mingqu.enclave.dataset;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Columns as numbers, for figures about them.
final class Numbers {

    private Numbers() {}

    /// A number for each row: the value itself, a date's day, else its code; a missing one is taken for the
    /// mean.
    static double[] of(List<List<@Nullable Object>> rows, int place, int[] codes) {
        var numbers = new double[rows.size()];
        for (var row = 0; row < numbers.length; row++) {
            numbers[row] = number(rows.get(row).get(place), codes[row]);
        }
        var mean =
                Arrays.stream(numbers).filter(it -> !Double.isNaN(it)).average().orElse(0);
        for (var row = 0; row < numbers.length; row++) {
            numbers[row] = Double.isNaN(numbers[row]) ? mean : numbers[row];
        }
        return numbers;
    }

    private static double number(@Nullable Object value, int code) {
        return switch (value) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            case String text
            when text.matches("\\d{4}-\\d{2}-\\d{2}") -> LocalDate.parse(text).toEpochDay();
            default -> code;
        };
    }

    static @Nullable Double mean(List<List<@Nullable Object>> rows, int place, IntPredicate which) {
        return known(IntStream.range(0, rows.size())
                .filter(which)
                .mapToObj(row -> rows.get(row).get(place))
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .average()
                .orElse(Double.NaN));
    }

    /// Null for what cannot be said.
    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
