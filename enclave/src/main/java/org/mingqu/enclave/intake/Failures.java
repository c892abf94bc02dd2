package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.literal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;

/// Finds the rows of a staged file that are not taken.
final class Failures {

    /// Why a row that has its form may not be taken.
    static final Set<String> REASONS = Set.of("reject.value", "reject.detector", "reject.subject");

    private static final int MOST_REJECTS = 100_000;
    private static final int LONGEST_SHOWN = 200;

    private final Duck duck;
    private final Layout layout;
    private final String source;

    Failures(Duck duck, Path staged, Layout layout) {
        this.duck = duck;
        this.layout = layout;
        this.source = "read_parquet(" + literal(staged.toString()) + ", file_row_number=true)";
    }

    /// How many rows there are, good and bad.
    long rows() throws SQLException {
        return duck.number("SELECT count(*) FROM " + source);
    }

    /// A type that a column is to have.
    record Target(String name, ColumnType type, int scale) {}

    /// A row that is not taken.
    ///
    /// @param row its place in the staged file, from 0
    /// @param reason code of a sentence
    /// @param what parameter of the sentence: a type or a detector
    record Failing(long row, String column, String reason, String what, String value) {}

    /// The rows with a value that does not fit its type.
    List<Failing> ofTypes(List<Target> targets) throws SQLException {
        var typed = targets.stream()
                .filter(target -> target.type() != ColumnType.TEXT)
                .toList();
        if (typed.isEmpty()) {
            return List.of();
        }
        var which = new StringBuilder("CASE");
        var value = new StringBuilder("CASE");
        var filter = new ArrayList<String>();
        for (var i = 0; i < typed.size(); i++) {
            var target = typed.get(i);
            var place = layout.place(target.name());
            var fails = layout.fails(place, target.type(), target.scale());
            which.append(" WHEN %s THEN %d".formatted(fails, i));
            value.append(" WHEN %s THEN %s".formatted(fails, layout.text(place)));
            filter.add(fails);
        }
        var rows = duck.rows("SELECT file_row_number, %s END, left(%s END, %d) FROM %s WHERE %s ORDER BY 1 LIMIT %d"
                .formatted(which, value, LONGEST_SHOWN, source, String.join(" OR ", filter), MOST_REJECTS + 1));
        mustBeFew(rows.size());
        return rows.stream()
                .map(row -> {
                    var target = typed.get(number(row.get(1)).intValue());
                    return new Failing(
                            number(row.get(0)).longValue(),
                            target.name(),
                            "reject.value",
                            target.type().name(),
                            String.valueOf(row.get(2)));
                })
                .toList();
    }

    /// The rows without subject.
    List<Failing> withoutSubject(@Nullable String subject) throws SQLException {
        if (subject == null) {
            return List.of();
        }
        var rows = duck.rows("SELECT file_row_number FROM %s WHERE %s IS NULL ORDER BY 1 LIMIT %d"
                .formatted(source, layout.value(layout.place(subject), ColumnType.TEXT, 0), MOST_REJECTS + 1));
        mustBeFew(rows.size());
        return rows.stream()
                .map(row -> new Failing(
                        number(row.getFirst()).longValue(), subject, "reject.subject", ColumnType.TEXT.name(), ""))
                .toList();
    }

    /// The rows with a value of a column that its confirmed detector does not recognise.
    List<Failing> ofDetector(String column, String detector) throws SQLException {
        var form = Patterns.form(detector);
        var failing = new ArrayList<Failing>();
        var text = layout.text(layout.place(column));
        duck.each(
                "SELECT file_row_number, trim(%1$s) FROM %2$s WHERE nullif(trim(%1$s), '') IS NOT NULL"
                        .formatted(text, source),
                (row, value) -> {
                    if (!form.test(value)) {
                        mustBeFew(failing.size() + 1);
                        failing.add(new Failing(row, column, "reject.detector", detector, shown(value)));
                    }
                });
        failing.sort(Comparator.comparingLong(Failing::row));
        return failing;
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN);
    }

    /// The first of the failures of each row, in the order of rows.
    static List<Failing> first(List<List<Failing>> all) {
        var byRow = new HashMap<Long, Failing>();
        all.forEach(failing -> failing.forEach(failure -> byRow.putIfAbsent(failure.row(), failure)));
        return byRow.values().stream()
                .sorted(Comparator.comparingLong(Failing::row))
                .toList();
    }

    /// All rejects, in the order of the file.
    ///
    /// A good row's number is its place among the records that are neither the header, nor blank, nor rejected
    /// for their form.
    static List<Reject> merge(List<Reject> form, List<Failing> failing, List<Long> blanks) {
        mustBeFew(form.size() + failing.size());
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
            byRow.put(record, new Reject(record, failure.column(), failure.reason(), failure.what(), failure.value()));
        }
        return byRow.values().stream()
                .sorted(Comparator.comparingLong(Reject::row))
                .toList();
    }

    private static Number number(@Nullable Object value) {
        return (Number) Objects.requireNonNull(value);
    }

    private static void mustBeFew(int rejects) {
        if (rejects > MOST_REJECTS) {
            throw EnclaveRefused.of(
                    "too-many-rejects", "5", "rejected", "> " + MOST_REJECTS, "lines", "> " + MOST_REJECTS);
        }
    }
}
