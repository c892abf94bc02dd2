package org.mingqu.enclave.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sensitive column as few numbers, which makes classes look more alike than they are, never less: values
/// of an order in bands of as many different values, others the commonest ones and one for the rest.
///
/// @param codes a number from 0 for each row
/// @param ordered whether near numbers are near values
@SuppressWarnings("ArrayRecordComponent") // never compared
record SensitiveColumn(int[] codes, boolean ordered) {

    private static final int MOST = 20;

    static @Nullable SensitiveColumn of(List<DataColumn> columns, List<List<@Nullable Object>> rows) {
        for (var place = 0; place < columns.size(); place++) {
            if (columns.get(place).role() == DataColumn.Role.SENSITIVE) {
                return columns.get(place).isNumber() ? ordered(rows, place) : named(rows, place);
            }
        }
        return null;
    }

    private static SensitiveColumn ordered(List<List<@Nullable Object>> rows, int place) {
        var numbers = Numbers.of(rows, place, new int[rows.size()]);
        var sorted = Arrays.stream(numbers).sorted().distinct().toArray();
        var codes = new int[numbers.length];
        for (var row = 0; row < codes.length; row++) {
            var rank = Arrays.binarySearch(sorted, numbers[row]);
            codes[row] = sorted.length <= MOST ? rank : (int) ((long) rank * MOST / sorted.length);
        }
        return new SensitiveColumn(codes, true);
    }

    private static SensitiveColumn named(List<List<@Nullable Object>> rows, int place) {
        var counts = new HashMap<String, Integer>();
        rows.forEach(row -> counts.merge(String.valueOf(row.get(place)), 1, Integer::sum));
        var common = counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST - 1L)
                .map(Map.Entry::getKey)
                .toList();
        var codes = new int[rows.size()];
        for (var row = 0; row < codes.length; row++) {
            var at = common.indexOf(String.valueOf(rows.get(row).get(place)));
            codes[row] = at < 0 ? common.size() : at;
        }
        return new SensitiveColumn(codes, false);
    }
}
