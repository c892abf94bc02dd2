package org.mingqu.bench.adult;

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
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.risk.Hierarchy;
import org.roaringbitmap.RoaringBitmap;

/// The Adult data as whole numbers: eight quasi-identifying columns, their hierarchies, and the class of
/// salary.
public final class Adult {

    /// The quasi-identifying columns, in the order of the file.
    static final List<String> NAMES =
            List.of("sex", "age", "race", "marital-status", "education", "native-country", "workclass", "occupation");

    private static final int AGE = 1;

    private final List<int[]> columns = new ArrayList<>();
    private final int[] ages;
    private final int[] high;

    /// Reads the data that lie beside the program.
    public Adult() {
        var rows = lines("adult").stream().skip(1).toList();
        for (var column = 0; column < NAMES.size(); column++) {
            var numbers = numbers(NAMES.get(column));
            var at = column;
            columns.add(rows.stream()
                    .mapToInt(row -> Objects.requireNonNull(numbers.get(row[at])))
                    .toArray());
        }
        ages = rows.stream().mapToInt(row -> Integer.parseInt(row[AGE])).toArray();
        high = rows.stream()
                .mapToInt(row -> row[NAMES.size()].equals(">50K") ? 1 : 0)
                .toArray();
    }

    /// The quasi-identifying columns, each value as its place in the column's hierarchy.
    public List<int[]> columns() {
        return columns;
    }

    /// A hierarchy for each column.
    public List<Hierarchy> hierarchies() {
        return NAMES.stream().map(Adult::hierarchy).toList();
    }

    /// 1 for each person of the high class of salary, 0 for others.
    public int[] salary() {
        return high.clone();
    }

    /// How many persons there are.
    public int subjects() {
        return high.length;
    }

    /// Ages in years.
    int[] ages() {
        return ages.clone();
    }

    boolean isHigh(int subject) {
        return high[subject] == 1;
    }

    /// The persons by their values in some columns.
    Map<List<Integer>, RoaringBitmap> groups(int... of) {
        return groups(null, Arrays.stream(of).mapToObj(columns::get).toList());
    }

    /// The persons that a filter lets through, by their values in some columns.
    Map<List<Integer>, RoaringBitmap> groups(@Nullable RoaringBitmap filter, List<int[]> of) {
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
    public int highOf(RoaringBitmap group) {
        var count = 0;
        for (var i : group) {
            count += high[i];
        }
        return count;
    }

    private static Map<String, Integer> numbers(String name) {
        var numbers = new HashMap<String, Integer>();
        lines("adult_hierarchy_" + name).forEach(line -> numbers.put(line[0], numbers.size()));
        return numbers;
    }

    private static Hierarchy hierarchy(String name) {
        var lines = lines("adult_hierarchy_" + name);
        var levels = new ArrayList<int[]>();
        for (var level = 0; level < lines.getFirst().length; level++) {
            var groups = new HashMap<String, Integer>();
            var at = level;
            levels.add(lines.stream()
                    .mapToInt(line -> groups.computeIfAbsent(line[at], text -> groups.size()))
                    .toArray());
        }
        return new Hierarchy(levels);
    }

    private static List<String[]> lines(String file) {
        var stream = Objects.requireNonNull(Adult.class.getResourceAsStream("/" + file + ".csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(";", -1)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
