package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick form of an exact answer shows the groups that counting every subject shows, and no other.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThresholdTest {

    static final List<String> QUESTIONS = List.of(
            "SELECT community, COUNT(*) AS n FROM elders GROUP BY community",
            "SELECT COUNT(*) AS n, SUM(litres) AS l FROM water_daily",
            "SELECT COUNT(*) AS n FROM elders WHERE age > 200",
            "SELECT age, COUNT(*) AS n, AVG(allowance) AS a FROM elders GROUP BY age",
            "SELECT use_date, community, COUNT(*) AS n, SUM(litres) AS l FROM water_daily GROUP BY use_date, community",
            "SELECT e.street, COUNT(*) AS n FROM elders e JOIN air_stations a ON a.street = e.street GROUP BY e.street",
            "SELECT a.community, COUNT(*) AS n FROM elders a JOIN elders b ON a.street = b.street GROUP BY a.community",
            "SELECT e.age, COUNT(*) AS n, SUM(w.litres) AS l FROM elders e JOIN water_daily w ON w.household_no = e.household_no GROUP BY e.age",
            "SELECT e.community, COUNT(*) AS n FROM elders e LEFT JOIN power_daily p ON p.household_no = e.household_no AND p.kwh = 0 GROUP BY e.community",
            "SELECT w.community, COUNT(*) AS n FROM water_daily w JOIN power_daily p ON p.household_no = w.household_no AND p.use_date = w.use_date WHERE w.litres = 0 GROUP BY w.community",
            "SELECT age, COUNT(*) AS n, SUM(CASE WHEN living = '独居' THEN 1 ELSE 0 END) AS alone FROM elders GROUP BY age",
            "SELECT street, COUNT(*) FILTER (WHERE age > 61) AS n, COUNT(allowance) FILTER (WHERE age > 61) AS c, SUM(CASE WHEN age > 61 THEN allowance END) AS s FROM elders GROUP BY street",
            "SELECT street, COUNT(*) FILTER (WHERE age > 61) AS n, COUNT(allowance) AS c FROM elders GROUP BY street",
            "SELECT community, COUNT(*) AS n FROM elders GROUP BY community HAVING COUNT(*) > 60 ORDER BY n DESC, community LIMIT 2",
            "SELECT community, COUNT(*) AS n, SUM(COUNT(*)) OVER () AS whole FROM elders GROUP BY community",
            "SELECT d, COUNT(*) AS n FROM (SELECT household_no, COUNT(*) AS d FROM water_daily GROUP BY household_no) t GROUP BY d");

    private Story story;

    @BeforeEach
    void open() throws SQLException {
        story = new Story();
        story.execute("UPDATE elders SET community = NULL WHERE age = 77");
        story.execute("UPDATE elders SET allowance = NULL WHERE age > 100");
        story.execute("UPDATE water_daily SET household_no = NULL WHERE household_no LIKE 'H0000%'");
        // one household and one elder whose rows alone would be as many as the threshold asks for
        story.execute("INSERT INTO air_stations SELECT '街道9', measured_at, pm25 FROM air_stations");
        story.execute("UPDATE elders SET street = '街道9' WHERE id_number = 'P00001'");
        story.execute(
                "UPDATE water_daily SET community = '独户' WHERE household_no = 'H00123' AND use_date < DATE '2026-06-29'");
    }

    @AfterEach
    void close() throws SQLException {
        story.close();
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void the_quick_form_shows_the_same_groups_with_the_same_numbers(String sql) throws SQLException {
        var plan = Judged.plan(sql, Lane.REVIEWED);
        assertThat(plan.quick()).isNotEqualTo(plan.sql());

        var exact = ReviewedAnswer.of(plan, story.rows(plan));
        var quick = ReviewedAnswer.of(plan, story.rows(plan.quick()));

        assertThat(byRow(quick).keySet())
                .as(plan.quick())
                .isEqualTo(byRow(exact).keySet());
        assertThat(quick.suppressed()).isEqualTo(exact.suppressed());
        byRow(quick)
                .forEach((row, behind) -> assertThat(behind)
                        .as("at least so many subjects")
                        .isBetween((long) plan.threshold(), byRow(exact).get(row)));
    }

    @Test
    void rows_that_a_join_multiplies_are_no_proof_of_many_subjects() throws SQLException {
        var plan = Judged.plan(
                "SELECT e.street, COUNT(*) AS n FROM elders e JOIN air_stations a ON a.street = e.street GROUP BY e.street",
                Lane.REVIEWED);
        var rows = story.rows(plan.quick());
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("街道9")
                        .satisfies(it -> assertThat((Long) it.get(1)).isGreaterThan(100)));
        assertThat(ReviewedAnswer.of(plan, rows).rows()).noneMatch(row -> "街道9".equals(row.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COUNT(allowance)",
                "AVG(allowance) AS a, SUM(allowance)",
                "VAR_POP(allowance) AS a, VAR_SAMP(allowance)",
                "SUM(allowance + 1000000)",
                "SUM(allowance) AS a, SUM(allowance * 2)",
                "COUNT(allowance) FILTER (WHERE age > 0)",
                "COUNT(CASE WHEN age > 0 THEN allowance END)"
            })
    void how_many_lack_a_value_is_told_of_enough_subjects_only(String number) throws SQLException {
        var plan = Judged.plan("SELECT COUNT(*) AS n, " + number + " AS c FROM elders", Lane.REVIEWED);
        story.execute("UPDATE elders SET allowance = 100");
        assertThat(shown(plan)).as("nobody lacks it").isEqualTo(1);

        story.execute("UPDATE elders SET allowance = NULL WHERE id_number = 'P00002'");
        assertThat(shown(plan)).as("one lacks it").isZero();

        story.execute("UPDATE elders SET allowance = NULL WHERE id_number < 'P00100'");
        assertThat(shown(plan)).as("many lack it").isEqualTo(1);
    }

    @Test
    void nor_by_a_number_that_was_added_one_level_below() throws SQLException {
        var plan = Judged.plan(
                "SELECT COUNT(*) AS n, SUM(y) AS s FROM (SELECT allowance + 1000000 AS y FROM elders) t",
                Lane.REVIEWED);
        story.execute("UPDATE elders SET allowance = 100");
        story.execute("UPDATE elders SET allowance = NULL WHERE id_number = 'P00002'");

        assertThat(shown(plan)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AVG(allowance)", "SUM(allowance)", "SUM(CASE WHEN age > 0 THEN allowance END)"})
    void a_value_that_one_lacks_keeps_no_sum_back_that_does_not_tell_it(String number) throws SQLException {
        var plan = Judged.plan("SELECT COUNT(*) AS n, " + number + " AS c FROM elders", Lane.REVIEWED);
        story.execute("UPDATE elders SET allowance = 100");
        story.execute("UPDATE elders SET allowance = NULL WHERE id_number = 'P00002'");

        assertThat(shown(plan)).isEqualTo(1);
    }

    private int shown(Plan plan) throws SQLException {
        var quick = ReviewedAnswer.of(plan, story.rows(plan.quick())).rows().size();
        assertThat(ReviewedAnswer.of(plan, story.rows(plan)).rows()).hasSize(quick);
        return quick;
    }

    @Test
    void subjects_are_counted_only_where_there_is_doubt() throws SQLException {
        // where no subject can have more than one row, rows are subjects and nothing is counted
        var plan = Judged.plan("SELECT street, COUNT(*) AS n FROM elders GROUP BY street", Lane.REVIEWED);
        assertThat(story.rows(plan.quick()))
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(row.get(2)));
        var many = Judged.plan("SELECT use_date, COUNT(*) AS n FROM water_daily GROUP BY use_date", Lane.REVIEWED);
        assertThat(story.rows(many.quick()))
                .allSatisfy(row -> assertThat((Long) row.get(2)).isEqualTo((Long) row.get(1) / 30));
    }

    /// 6,000 groups of 30 rows and of 1 to 20 households each: so many that their boxes are filled at once.
    @ParameterizedTest
    @ValueSource(strings = {"community", "community, reading"})
    void where_every_group_is_small_none_of_too_few_is_shown_and_none_of_enough_is_missing(String keys)
            throws SQLException {
        story.execute("DELETE FROM water_daily");
        story.execute("""
                INSERT INTO water_daily (household_no, community, use_date, litres, reading)
                  SELECT printf('H%06d', g * 20 + i // 6000 % (1 + g % 20)), CASE WHEN g > 0 THEN printf('%04d', g) END,
                    DATE '2026-06-01', 1, '正常' FROM (SELECT i, i % 6000 AS g FROM range(180000) t(i))""");
        var plan = Judged.plan("SELECT " + keys + ", COUNT(*) AS n FROM water_daily GROUP BY " + keys, Lane.REVIEWED);
        var rows = story.rows(plan.quick());
        assertThat(rows).hasSize(6000).allSatisfy(row -> {
            var community = row.getFirst();
            var exact = 1 + (community == null ? 0 : Long.parseLong(community.toString())) % 20;
            var behind = ((Number) Objects.requireNonNull(row.getLast())).longValue();
            assertThat(behind).as("of %s", community).isBetween(Math.min(exact, plan.threshold()), exact);
        });
    }

    private static Map<String, Long> byRow(SuppressedAnswer answer) {
        var rows = new HashMap<String, Long>();
        for (var i = 0; i < answer.rows().size(); i++) {
            rows.put(answer.rows().get(i).toString(), answer.subjects().get(i));
        }
        return rows;
    }
}
