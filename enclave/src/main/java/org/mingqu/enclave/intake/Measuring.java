package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.name;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.Order;

/// Measures a version as it lands: quality, coarse statistics, completeness.
final class Measuring {

    private static final int MOST_CATEGORIES = 60;
    private static final int PART = 200;
    private static final long SAMPLE = 50_000;

    private final Duck duck;
    private final Rows data;
    private final String source;
    private final Order.LandLoad order;
    private final long rows;
    private long most = 1;
    private final Map<String, Long> present = new HashMap<>();

    Measuring(Duck duck, Rows data, Order.LandLoad order) throws SQLException {
        this.duck = duck;
        this.data = data;
        this.source = data.source();
        this.order = order;
        this.rows = data.count(duck);
    }

    long rows() {
        return rows;
    }

    /// @param rejected rows rejected, of all records of the file
    /// @param bytes size at rest
    Facts measure(long rejected, long bytes, Instant now, ZoneId zone) throws SQLException {
        most = mostRows();
        var statistics = statistics();
        var columns = order.columns().stream()
                .map(column -> new Answer.ColumnDescription(column, completeness(column.name())))
                .toList();
        var quality = quality(rejected, now, zone);
        return new Facts(
                new Answer.VersionDescription(
                        order.resource(),
                        order.version(),
                        rows,
                        rejected,
                        now,
                        columns,
                        order.subject(),
                        order.subjectKind(),
                        maxRowsPerSubject(),
                        quality,
                        bytes,
                        order.workspace()),
                statistics);
    }

    private List<Facts.Statistics> statistics() throws SQLException {
        var all = new ArrayList<Facts.Statistics>();
        for (var from = 0; from < order.columns().size(); from += PART) {
            var part = order.columns()
                    .subList(from, Math.min(from + PART, order.columns().size()));
            var row = duck.rows("SELECT %s FROM %s"
                            .formatted(
                                    part.stream().map(this::aggregates).collect(Collectors.joining(", ")),
                                    data.numbered()))
                    .getFirst();
            for (var i = 0; i < part.size(); i++) {
                all.add(statistics(part.get(i), row.subList(4 * i, 4 * i + 4)));
            }
        }
        return all;
    }

    /// Coarse quantiles need no more than some rows, evenly from the whole file.
    private String aggregates(ColumnSpec column) {
        var c = name(column.name());
        var size = switch (column.type()) {
            case TEXT -> "length(%s)".formatted(c);
            case INTEGER, DECIMAL, DOUBLE -> c;
            case DATE, TIMESTAMP -> "year(%s)".formatted(c);
            case BOOLEAN -> "CAST(%s AS INTEGER)".formatted(c);
        };
        var step = Math.max(1, rows / SAMPLE);
        var quantile = "approx_quantile(CAST(CASE WHEN file_row_number %% %d = 0 THEN %s END AS DOUBLE), %s)";
        return "count(%1$s), approx_count_distinct(%1$s), %2$s, %3$s"
                .formatted(c, quantile.formatted(step, size, "0.01"), quantile.formatted(step, size, "0.99"));
    }

    private Facts.Statistics statistics(ColumnSpec column, List<@Nullable Object> row) throws SQLException {
        var filled = number(row.get(0));
        present.put(column.name(), filled);
        var distinct = Coarse.up(number(row.get(1)));
        var lower = coarse(column, row.get(2));
        var upper = coarse(column, row.get(3));
        var empty = rows == 0 ? 0 : (int) Math.round(10.0 * (rows - filled) / rows);
        return new Facts.Statistics(column.name(), empty, distinct, lower, upper, categories(column, distinct));
    }

    private static long coarse(ColumnSpec column, @Nullable Object value) {
        var size = value instanceof Number number ? number.doubleValue() : 0;
        return switch (column.type()) {
            case INTEGER, DECIMAL, DOUBLE -> Coarse.up((long) (size * Math.pow(10, column.scale())));
            default -> (long) size;
        };
    }

    private List<Facts.Category> categories(ColumnSpec column, long distinct) throws SQLException {
        var tells = column.columnClass().compareTo(ColumnClass.SENSITIVE) >= 0;
        if (tells || column.type() != ColumnType.TEXT || distinct > 2L * MOST_CATEGORIES) {
            return List.of();
        }
        var frequent = duck.rows(
                "SELECT %1$s, count(*) FROM %2$s WHERE %1$s IS NOT NULL GROUP BY 1 HAVING count(*) >= %3$d ORDER BY 2 DESC, 1"
                        .formatted(name(column.name()), source, Facts.Statistics.LEAST));
        var enough = ofEnoughSubjects(column, frequent);
        return frequent.stream()
                .filter(row -> enough.contains(String.valueOf(row.get(0))))
                .limit(MOST_CATEGORIES)
                .map(row -> new Facts.Category(String.valueOf(row.get(0)), (int)
                        Math.max(1, Math.round(20.0 * number(row.get(1)) / Math.max(1, rows)))))
                .toList();
    }

    /// Which values stand for enough subjects. Where no subject has more than `most` rows, so many rows are
    /// of so many subjects at least, and only rarer values need their subjects counted.
    private Set<String> ofEnoughSubjects(ColumnSpec column, List<List<@Nullable Object>> frequent) throws SQLException {
        var sure = (Facts.Statistics.LEAST - 1) * most;
        var enough = new HashSet<String>();
        var rare = new ArrayList<String>();
        for (var row : frequent) {
            var value = String.valueOf(row.get(0));
            if (number(row.get(1)) > sure) {
                enough.add(value);
            } else {
                rare.add(Duck.literal(value));
            }
        }
        if (!rare.isEmpty()) {
            duck.rows("SELECT %1$s FROM %2$s WHERE %1$s IN (%3$s) GROUP BY 1 HAVING count(DISTINCT %4$s) >= %5$d"
                            .formatted(
                                    name(column.name()),
                                    source,
                                    String.join(", ", rare),
                                    name(String.valueOf(order.subject())),
                                    Facts.Statistics.LEAST))
                    .forEach(row -> enough.add(String.valueOf(row.getFirst())));
        }
        return enough;
    }

    private double completeness(String column) {
        return rows == 0 ? 1 : Math.floor(100.0 * present.getOrDefault(column, 0L) / rows) / 100;
    }

    /// The most rows of one subject; 1 where a row is its own subject.
    private long mostRows() throws SQLException {
        return order.subject() == null
                ? 1
                : Math.max(
                        1,
                        duck.number("SELECT max(n) FROM (SELECT count(*) AS n FROM %s GROUP BY %s)"
                                .formatted(source, name(order.subject()))));
    }

    private int maxRowsPerSubject() {
        return order.subject() == null ? 0 : (int) Math.min(Integer.MAX_VALUE, Coarse.up(most));
    }

    private Answer.Quality quality(long rejected, Instant now, ZoneId zone) throws SQLException {
        var rules = order.rules();
        var required = rules.required().isEmpty()
                ? order.columns().stream().map(ColumnSpec::name).toList()
                : rules.required();
        var filled = required.stream()
                .mapToLong(column -> present.getOrDefault(column, 0L))
                .sum();
        var completeness = percent(filled, rows * required.size());
        var validity = percent(rows, rows + rejected);
        var uniqueness = percent(distinctRows(), rows);
        var timeliness = timeliness(now, zone);
        var parts = timeliness == null ? 3 : 4;
        var sum = completeness + validity + uniqueness + (timeliness == null ? 0 : timeliness);
        return new Answer.Quality(sum / parts, completeness, validity, uniqueness, timeliness, now);
    }

    private long distinctRows() throws SQLException {
        var key = order.rules().key().isEmpty()
                ? order.columns().stream().map(ColumnSpec::name).toList()
                : order.rules().key();
        var columns = key.stream().map(Duck::name).collect(Collectors.joining(", "));
        return duck.number("SELECT count(DISTINCT hash(%s)) FROM %s".formatted(columns, source));
    }

    private @Nullable Integer timeliness(Instant now, ZoneId zone) throws SQLException {
        var column = order.rules().dateColumn();
        if (column == null || order.rules().updateCycleDays() <= 0) {
            return null;
        }
        var youngest = duck.rows("SELECT max(CAST(%s AS DATE)) FROM %s".formatted(name(column), source))
                .getFirst()
                .getFirst();
        if (!(youngest instanceof LocalDate day)) {
            return 0;
        }
        var age = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, zone));
        var missed = Math.max(0, age - 1) / order.rules().updateCycleDays();
        return (int) Math.max(0, 100 - 25 * missed);
    }

    private static int percent(long part, long whole) {
        return whole == 0 ? 100 : (int) (100 * part / whole);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
