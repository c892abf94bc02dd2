package org.mingqu.enclave.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.ModelSpec;

/// The rows of a question as numbers to fit a model to: a constant, numbers around their mean in units of
/// their deviation, and for each level of a text, but the most frequent one, whether it is so.
///
/// Levels with fewer subjects than the threshold become one; if that has too few as well, they count as the
/// most frequent level: to leave them out would say of them that they were. Rows in which a value is missing
/// are left out.
final class Design {

    /// The name of rare levels together.
    static final String OTHER = "*";

    /// A column of the design, but the constant.
    ///
    /// @param level null for a number
    /// @param mean of a number, which is subtracted
    /// @param deviation by which a number is divided; 1 where it never changes
    record Term(String column, @Nullable String level, double mean, double deviation) {}

    private final List<ModelColumn> columns;
    private final int target;
    private final boolean logistic;
    private final List<List<@Nullable Object>> rows;
    private final List<Integer> kept = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final Map<Integer, Set<String>> rare = new HashMap<>();
    private final Map<Integer, String> others = new HashMap<>();
    private final Map<Integer, String> usual = new HashMap<>();
    private final double[][] x;
    private final double[] y;
    private String positive = "";
    private String negative = "";
    private double mean;
    private double deviation = 1;

    Design(List<ModelColumn> columns, ModelSpec spec, List<List<@Nullable Object>> rows, int threshold) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.logistic = spec.kind() == ModelSpec.Kind.LOGISTIC;
        this.target = columns.stream().map(ModelColumn::name).toList().indexOf(spec.target());
        if (target < 0 || (!logistic && columns.get(target).categorical())) {
            throw EnclaveRefused.of("model-target", "22", "column", spec.target());
        }
        for (var row = 0; row < rows.size(); row++) {
            if (rows.get(row).stream().noneMatch(java.util.Objects::isNull)) {
                kept.add(row);
            }
        }
        for (var place = 0; place < columns.size(); place++) {
            if (place != target && columns.get(place).categorical()) {
                enough(place, threshold);
            }
        }
        this.y = targets(spec.target());
        for (var place = 0; place < columns.size(); place++) {
            if (place != target) {
                terms(place);
            }
        }
        this.x = kept.stream().map(row -> numbers(rows.get(row))).toArray(double[][]::new);
    }

    private void enough(int place, int threshold) {
        var counts = counts(place);
        var few = new HashSet<String>();
        counts.forEach((level, count) -> {
            if (count < threshold) {
                few.add(level);
            }
        });
        var together = few.stream().mapToInt(counts::get).sum();
        counts.keySet().removeAll(few);
        rare.put(place, few);
        if (together < threshold && !counts.isEmpty()) {
            others.put(place, mostFrequent(counts));
        }
    }

    private static String mostFrequent(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private Map<String, Integer> counts(int place) {
        var counts = new TreeMap<String, Integer>();
        kept.forEach(row -> counts.merge(level(place, rows.get(row)), 1, Integer::sum));
        return counts;
    }

    private String level(int place, List<@Nullable Object> row) {
        var level = String.valueOf(row.get(place));
        return rare.getOrDefault(place, Set.of()).contains(level) ? others.getOrDefault(place, OTHER) : level;
    }

    private double[] targets(String name) {
        if (!logistic) {
            var values = kept.stream()
                    .mapToDouble(row -> number(rows.get(row).get(target)))
                    .toArray();
            mean = mean(values);
            deviation = deviation(values, mean);
            return java.util.Arrays.stream(values)
                    .map(value -> (value - mean) / deviation)
                    .toArray();
        }
        var found = new java.util.TreeSet<String>();
        kept.forEach(row -> found.add(String.valueOf(rows.get(row).get(target))));
        if (found.size() > 2) {
            throw EnclaveRefused.of("model-target", "22", "column", name);
        }
        positive = found.isEmpty() ? "" : found.last();
        negative = found.isEmpty() ? "" : found.first();
        return kept.stream()
                .mapToDouble(row -> String.valueOf(rows.get(row).get(target)).equals(positive) ? 1 : 0)
                .toArray();
    }

    private void terms(int place) {
        var column = columns.get(place);
        if (!column.categorical()) {
            var values = kept.stream()
                    .mapToDouble(row -> number(rows.get(row).get(place)))
                    .toArray();
            var middle = mean(values);
            terms.add(new Term(column.name(), null, middle, deviation(values, middle)));
            return;
        }
        var counts = counts(place);
        var most = mostFrequent(counts);
        usual.put(place, most);
        counts.keySet().stream()
                .filter(level -> !level.equals(most))
                .forEach(level -> terms.add(new Term(column.name(), level, 0, 1)));
    }

    private double[] numbers(List<@Nullable Object> row) {
        var numbers = new double[1 + terms.size()];
        numbers[0] = 1;
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            var place = place(term.column());
            numbers[1 + i] = term.level() == null
                    ? (number(row.get(place)) - term.mean()) / term.deviation()
                    : level(place, row).equals(term.level()) ? 1 : 0;
        }
        return numbers;
    }

    private int place(String column) {
        return columns.stream().map(ModelColumn::name).toList().indexOf(column);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    private static double deviation(double[] values, double mean) {
        var squares = java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return squares > 0 ? Math.sqrt(squares) : 1;
    }

    double[][] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    List<Term> terms() {
        return terms;
    }

    /// The rows of the question that are in it, by their places.
    List<Integer> kept() {
        return kept;
    }

    int leftOut() {
        return rows.size() - kept.size();
    }

    boolean isLogistic() {
        return logistic;
    }

    /// The value of the target that a logistic model gives the chance of.
    String positive() {
        return positive;
    }

    String negative() {
        return negative;
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }

    /// For each text column the level that its coefficients are compared with.
    Map<String, String> references() {
        var all = new TreeMap<String, String>();
        usual.forEach((place, level) -> all.put(columns.get(place).name(), level));
        return all;
    }

    /// How many rare levels became one.
    int merged() {
        return rare.values().stream().mapToInt(Set::size).sum();
    }

    /// The places in [#kept()] of the rows of each level of each text column, the reference included.
    List<List<Integer>> levels() {
        var all = new ArrayList<List<Integer>>();
        for (var place : usual.keySet()) {
            var rowsOf = new TreeMap<String, List<Integer>>();
            for (var i = 0; i < kept.size(); i++) {
                rowsOf.computeIfAbsent(level(place, rows.get(kept.get(i))), _ -> new ArrayList<>())
                        .add(i);
            }
            all.addAll(rowsOf.values());
        }
        return all;
    }
}
