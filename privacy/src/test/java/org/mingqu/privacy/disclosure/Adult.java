package org.mingqu.privacy.disclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.roaringbitmap.RoaringBitmap;

/// The Adult data as whole numbers: eight quasi-identifying columns and, last, the class of salary.
final class Adult {

    static final int COLUMNS = 8;
    static final int AGE = 1;

    final List<int[]> columns = new ArrayList<>();
    final boolean[] high;
    private final int[] ages;

    Adult() {
        var rows = lines();
        for (var column = 0; column < COLUMNS; column++) {
            columns.add(coded(rows, column));
        }
        ages = rows.stream().mapToInt(row -> Integer.parseInt(row[AGE])).toArray();
        high = new boolean[rows.size()];
        for (var i = 0; i < high.length; i++) {
            high[i] = rows.get(i)[COLUMNS].equals(">50K");
        }
    }

    int subjects() {
        return high.length;
    }

    /// Ages in years.
    int[] ages() {
        return ages.clone();
    }

    private static List<String[]> lines() {
        var file = Objects.requireNonNull(Adult.class.getResourceAsStream("/adult.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(";")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int[] coded(List<String[]> rows, int column) {
        var codes = new HashMap<String, Integer>();
        return rows.stream()
                .mapToInt(row -> codes.computeIfAbsent(row[column], value -> codes.size()))
                .toArray();
    }

    /// The subjects by their values in some columns.
    Map<List<Integer>, RoaringBitmap> groups(int... of) {
        return groups(null, Arrays.stream(of).mapToObj(columns::get).toList());
    }

    /// The subjects that a filter lets through, by their values in some columns.
    Map<List<Integer>, RoaringBitmap> groups(RoaringBitmap filter, List<int[]> of) {
        var groups = new HashMap<List<Integer>, RoaringBitmap>();
        for (var i = 0; i < high.length; i++) {
            if (filter == null || filter.contains(i)) {
                var subject = i;
                var key = of.stream().map(column -> column[subject]).toList();
                groups.computeIfAbsent(key, any -> new RoaringBitmap()).add(i);
            }
        }
        return groups;
    }

    /// How many of a group have the high class of salary.
    int highOf(RoaringBitmap group) {
        var count = 0;
        for (var i : group) {
            count += high[i] ? 1 : 0;
        }
        return count;
    }
}
