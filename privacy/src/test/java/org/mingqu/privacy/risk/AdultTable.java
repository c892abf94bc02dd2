package org.mingqu.privacy.risk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The Adult data and their hierarchies, as numbers.
final class AdultTable {

    private static final List<String> NAMES =
            List.of("sex", "age", "race", "marital-status", "education", "native-country", "workclass", "occupation");

    private AdultTable() {}

    static int[][] columns() {
        var rows = lines("adult");
        return NAMES.stream()
                .map(name -> {
                    var numbers = numbers(name);
                    var column = NAMES.indexOf(name);
                    return rows.stream()
                            .skip(1)
                            .mapToInt(row -> Objects.requireNonNull(numbers.get(row[column])))
                            .toArray();
                })
                .toArray(int[][]::new);
    }

    static int[] salary() {
        return lines("adult").stream()
                .skip(1)
                .mapToInt(row -> row[NAMES.size()].equals(">50K") ? 1 : 0)
                .toArray();
    }

    static List<Hierarchy> hierarchies() {
        return NAMES.stream().map(AdultTable::hierarchy).toList();
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
        var stream = Objects.requireNonNull(AdultTable.class.getResourceAsStream("/" + file + ".csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(";")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
