package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The promise of every instant plan: adding or taking away one subject, with all its rows in all tables,
/// changes each number by no more than the sensitivity for which noise is drawn.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundedContributionTest {

    static final List<String> HOUSEHOLDS = List.of(
            Story.WATER_BY_COMMUNITY,
            Story.ZERO_DAYS,
            "SELECT COUNT(*), SUM(litres), AVG(litres), COUNT(DISTINCT household_no) FROM water_daily",
            "SELECT use_date, COUNT(*), SUM(litres) FROM water_daily GROUP BY use_date",
            "SELECT EXTRACT(WEEK FROM use_date) AS week, SUM(litres / 3), COUNT(litres) FROM water_daily GROUP BY 1",
            "SELECT w.use_date, SUM(w.litres), SUM(p.kwh), SUM(CASE WHEN w.litres = 0 AND p.kwh = 0 THEN 1 ELSE 0 END) FROM water_daily w "
                    + "JOIN power_daily p ON p.household_no = w.household_no AND p.use_date = w.use_date GROUP BY w.use_date",
            "SELECT w.community, COUNT(*), SUM(w.litres) FROM water_daily w LEFT JOIN power_daily p ON p.household_no = w.household_no "
                    + "AND p.kwh = 0 WHERE p.household_no IS NULL GROUP BY w.community",
            "WITH h AS (SELECT household_no, community, SUM(litres) AS total, MAX(litres) AS most FROM water_daily GROUP BY household_no, community) "
                    + "SELECT community, COUNT(*), SUM(total), AVG(most) FROM h WHERE total > 100 GROUP BY community",
            "SELECT reading, use_date, COUNT(*) FROM water_daily GROUP BY reading, use_date",
            "SELECT community, SUM(litres) FILTER (WHERE litres > 100), COUNT(*) FILTER (WHERE reading = '正常') FROM water_daily GROUP BY community",
            "SELECT w.community, COUNT(*) FROM water_daily w JOIN air_stations a ON a.street = w.community GROUP BY w.community",
            "SELECT a.street, COUNT(*), SUM(w.litres) FROM air_stations a LEFT JOIN water_daily w ON a.street = w.community GROUP BY a.street",
            "SELECT use_date, STDDEV(litres), VAR_POP(litres), MEDIAN(litres) FROM water_daily GROUP BY use_date",
            "SELECT STDDEV(litres) FILTER (WHERE reading = '正常'), QUANTILE_CONT(litres, 0.9), AVG(litres) FROM water_daily",
            "SELECT community, use_date, COUNT(*), AVG(litres) FROM water_daily GROUP BY ROLLUP (community, use_date)",
            "SELECT AVG(SQRT(litres)), SUM(litres * litres / (1 + litres)), MEDIAN(SQRT(litres)) FROM water_daily",
            "SELECT use_date, SUM(kwh), AVG(kwh), COUNT(kwh) FROM power_daily GROUP BY use_date",
            "SELECT COUNT(*) FROM water_daily w WHERE w.household_no IN (SELECT household_no FROM power_daily WHERE kwh = 0)");

    private Story story;

    @BeforeEach
    void open() throws SQLException {
        story = new Story();
        story.execute(
                "INSERT INTO air_stations SELECT '社区' || (i % 3), measured_at, pm25 FROM air_stations, range(3) t(i)");
        // subjects that break every declaration: too many rows, values far beyond the bounds, many groups, no value,
        // nobody
        story.execute(
                "INSERT INTO water_daily SELECT 'H00007', 'M', '社区' || i, DATE '2026-06-01' + CAST(i % 30 AS INTEGER), 1000000 * i, '正常' FROM range(500) t(i)");
        story.execute(
                "INSERT INTO water_daily SELECT 'H00008', 'M', '社区1', DATE '2026-06-03', -1000000, '正常' FROM range(200) t(i)");
        story.execute("INSERT INTO water_daily SELECT 'H00009', 'M', NULL, NULL, NULL, NULL FROM range(40) t(i)");
        story.execute(
                "INSERT INTO water_daily SELECT NULL, 'M', '社区1', DATE '2026-06-03', 100, '正常' FROM range(40) t(i)");
        story.execute(
                "INSERT INTO power_daily SELECT 'H00007', DATE '2026-06-01' + CAST(i % 30 AS INTEGER), 99999 FROM range(300) t(i)");
    }

    @AfterEach
    void close() throws SQLException {
        story.close();
    }

    @ParameterizedTest
    @FieldSource("HOUSEHOLDS")
    void one_household_changes_no_number_by_more_than_its_sensitivity(String sql) throws SQLException {
        var plan = Judged.plan(sql, Lane.INSTANT);
        var with = story.rows(plan);
        assertThat(with).isNotEmpty();
        for (var household : List.of("H00000", "H00006", "H00007", "H00008", "H00009", "H00123")) {
            story.execute("BEGIN");
            story.execute("DELETE FROM water_daily WHERE household_no = '%s'".formatted(household));
            story.execute("DELETE FROM power_daily WHERE household_no = '%s'".formatted(household));
            var without = story.rows(plan);
            story.execute("ROLLBACK");
            for (var noise : plan.dp().noises()) {
                var levels = noise.tree() == null ? 1 : noise.tree().height();
                var change = change(plan, with, without, noise.output()).multiply(BigInteger.valueOf(levels));
                assertThat(change)
                        .as("%s, output %d, %s", household, noise.output(), plan.sql())
                        .isLessThanOrEqualTo(BigInteger.valueOf(noise.sensitivity()));
            }
        }
    }

    @Test
    void one_household_changes_the_search_for_bounds_by_no_more_than_its_rows() throws SQLException {
        var search = Judged.plan("SELECT SUM(SQRT(litres) * 100) FROM water_daily", Lane.INSTANT)
                .dp()
                .search();
        assertThat(search).isNotNull();
        var with = story.rows(search.sql());
        assertThat(with).hasSizeGreaterThan(5);
        for (var household : List.of("H00000", "H00007", "H00008", "H00009")) {
            story.execute("BEGIN");
            story.execute("DELETE FROM water_daily WHERE household_no = '%s'".formatted(household));
            var without = story.rows(search.sql());
            story.execute("ROLLBACK");
            var counts = new HashMap<Object, BigInteger>();
            with.forEach(row -> counts.merge(row.get(1), number(row.get(2)), BigInteger::add));
            without.forEach(row -> counts.merge(row.get(1), number(row.get(2)).negate(), BigInteger::add));
            var change = counts.values().stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(change).as(household).isLessThanOrEqualTo(BigInteger.valueOf(30));
        }
    }

    @Test
    void what_was_measured_is_not_cut_again_and_what_is_declared_is() {
        var sql = "SELECT community, COUNT(*), SUM(litres), MEDIAN(litres) FROM water_daily GROUP BY community";
        var declared = Judged.plan(sql, Lane.INSTANT);
        var measured = Judged.plan(sql, Story.measured(), Lane.INSTANT);
        assertThat(declared.sql()).contains("so_far <= 30");
        assertThat(measured.sql()).doesNotContain("so_far");
        // with a table of nobody each row may come several times, whatever was measured
        var joined =
                "SELECT w.community, COUNT(*) FROM water_daily w JOIN air_stations a ON a.street = w.community GROUP BY w.community";
        assertThat(Judged.plan(joined, Story.measured(), Lane.INSTANT).sql()).contains("so_far <= 30");
        var decimals = "SELECT use_date, SUM(kwh) FROM power_daily GROUP BY use_date";
        assertThat(Judged.plan(decimals, Story.measured(), Lane.INSTANT).sql()).contains("DECIMAL(18, 2)");
        // the number of a subject's groups is not measured
        var subjects = "SELECT community, COUNT(DISTINCT household_no) FROM water_daily GROUP BY community";
        assertThat(Judged.plan(subjects, Story.measured(), Lane.INSTANT).sql()).contains("place <= 4");
    }

    @ParameterizedTest
    @FieldSource("HOUSEHOLDS")
    void data_that_hold_their_measure_need_no_cut(String sql) throws SQLException {
        story.execute("DELETE FROM water_daily WHERE household_no IN ('H00007', 'H00008', 'H00009')");
        story.execute("DELETE FROM power_daily WHERE household_no = 'H00007'");
        var plan = Judged.plan(sql, Story.measured(), Lane.INSTANT);
        var with = story.rows(plan);
        for (var household : List.of("H00000", "H00006", "H00123")) {
            story.execute("BEGIN");
            story.execute("DELETE FROM water_daily WHERE household_no = '%s'".formatted(household));
            story.execute("DELETE FROM power_daily WHERE household_no = '%s'".formatted(household));
            var without = story.rows(plan);
            story.execute("ROLLBACK");
            for (var noise : plan.dp().noises()) {
                var levels = noise.tree() == null ? 1 : noise.tree().height();
                assertThat(change(plan, with, without, noise.output()).multiply(BigInteger.valueOf(levels)))
                        .as("%s, output %d, %s", household, noise.output(), plan.sql())
                        .isLessThanOrEqualTo(BigInteger.valueOf(noise.sensitivity()));
            }
        }
    }

    @Test
    void a_row_of_nobody_counts_for_nothing() throws SQLException {
        var counted = Judged.plan("SELECT COUNT(*) FROM water_daily WHERE litres = 100", Lane.INSTANT);
        var before = number(story.rows(counted).getFirst().getFirst());
        story.execute("DELETE FROM water_daily WHERE household_no IS NULL");
        assertThat(number(story.rows(counted).getFirst().getFirst())).isEqualTo(before);
        // a LEFT JOIN from open data has rows of nobody where all households are missing: that they are is a secret
        var absent = Judged.plan(
                "SELECT a.street, COUNT(*) FROM air_stations a LEFT JOIN water_daily w ON a.street = w.community GROUP BY a.street",
                Lane.INSTANT);
        assertThat(story.rows(absent))
                .noneMatch(row -> String.valueOf(row.getFirst()).startsWith("街道"));
    }

    @Test
    void without_the_bounds_one_household_changes_more_than_that() throws SQLException {
        var plan = Judged.plan(Story.WATER_BY_COMMUNITY, Lane.INSTANT);
        var bounds = List.of(
                Map.entry("greatest(0, least(2000, ", "greatest(-1000000000000, least(1000000000000, "),
                Map.entry("greatest(0, least(60000, ", "greatest(-1000000000000, least(1000000000000, "),
                Map.entry("so_far <= 30", "so_far <= 100000"),
                Map.entry("least(count(*), 30) AS n", "1 AS n"),
                Map.entry("place <= 4", "place <= 100000"));
        var unbounded = plan.sql();
        for (var bound : bounds) {
            assertThat(unbounded).contains(bound.getKey());
            unbounded = unbounded.replace(bound.getKey(), bound.getValue());
        }
        var with = story.rows(unbounded);
        story.execute("DELETE FROM water_daily WHERE household_no = 'H00007'");
        var change = change(
                plan, with, story.rows(unbounded), plan.dp().noises().getFirst().output());
        assertThat(change)
                .isGreaterThan(BigInteger.valueOf(plan.dp().noises().getFirst().sensitivity()));
    }

    @Test
    void the_bound_on_groups_alone_is_needed_for_the_number_of_subjects() throws SQLException {
        var plan = Judged.plan(
                "SELECT community, COUNT(DISTINCT household_no) FROM water_daily GROUP BY community", Lane.INSTANT);
        assertThat(plan.dp().maxGroupsPerSubject()).isEqualTo(4);
        var unbounded = plan.sql().replace("place <= 4", "place <= 100000");
        var with = story.rows(unbounded);
        story.execute("DELETE FROM water_daily WHERE household_no = 'H00007'");
        assertThat(change(plan, with, story.rows(unbounded), 1)).isGreaterThan(BigInteger.valueOf(4));
    }

    private static BigInteger change(
            Plan plan, List<List<@Nullable Object>> one, List<List<@Nullable Object>> other, int output) {
        var numbers = new HashMap<List<@Nullable Object>, BigInteger>();
        one.forEach(row -> leaves(row.get(output))
                .forEach((leaf, number) -> numbers.merge(keys(plan, row, leaf), number, BigInteger::add)));
        other.forEach(row -> leaves(row.get(output))
                .forEach((leaf, number) -> numbers.merge(keys(plan, row, leaf), number.negate(), BigInteger::add)));
        return numbers.values().stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// The counts of leaves, or a number as one leaf.
    private static Map<Object, BigInteger> leaves(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> histogram)) {
            return Map.of(0, number(value));
        }
        var leaves = new HashMap<Object, BigInteger>();
        histogram.forEach((leaf, count) -> leaves.put(leaf, number(count)));
        return leaves;
    }

    private static List<@Nullable Object> keys(Plan plan, List<@Nullable Object> row, Object leaf) {
        var keys = new java.util.ArrayList<@Nullable Object>();
        keys.add(leaf);
        for (var i = 0; i < row.size(); i++) {
            if (plan.outputs().get(i).kind() == Output.Kind.KEY) {
                keys.add(row.get(i));
            }
        }
        return keys;
    }

    private static BigInteger number(@Nullable Object value) {
        return value == null ? BigInteger.ZERO : new BigDecimal(value.toString()).toBigIntegerExact();
    }
}
