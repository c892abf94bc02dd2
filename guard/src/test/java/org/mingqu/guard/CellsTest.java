package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Of an exact answer it is known inside whose data every cell is.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CellsTest {

    private Story story;

    @BeforeEach
    void open() throws SQLException {
        story = new Story();
        for (var table : List.of("elders", "water_daily", "power_daily", "companies", "social_insurance", "leases")) {
            story.execute("ALTER TABLE " + table + " ADD COLUMN \"$unit\" INTEGER");
            story.execute("UPDATE " + table + " SET \"$unit\" = rowid");
        }
    }

    @AfterEach
    void close() throws SQLException {
        story.close();
    }

    /// Which units are in a part of a group, and how often; groups by the texts of their keys.
    private Map<String, Map<Integer, Long>> cells(Plan plan, String table, String... keys) throws SQLException {
        var listed = Objects.requireNonNull(plan.cells());
        story.execute(listed.groups());
        var names = new HashMap<Object, String>();
        for (var row : story.rows("SELECT * FROM " + ReviewedCells.GROUPS)) {
            names.put(row.getFirst(), row.subList(1, 1 + keys.length).toString());
        }
        var cells = new TreeMap<String, Map<Integer, Long>>();
        for (var row : story.rows(listed.units())) {
            if (listed.tables().get((Integer) row.get(0)).equals(table)) {
                cells.computeIfAbsent(names.get(row.get(1)) + " " + row.get(2), _ -> new TreeMap<>())
                        .put(((Number) row.get(3)).intValue(), (Long) row.get(4));
            }
        }
        story.execute("DROP TABLE " + ReviewedCells.GROUPS);
        return cells;
    }

    private Set<Integer> units(String from) throws SQLException {
        var units = new TreeSet<Integer>();
        story.rows("SELECT \"$unit\" FROM " + from).forEach(row -> units.add((Integer) row.getFirst()));
        return units;
    }

    static Stream<String> questions() {
        return Stream.concat(ThresholdTest.QUESTIONS.stream(), Story.REVIEWED.stream());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void the_answer_made_from_listed_cells_is_the_answer(String sql) throws SQLException {
        var plan = Judged.plan(sql, Lane.REVIEWED);
        var listed = plan.cells();
        if (listed == null) {
            assertThat(sql).as("data of nobody").containsAnyOf("traffic_counts", "air_stations");
            return;
        }
        var plain = ReviewedAnswer.of(plan, story.rows(plan));
        story.execute(listed.groups());
        var made = ReviewedAnswer.of(plan, story.rows(listed.sql()));

        assertThat(made.rows()).containsExactlyInAnyOrderElementsOf(plain.rows());
        assertThat(made.suppressed()).isEqualTo(plain.suppressed());
        assertThat(story.rows(listed.units()).isEmpty()).isEqualTo(plain.rows().isEmpty() && plain.suppressed() < 2);
        assertThat(plan.lineage()).hasSize(plan.outputs().size() - 1);
    }

    @Test
    void a_cell_is_the_rows_of_its_group() throws SQLException {
        var plan =
                Judged.plan("SELECT street, COUNT(*) AS n FROM elders WHERE age > 80 GROUP BY street", Lane.REVIEWED);
        var cells = cells(plan, "elders", "street");

        assertThat(cells).hasSizeGreaterThan(1);
        for (var row : story.rows("SELECT DISTINCT street FROM elders WHERE age > 80")) {
            assertThat(cells.get(row + " 0").keySet())
                    .isEqualTo(units("elders WHERE age > 80 AND street = '" + row.getFirst() + "'"));
        }
    }

    @Test
    void conditions_cut_a_group_into_cells_of_their_own() throws SQLException {
        var plan = Judged.plan(
                "SELECT COUNT(*) FILTER (WHERE age > 80) AS old, SUM(CASE WHEN living = '独居' THEN 1 ELSE 0 END) AS alone FROM elders",
                Lane.REVIEWED);
        var cells = cells(plan, "elders");

        assertThat(cells.values().stream().map(Map::keySet))
                .containsExactlyInAnyOrder(
                        units("elders WHERE age > 80 AND living = '独居'"),
                        units("elders WHERE age > 80 AND living <> '独居'"),
                        units("elders WHERE age <= 80 AND living = '独居'"),
                        units("elders WHERE age <= 80 AND living <> '独居'"));
    }

    @Test
    void through_a_join_the_rows_of_every_table_are_known_and_how_often() throws SQLException {
        var plan = Judged.plan(
                "SELECT e.street, COUNT(*) AS n FROM elders e JOIN water_daily w ON w.household_no = e.household_no WHERE w.use_date >= DATE '2026-06-20' GROUP BY e.street",
                Lane.REVIEWED);
        var street = story.rows("SELECT min(street) FROM elders").getFirst();
        var where =
                " JOIN water_daily w ON w.household_no = e.household_no WHERE w.use_date >= DATE '2026-06-20' AND e.street = '"
                        + street.getFirst() + "'";

        assertThat(cells(plan, "elders", "street").get(street + " 0"))
                .isEqualTo(counted("e.\"$unit\" FROM elders e" + where));
        assertThat(cells(plan, "water_daily", "street").get(street + " 0"))
                .isEqualTo(counted("w.\"$unit\" FROM elders e" + where));
    }

    private Map<Integer, Long> counted(String from) throws SQLException {
        var counted = new TreeMap<Integer, Long>();
        story.rows("SELECT " + from).forEach(row -> counted.merge((Integer) row.getFirst(), 1L, Long::sum));
        return counted;
    }

    @Test
    void what_was_added_up_within_a_subject_is_all_its_rows() throws SQLException {
        var plan = Judged.plan(
                "SELECT COUNT(*) AS n, AVG(d) AS a FROM (SELECT household_no, SUM(litres) AS d FROM water_daily WHERE litres > 0 GROUP BY household_no) t",
                Lane.REVIEWED);

        assertThat(cells(plan, "water_daily").get("[] 0").keySet()).isEqualTo(units("water_daily WHERE litres > 0"));
    }

    @Test
    void a_group_that_is_taken_out_is_in_no_total() throws SQLException {
        var plan = Judged.plan(
                "WITH g AS (SELECT street, COUNT(*) AS n FROM elders GROUP BY street) SELECT street, SUM(n) AS n FROM g GROUP BY ROLLUP (street)",
                Lane.REVIEWED);
        var listed = Objects.requireNonNull(plan.cells());
        story.execute(listed.groups());
        story.execute("UPDATE " + ReviewedCells.GROUPS + " SET " + listed.behind() + " = 0 WHERE g = 0");
        var left = (Number) story.rows("SELECT sum(c1) FROM " + ReviewedCells.GROUPS + " WHERE g > 0")
                .getFirst()
                .getFirst();

        var answer = ReviewedAnswer.of(plan, story.rows(listed.sql()));
        assertThat(answer.rows())
                .anySatisfy(row -> assertThat(row.getFirst()).isNull())
                .filteredOn(row -> row.getFirst() == null)
                .allSatisfy(row -> assertThat(((Number) row.get(1)).longValue()).isEqualTo(left.longValue()));
    }

    @Test
    void what_each_subject_puts_into_a_sum_is_known() throws SQLException {
        var plan = Judged.plan("SELECT COUNT(*) AS n, SUM(litres) AS l FROM water_daily", Lane.REVIEWED);
        var listed = Objects.requireNonNull(plan.cells());
        story.execute(listed.groups());

        assertThat(story.rows(listed.contributions()).stream().map(row -> ((Number) row.get(2)).doubleValue()))
                .containsExactlyInAnyOrderElementsOf(story
                        .rows(
                                "SELECT sum(litres) FROM water_daily WHERE household_no IS NOT NULL GROUP BY household_no")
                        .stream()
                        .map(row -> ((Number) row.getFirst()).doubleValue())
                        .toList());
    }

    @Test
    void each_column_tells_the_columns_it_comes_from() {
        var plan = Judged.plan(
                "SELECT e.street, AVG(w.litres) AS l FROM elders e JOIN water_daily w ON w.household_no = e.household_no GROUP BY e.street",
                Lane.REVIEWED);

        assertThat(plan.lineage())
                .containsExactly(
                        List.of(new Plan.Origin("elders", "street")),
                        List.of(new Plan.Origin("water_daily", "litres")));
    }
}
