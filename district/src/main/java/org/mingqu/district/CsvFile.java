package org.mingqu.district;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Comma-separated text after RFC 4180, in which one row in about seventy has one thing wrong with it.
final class CsvFile {

    private static final double DIRTY = 0.015;

    private final Writer out;
    private final Resource resource;
    private final SplittableRandom random;
    private final List<Dirt> possible = new ArrayList<>();
    private final Map<Dirt, Long> dirt = new EnumMap<>(Dirt.class);
    private final List<Integer> checked;
    private final List<Integer> dates;
    private final List<Integer> numbers;
    private long rows;

    CsvFile(Writer out, Resource resource, long seed) {
        this.out = out;
        this.resource = resource;
        this.random = new SplittableRandom(seed * 31 + resource.key().hashCode());
        this.checked = where(it -> it.detector() == Detector.ID_NUMBER || it.detector() == Detector.CREDIT_CODE);
        this.dates = where(it -> it.type() == ColumnType.DATE || it.type() == ColumnType.TIMESTAMP);
        this.numbers = where(it -> it.type().isNumber());
        possible.add(Dirt.WRONG_COLUMN_COUNT);
        possible.add(Dirt.DUPLICATE_KEY);
        addIf(Dirt.BAD_CHECK_DIGIT, checked);
        addIf(Dirt.IMPOSSIBLE_DATE, dates);
        addIf(Dirt.TEXT_IN_NUMBER, numbers);
    }

    /// Writes the line of names.
    void begin(boolean byteOrderMark) throws IOException {
        if (byteOrderMark) {
            out.write('\uFEFF');
        }
        line(
                resource.columns().stream().map(Column::name).toArray(String[]::new),
                resource.columns().size());
    }

    /// Writes one row, perhaps spoilt.
    ///
    /// @param row the values; may be changed
    void write(@Nullable String[] row) throws IOException {
        rows++;
        if (random.nextDouble() >= DIRTY) {
            line(row, row.length);
            return;
        }
        var what = possible.get(random.nextInt(possible.size()));
        dirt.merge(what, 1L, Long::sum);
        switch (what) {
            case BAD_CHECK_DIGIT -> spoilCheck(row);
            case IMPOSSIBLE_DATE -> row[any(dates)] = random.nextBoolean() ? "2026-02-30" : "2025-13-01";
            case TEXT_IN_NUMBER -> row[any(numbers)] = random.nextBoolean() ? "不详" : "约100";
            case WRONG_COLUMN_COUNT -> {
                line(row, row.length + (random.nextBoolean() ? 1 : -1));
                return;
            }
            case DUPLICATE_KEY -> {
                line(row, row.length);
                rows++;
            }
            case MISSING_SUBJECT, IMPOSSIBLE_READING ->
                throw new IllegalStateException("%s is for readings, not for text".formatted(what));
        }
        line(row, row.length);
    }

    long rows() {
        return rows;
    }

    Map<Dirt, Long> dirt() {
        return dirt;
    }

    private void spoilCheck(@Nullable String[] row) {
        var at = any(checked);
        var code = row[at];
        if (code == null) {
            throw new IllegalStateException("a column with check digits has no empty values");
        }
        var last = code.charAt(code.length() - 1);
        row[at] = code.substring(0, code.length() - 1) + (last == '9' ? '1' : last == 'X' ? '3' : '9');
    }

    private void line(@Nullable String[] row, int length) throws IOException {
        for (var i = 0; i < length; i++) {
            if (i > 0) {
                out.write(',');
            }
            value(i < row.length ? row[i] : "1");
        }
        out.write("\r\n");
    }

    private void value(@Nullable String value) throws IOException {
        if (value == null) {
            return;
        }
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            out.write(value);
        } else {
            out.write('"');
            out.write(value.replace("\"", "\"\""));
            out.write('"');
        }
    }

    private int any(List<Integer> columns) {
        return columns.get(random.nextInt(columns.size()));
    }

    private void addIf(Dirt what, List<Integer> columns) {
        if (!columns.isEmpty()) {
            possible.add(what);
        }
    }

    private List<Integer> where(Predicate<Column> wanted) {
        var found = new ArrayList<Integer>();
        for (var i = 0; i < resource.columns().size(); i++) {
            if (wanted.test(resource.columns().get(i))) {
                found.add(i);
            }
        }
        return found;
    }
}
