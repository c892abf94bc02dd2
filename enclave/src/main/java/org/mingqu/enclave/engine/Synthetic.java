package org.mingqu.enclave.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.intake.Facts;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;

/// Rows made from the schema and coarse statistics of a version, and from nothing else: it is given no data.
///
/// Subjects of one kind are numbered alike in all tables, so that joins of synthetic tables find each other.
/// The same seed gives the same rows.
public final class Synthetic {

    private static final int ROWS_PER_SUBJECT = 4;

    private final Facts facts;
    private final long seed;

    /// Rows of this version.
    public Synthetic(Facts facts, long seed) {
        this.facts = facts;
        this.seed = seed;
    }

    /// The columns of which rows are made: all but those that never leave the vault.
    public List<ColumnSpec> columns() {
        return facts.description().columns().stream()
                .map(column -> column.column())
                .filter(column -> column.columnClass() != ColumnClass.NEVER)
                .toList();
    }

    /// Makes rows, with values in the order of [#columns()].
    public List<List<@Nullable Object>> rows(int count) {
        var columns = columns();
        var rows = new ArrayList<List<@Nullable Object>>(count);
        for (var i = 0; i < count; i++) {
            var row = new ArrayList<@Nullable Object>(columns.size());
            for (var column : columns) {
                row.add(value(column, i, count));
            }
            rows.add(row);
        }
        return rows;
    }

    private @Nullable Object value(ColumnSpec column, int row, int count) {
        var random = new SplittableRandom(seed * 31 + column.name().hashCode() * 1_000_003L + row);
        if (column.name().equals(facts.description().subject())) {
            return identifier(column, subjectOf(row, count));
        }
        var statistics = statistics(column.name());
        if (random.nextInt(10) < statistics.emptyTenths()) {
            return null;
        }
        if (column.columnClass() == ColumnClass.IDENTIFIER) {
            return identifier(column, random.nextInt(Math.max(1, count)));
        }
        return switch (column.type()) {
            case TEXT -> text(column, statistics, random);
            case INTEGER -> number(statistics, random);
            case DECIMAL -> BigDecimal.valueOf(number(statistics, random), column.scale());
            case DOUBLE -> number(statistics, random) / Math.pow(10, column.scale());
            case DATE -> day(statistics, random);
            case TIMESTAMP -> moment(statistics, random);
            case BOOLEAN -> random.nextBoolean();
        };
    }

    private int subjectOf(int row, int count) {
        var most = Math.max(1, facts.description().maxRowsPerSubject());
        var subjects = Math.max(1, count / Math.min(ROWS_PER_SUBJECT, most));
        return row % subjects;
    }

    private Facts.Statistics statistics(String column) {
        return facts.statistics().stream()
                .filter(statistics -> statistics.column().equals(column))
                .findFirst()
                .orElseGet(() -> new Facts.Statistics(column, 0, 1, 0, 1, List.of()));
    }

    private static long number(Facts.Statistics statistics, SplittableRandom random) {
        var share = random.nextDouble();
        return statistics.lower() + Math.round((statistics.upper() - statistics.lower()) * share * share);
    }

    private static LocalDate day(Facts.Statistics statistics, SplittableRandom random) {
        var from = LocalDate.of(Math.clamp(statistics.lower(), 1, 9998), 1, 1);
        var until = LocalDate.of(Math.clamp(statistics.upper(), from.getYear(), 9999), 12, 31);
        return from.plusDays(random.nextLong(Math.max(1, until.toEpochDay() - from.toEpochDay())));
    }

    private static LocalDateTime moment(Facts.Statistics statistics, SplittableRandom random) {
        return day(statistics, random).atTime(random.nextInt(24), random.nextInt(60));
    }

    private static String text(ColumnSpec column, Facts.Statistics statistics, SplittableRandom random) {
        var categories = statistics.categories();
        if (!categories.isEmpty()) {
            var all = categories.stream().mapToInt(Facts.Category::weight).sum();
            var at = random.nextInt(all);
            for (var category : categories) {
                at -= category.weight();
                if (at < 0) {
                    return category.value();
                }
            }
        }
        var kinds = Math.clamp(statistics.distinct(), 1, 1000);
        return column.label() + (1 + random.nextInt(kinds));
    }

    /// An identifier of the form that its detector knows, of nobody: area codes and prefixes that are not given
    /// out.
    private Object identifier(ColumnSpec column, int number) {
        var detector = column.detector() == null ? "" : column.detector();
        var text = switch (detector) {
            case "ID_NUMBER" ->
                "999999%04d%02d%02d%04d"
                        .formatted(1950 + number % 60, 1 + number % 12, 1 + number % 28, number % 10_000);
            case "CREDIT_CODE" -> "99999999%010d".formatted(number);
            case "MOBILE" -> "100%08d".formatted(number);
            case "BANK_CARD" -> "0000%012d".formatted(number);
            case "PERSON_NAME" -> "某" + number;
            default -> "S%07d".formatted(number);
        };
        return switch (column.type()) {
            case INTEGER -> (long) number;
            case DECIMAL -> BigDecimal.valueOf(number, column.scale());
            case TEXT -> text.toUpperCase(Locale.ROOT);
            default -> text;
        };
    }
}
