package org.mingqu.privacy.mask;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.mingqu.privacy.risk.Hierarchy;

/// Coarser and coarser truths of a value, by which it tells less of who it is. Level 0 is the value itself;
/// the last level is the same for all.
///
/// *Protects:* against being found by an exact value, and the more the coarser; how coarse is enough is what
/// [org.mingqu.privacy.risk.Generaliser] finds for a whole data set.
///
/// *Does not protect:* who is alone in a group is alone in it under a coarser name as well. Two releases at
/// different levels can cut each other into smaller groups.
public sealed interface Generalisation {

    /// In place of a value of which nothing is told.
    String ANY = "*";

    /// How many levels there are, the value itself and [#ANY] among them.
    int levels();

    /// The value on a level.
    ///
    /// @param level from 0
    /// @throws IllegalArgumentException if the value is not of the form that this is for, or there is no such
    ///     level
    String at(int level, String value);

    /// A column as numbers, with the hierarchy of its values: what the search for the least loss takes.
    ///
    /// @param column a value for each record
    default Numbered numbered(List<String> column) {
        var numbers = new LinkedHashMap<String, Integer>();
        var rows = column.stream()
                .mapToInt(value -> numbers.computeIfAbsent(value, any -> numbers.size()))
                .toArray();
        var levels = new ArrayList<int[]>();
        for (var level = 0; level < levels(); level++) {
            var groups = new HashMap<String, Integer>();
            var at = level;
            levels.add(numbers.keySet().stream()
                    .mapToInt(value -> groups.computeIfAbsent(at(at, value), any -> groups.size()))
                    .toArray());
        }
        return new Numbered(rows, new Hierarchy(levels));
    }

    /// A column as numbers.
    ///
    /// @param rows for each record the number of its value
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Numbered(int[] rows, Hierarchy hierarchy) {}

    /// Ages in whole years: bands such as `60-69`, and one for all from 90 on, because few people are that
    /// old.
    ///
    /// @param widths of the bands in years, each a divisor of the next and the last of 90; such as 5, 10, 30
    record Ages(List<Integer> widths) implements Generalisation {

        private static final int OLDEST = 90;

        public Ages {
            widths = List.copyOf(widths);
            var finer = 1;
            for (var width : widths) {
                if (width <= finer || width % finer != 0 || OLDEST % width != 0) {
                    throw new IllegalArgumentException("bands of %s years do not lie in each other".formatted(widths));
                }
                finer = width;
            }
        }

        @Override
        public int levels() {
            return widths.size() + 2;
        }

        @Override
        public String at(int level, String value) {
            check(this, level);
            if (!value.matches("\\d{1,3}")) {
                throw new IllegalArgumentException("an age has up to three digits");
            }
            var age = Integer.parseInt(value);
            if (level == 0 || level == levels() - 1) {
                return level == 0 ? value : ANY;
            }
            if (age >= OLDEST) {
                return OLDEST + "+";
            }
            var width = widths.get(level - 1);
            return age / width * width + "-" + (age / width * width + width - 1);
        }
    }

    /// Codes of administrative divisions of 6, 9 or 12 digits: community, town, county, city, province, with
    /// zeros for what is left out.
    ///
    /// Source: GB/T 2260-2007 (province 2 digits, city 4, county 6) and GB/T 10114-2003 (town 9), community
    /// 12.
    ///
    /// @param digits of the codes
    record Regions(int digits) implements Generalisation {

        private static final List<Integer> KEPT = List.of(12, 9, 6, 4, 2);

        public Regions {
            if (digits != 6 && digits != 9 && digits != 12) {
                throw new IllegalArgumentException("no code of a region has %d digits".formatted(digits));
            }
        }

        @Override
        public int levels() {
            return KEPT.size() - KEPT.indexOf(digits) + 1;
        }

        @Override
        public String at(int level, String value) {
            check(this, level);
            if (value.length() != digits || !value.matches("\\d+")) {
                throw new IllegalArgumentException("a region here has %d digits".formatted(digits));
            }
            if (level == levels() - 1) {
                return ANY;
            }
            var kept = KEPT.get(KEPT.indexOf(digits) + level);
            return value.substring(0, kept) + "0".repeat(digits - kept);
        }
    }

    /// Dates as `2026-06-24`: the month, the quarter, the year.
    record Dates() implements Generalisation {

        private static final int LEVELS = 5;
        private static final int MONTHS_OF_QUARTER = 3;

        @Override
        public int levels() {
            return LEVELS;
        }

        @Override
        public String at(int level, String value) {
            check(this, level);
            if (!value.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw new IllegalArgumentException("a date is written as 2026-06-24");
            }
            var date = LocalDate.parse(value);
            return switch (level) {
                case 0 -> value;
                case 1 -> YearMonth.from(date).toString();
                case 2 -> date.getYear() + "-Q" + ((date.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
                case 3 -> String.valueOf(date.getYear());
                default -> ANY;
            };
        }
    }

    /// Numbers: bands such as `1990-1999`, or `10-<20` for numbers that are not whole.
    ///
    /// @param widths of the bands, each a multiple of the one before and above 1 for whole numbers
    /// @param whole whether the numbers are whole
    record Numbers(List<Long> widths, boolean whole) implements Generalisation {

        public Numbers {
            widths = List.copyOf(widths);
            var finer = whole ? 1L : 0L;
            for (var width : widths) {
                if (width <= finer || (finer > 0 && width % finer != 0)) {
                    throw new IllegalArgumentException("bands of %s do not lie in each other".formatted(widths));
                }
                finer = width;
            }
        }

        @Override
        public int levels() {
            return widths.size() + 2;
        }

        @Override
        public String at(int level, String value) {
            check(this, level);
            if (!value.matches("-?\\d{1,18}(\\.\\d+)?") || (whole && value.indexOf('.') >= 0)) {
                throw new IllegalArgumentException("not a number of this kind");
            }
            if (level == 0 || level == levels() - 1) {
                return level == 0 ? value : ANY;
            }
            long width = widths.get(level - 1);
            var floor = new BigDecimal(value).setScale(0, RoundingMode.FLOOR).longValueExact();
            var from = Math.floorDiv(floor, width) * width;
            return whole ? from + "-" + (from + width - 1) : from + "-<" + (from + width);
        }
    }

    /// Values without an order or a form: all or nothing.
    record Words() implements Generalisation {

        @Override
        public int levels() {
            return 2;
        }

        @Override
        public String at(int level, String value) {
            check(this, level);
            return level == 0 ? value : ANY;
        }
    }

    /// The like for columns in which some values are missing or of another form: a missing value, written as
    /// an empty text, stays missing up to the last level, and those of another form become one group, `?`.
    record Lenient(Generalisation of) implements Generalisation {

        @Override
        public int levels() {
            return of.levels();
        }

        @Override
        public String at(int level, String value) {
            check(this, level);
            if (level == levels() - 1) {
                return ANY;
            }
            if (level == 0 || value.isEmpty()) {
                return value;
            }
            try {
                return of.at(level, value);
            } catch (IllegalArgumentException | DateTimeException _) {
                return "?";
            }
        }
    }

    private static void check(Generalisation by, int level) {
        if (level < 0 || level >= by.levels()) {
            throw new IllegalArgumentException("level %d of %d".formatted(level, by.levels()));
        }
    }
}
