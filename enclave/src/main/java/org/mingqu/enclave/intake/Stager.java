package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.literal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.EnclaveRefused;

/// Looks at a staged file: samples it, proposes columns, and finds the rows whose values do not fit.
final class Stager {

    private static final int SAMPLE = 4096;
    private static final int SLICES = 3;
    private static final int MOST_CELLS = 2_000_000;
    private static final int MOST_REJECTS = 100_000;

    private final Duck duck;
    private final String source;

    Stager(Duck duck, Path staged) {
        this.duck = duck;
        this.source = "read_parquet(" + literal(staged.toString()) + ", file_row_number=true)";
    }

    /// @param shape what the reader gave
    /// @param blanks numbers of blank records
    Staged stage(Reader.Shape shape, List<Long> blanks) throws SQLException {
        var total = duck.number("SELECT count(*) FROM " + source);
        if (total == 0) {
            throw EnclaveRefused.of("no-rows", "6");
        }
        var columns = detect(shape.names(), total);
        var failing = failing(columns.stream()
                .map(column -> new Target(column.name(), column.type(), column.scale()))
                .toList());
        var rejects = merge(shape.rejects(), failing, blanks);
        return new Staged(total - failing.size(), rejects, columns);
    }

    /// A type for each staged column, in order; null for one that is not kept.
    record Target(String name, ColumnType type, int scale) {}

    private List<DetectedColumn> detect(List<String> names, long total) throws SQLException {
        var perSlice = Math.max(16, Math.min(SAMPLE, MOST_CELLS / names.size()) / SLICES);
        var values = names.stream().map(_ -> new ArrayList<String>()).toList();
        for (var slice = 0; slice < SLICES; slice++) {
            var from = total / SLICES * slice;
            if (slice > 0 && from < (long) perSlice * slice) {
                from = (long) perSlice * slice;
            }
            if (from >= total) {
                break;
            }
            for (var row :
                    duck.rows("SELECT * EXCLUDE (file_row_number) FROM %s WHERE file_row_number BETWEEN %d AND %d"
                            .formatted(source, from, from + perSlice - 1))) {
                for (var i = 0; i < names.size(); i++) {
                    var value = row.get(i);
                    if (value != null && !value.toString().isBlank()) {
                        values.get(i).add(value.toString().strip());
                    }
                }
            }
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> Detection.of(names.get(i), values.get(i)))
                .toList();
    }

    /// A row with a value that does not fit.
    record Failing(long row, String column, ColumnType type, String value) {}

    /// The rows with a value that does not fit, by place in the staged file.
    List<Failing> failing(List<@Nullable Target> targets) throws SQLException {
        var typed = IntStream.range(0, targets.size())
                .filter(i -> {
                    var target = targets.get(i);
                    return target != null && target.type() != ColumnType.TEXT;
                })
                .toArray();
        if (typed.length == 0) {
            return List.of();
        }
        var which = new StringBuilder("CASE");
        var value = new StringBuilder("CASE");
        var inner = new ArrayList<String>();
        var filter = new ArrayList<String>();
        for (var i : typed) {
            var target = Objects.requireNonNull(targets.get(i));
            inner.add("(%s) IS NULL AND c%d IS NOT NULL AS b%d"
                    .formatted(Casts.expression(target.type(), target.scale(), "c" + i), i, i));
            which.append(" WHEN b%d THEN %d".formatted(i, i));
            value.append(" WHEN b%d THEN c%d".formatted(i, i));
            filter.add("b" + i);
        }
        var names = IntStream.of(typed).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        var rows = duck.rows(
                "SELECT file_row_number, %s END, left(%s END, 200) FROM (SELECT file_row_number, %s, %s FROM %s) WHERE %s ORDER BY 1 LIMIT %d"
                        .formatted(
                                which,
                                value,
                                names,
                                String.join(", ", inner),
                                source,
                                String.join(" OR ", filter),
                                MOST_REJECTS + 1));
        if (rows.size() > MOST_REJECTS) {
            throw tooMany();
        }
        return rows.stream()
                .map(row -> {
                    var target = Objects.requireNonNull(
                            targets.get(number(row.get(1)).intValue()));
                    return new Failing(
                            number(row.get(0)).longValue(), target.name(), target.type(), String.valueOf(row.get(2)));
                })
                .toList();
    }

    /// All rejects, in the order of the file.
    ///
    /// A good row's number is its place among the records that are neither the header, nor blank, nor rejected
    /// for their form.
    static List<Reject> merge(List<Reject> form, List<Failing> failing, List<Long> blanks) {
        if (form.size() + failing.size() > MOST_REJECTS) {
            throw tooMany();
        }
        Set<Long> taken = new HashSet<>(blanks);
        form.forEach(reject -> taken.add(reject.row()));
        Map<Long, Reject> byRow = new HashMap<>();
        form.forEach(reject -> byRow.putIfAbsent(reject.row(), reject));
        var gaps = taken.stream().sorted().mapToLong(Long::longValue).toArray();
        var passed = 0;
        for (var failure : failing) {
            var record = failure.row() + 2 + passed;
            while (passed < gaps.length && gaps[passed] <= record) {
                passed++;
                record++;
            }
            var reason = failure.type() == ColumnType.TEXT ? "reject.subject" : "reject.value";
            byRow.put(
                    record,
                    new Reject(record, failure.column(), reason, failure.type().name(), failure.value()));
        }
        return byRow.values().stream()
                .sorted(java.util.Comparator.comparingLong(Reject::row))
                .toList();
    }

    private static Number number(@Nullable Object value) {
        return (Number) Objects.requireNonNull(value);
    }

    private static EnclaveRefused tooMany() {
        return EnclaveRefused.of(
                "too-many-rejects", "5", "rejected", "> " + MOST_REJECTS, "lines", "> " + MOST_REJECTS);
    }
}
