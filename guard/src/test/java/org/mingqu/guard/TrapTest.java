package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The traps that a parser and an engine set for a guard, each by its name.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrapTest {

    private static Story story;

    @BeforeAll
    static void open() throws SQLException {
        story = new Story();
    }

    @AfterAll
    static void close() throws SQLException {
        story.close();
    }

    @Test
    void a_star_returns_the_granted_columns_and_not_what_the_physical_table_has() throws SQLException {
        var plan = Judged.plan("SELECT * FROM elders", Lane.SYNTHETIC);
        assertThat(plan.sql()).doesNotContain("*").doesNotContain("remarks").doesNotContain("hidden_physical");
        assertThat(story.rows("SELECT * FROM elders").getFirst()).hasSize(13);
        assertThat(story.rows(plan).getFirst()).hasSize(11);
        assertThat(plan.outputs()).extracting(Output::name).doesNotContain("remarks", "hidden_physical");
    }

    @Test
    void a_qualified_star_and_an_exists_star_return_no_more_either() throws SQLException {
        assertThat(story.rows(Judged.plan("SELECT e.* FROM elders e", Lane.SYNTHETIC))
                        .getFirst())
                .hasSize(11);
        var exists = Judged.plan("SELECT community FROM elders WHERE EXISTS (SELECT * FROM companies)", Lane.SYNTHETIC);
        assertThat(exists.sql()).doesNotContain("*");
        assertThat(story.rows(exists)).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLUP (street, road)", "CUBE (street, road)", "GROUPING SETS ((street), (road), ())"})
    void group_keys_of_rollup_are_not_silently_any_value(String keys) throws SQLException {
        var sql = "SELECT street, road, GROUPING(street, road) AS g, SUM(vehicles) AS n FROM traffic_counts GROUP BY "
                + keys + " ORDER BY g, street, road";
        var plan = Judged.plan(sql, Lane.REVIEWED);
        assertThat(story.rows(plan)).hasToString(story.rows(sql).toString());
        assertThat(Judged.rule("SELECT street, road FROM traffic_counts GROUP BY " + keys, Lane.INSTANT))
                .isEqualTo("instant.no-subject");
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void a_column_beside_the_group_keys_is_not_silently_any_value(Lane lane) {
        assertThat(Judged.rule("SELECT street, age FROM elders GROUP BY street", lane))
                .isEqualTo("column.not-grouped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON_OBJECT('a': name)",
                "JSON_ARRAY(name)",
                "COLLECT(name)",
                "LISTAGG(name)",
                "ARRAY[name]",
                "MULTISET[name]",
                "ROW(name)",
                "NEXT VALUE FOR s",
                "CONVERT(name USING UTF8)",
                "TRANSLATE(name USING utf8)",
                "name SIMILAR TO 'x'",
                "XMLTRANSFORM(name, 'x')",
                "PERIOD(age, age)",
                "CARDINALITY(name)",
                "GROUPING(age)",
                "name MEMBER OF MULTISET['a']",
                "USER",
                "SESSION_USER",
                "CURRENT_TIMESTAMP",
                "LOCALTIME",
                "RAND()",
                "name IS JSON",
                "DEFAULT",
                "POSITION('a' IN name)",
            })
    void what_the_parser_binds_by_itself_does_not_pass_by_the_operator_table(String expression) {
        for (var lane : Lane.values()) {
            assertThat(Judged.GUARD.judge("SELECT " + expression + " FROM elders", Story.grant(), lane))
                    .as("%s in %s", expression, lane)
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void the_validator_accepts_an_insert_and_the_guard_does_not() {
        assertThat(Judged.rule("INSERT INTO companies SELECT * FROM companies", Lane.SYNTHETIC))
                .isEqualTo("statement.not-a-query");
        assertThat(Judged.rule("WITH c AS (SELECT 1) INSERT INTO companies SELECT * FROM c", Lane.SYNTHETIC))
                .startsWith("statement.");
        assertThat(Judged.rule("EXPLAIN PLAN FOR SELECT 1", Lane.SYNTHETIC)).isEqualTo("statement.not-a-query");
        assertThat(Judged.rule("MERGE INTO companies USING companies ON TRUE", Lane.SYNTHETIC))
                .isEqualTo("statement.not-a-query");
    }

    @Test
    void a_subquery_in_a_condition_does_not_escape_the_subjects() throws SQLException {
        var plan = Judged.plan(
                "SELECT street, COUNT(*) AS n FROM elders WHERE household_no IN (SELECT household_no FROM water_daily WHERE litres > 140) GROUP BY street",
                Lane.REVIEWED);
        assertThat(plan.tables()).containsExactlyInAnyOrder("elders", "water_daily");
        story.rows(plan).forEach(row -> assertThat((Long) row.getLast()).isLessThanOrEqualTo((Long) row.get(1)));
        assertThat(Judged.rule(
                        "SELECT COUNT(*) FROM elders WHERE household_no IN (SELECT remarks FROM elders)",
                        Lane.REVIEWED))
                .isEqualTo("column.not-granted");
        assertThat(Judged.rule(
                        "SELECT COUNT(*) FROM elders e WHERE EXISTS (SELECT 1 FROM elders f WHERE f.household_no = e.household_no AND f.name = 'x')",
                        Lane.REVIEWED))
                .isEqualTo("column.no-right");
    }

    @Test
    void exists_and_not_exists_answer_as_the_engine_does() throws SQLException {
        for (var not : List.of("", "NOT ")) {
            var sql = "SELECT e.street, COUNT(*) AS n FROM elders e WHERE " + not
                    + "EXISTS (SELECT 1 FROM water_daily w WHERE w.household_no = e.household_no AND w.litres = 0) GROUP BY e.street";
            var plan = Judged.plan(sql, Lane.REVIEWED);
            var answer = ReviewedAnswer.of(plan, story.rows(plan));
            assertThat(answer.suppressed()).isZero();
            assertThat(answer.rows()).containsExactlyInAnyOrderElementsOf(story.rows(sql));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAST(community AS INTEGER) > 0",
                "1 / (age - 60) > 0",
                "MOD(age, age - 60) = 0",
                "age * 9000000000000000000 > 0",
                "-(age * 100000000000000000) * 1000 < 0",
                "CAST(community AS DATE) > DATE '2026-01-01'",
                "SQRT(60 - age) > 0",
                "LN(60 - age) > 0",
                "EXP(age * 1000) > 0",
                "SUBSTRING(community, age - 200, 9) = 'x'",
                "POWER(age, 1000) > 0",
                "ABS(age - 9223372036854775807) > 0",
                "ROUND(age * 1.5, 2) > 0",
                "DATE '9999-12-31' + INTERVAL '3' MONTH > DATE '2026-01-01'",
            })
    void no_value_of_a_row_makes_the_engine_fail_or_speak(String condition) throws SQLException {
        for (var lane : List.of(Lane.REVIEWED, Lane.INSTANT)) {
            var plan = Judged.plan("SELECT COUNT(*) FROM elders WHERE " + condition, lane);
            assertThat(story.rows(plan)).as(plan.sql()).hasSize(1);
        }
    }

    @Test
    void a_text_that_doubles_itself_stays_small() throws SQLException {
        var sql = new StringBuilder("WITH a0 AS (SELECT community || community AS t, community FROM elders)");
        for (var i = 1; i < 40; i++) {
            sql.append(", a%d AS (SELECT t || t AS t, community FROM a%d)".formatted(i, i - 1));
        }
        var plan = Judged.plan(
                sql + " SELECT community, COUNT(*) FROM a39 WHERE LENGTH(t) > 5000 GROUP BY community", Lane.REVIEWED);
        assertThat(story.rows(plan)).isEmpty();
    }

    @Test
    void a_quoted_name_and_a_literal_stay_what_they_are() throws SQLException {
        var plan = Judged.plan(
                "SELECT COUNT(*) AS \"a\"\"; DROP TABLE elders; --\" FROM elders WHERE community = '社区''1'' OR 1=1 --'",
                Lane.REVIEWED);
        assertThat(plan.sql()).contains("'社区''1'' OR 1=1 --'").doesNotContain("DROP");
        assertThat(plan.outputs().getFirst().name()).isEqualTo("a\"; DROP TABLE elders; --");
        assertThat(story.rows(plan).getFirst().getFirst()).isEqualTo(0L);
    }

    @Test
    void whole_numbers_divide_and_texts_compare_as_the_engine_s_do() throws SQLException {
        var sql =
                "SELECT age / 7 AS a, age % 7 AS b, CASE WHEN age < 70 THEN 'x' ELSE 'longer' END AS c, age::VARCHAR || '岁' AS d, "
                        + "date_trunc('month', DATE '2026-06-24') AS e, ROUND(allowance / 3, 2) AS f, living LIKE '独%' AS g FROM elders";
        var plan = Judged.plan(sql, Lane.SYNTHETIC);
        var own = story.rows(
                "SELECT age / 7, age % 7, CASE WHEN age < 70 THEN 'x' ELSE 'longer' END, age::VARCHAR || '岁', "
                        + "CAST(date_trunc('month', DATE '2026-06-24') AS DATE), ROUND(allowance / 3, 2), living LIKE '独%' FROM elders");
        assertThat(story.rows(plan)).containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void a_threshold_counts_the_subjects_of_every_table_through_joins() throws SQLException {
        var sql =
                "SELECT w.use_date, COUNT(*) AS n FROM elders e JOIN water_daily w ON w.household_no = e.household_no "
                        + "WHERE e.community = '孤村' GROUP BY w.use_date";
        var plan = Judged.plan(sql, Lane.REVIEWED);
        var answer = ReviewedAnswer.of(plan, story.rows(plan));
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.suppressed()).isEqualTo(30);
    }

    @Test
    void a_self_join_does_not_clone_one_subject_into_many() throws SQLException {
        var plan = Judged.plan(
                "SELECT a.street, COUNT(*) AS n FROM elders a JOIN elders b ON a.street = b.street WHERE a.community = '孤村' GROUP BY a.street",
                Lane.REVIEWED);
        var rows = story.rows(plan);
        assertThat((Long) rows.getFirst().get(1)).isGreaterThan(5L);
        assertThat(ReviewedAnswer.of(plan, rows).rows()).isEmpty();
    }

    @Test
    void a_group_that_is_too_small_passes_or_fails_having_alike() throws SQLException {
        for (var having : List.of("AVG(age) > 0", "AVG(age) < 0")) {
            var plan = Judged.plan(
                    "SELECT community, COUNT(*) AS n FROM elders WHERE community = '孤村' GROUP BY community HAVING "
                            + having,
                    Lane.REVIEWED);
            assertThat(ReviewedAnswer.of(plan, story.rows(plan)).suppressed())
                    .as(having)
                    .isEqualTo(1);
        }
    }

    @Test
    void the_top_groups_are_chosen_among_those_that_may_show() throws SQLException {
        var plan = Judged.plan(
                "SELECT community, AVG(age) AS a FROM elders GROUP BY community ORDER BY a ASC LIMIT 1", Lane.REVIEWED);
        var answer = ReviewedAnswer.of(plan, story.rows(plan));
        assertThat(answer.suppressed()).isZero();
        assertThat(answer.rows()).hasSize(1).noneMatch(row -> "孤村".equals(row.getFirst()));
    }

    @Test
    void an_average_over_one_known_value_among_many_missing_ones_does_not_show() throws SQLException {
        story.execute("CREATE OR REPLACE TABLE kept AS SELECT * FROM elders");
        story.execute("UPDATE elders SET allowance = NULL WHERE street = '街道1' AND id_number <> 'P00001'");
        try {
            var plan = Judged.plan(
                    "SELECT street, COUNT(*) AS n, AVG(allowance) AS a FROM elders GROUP BY street", Lane.REVIEWED);
            var answer = ReviewedAnswer.of(plan, story.rows(plan));
            assertThat(answer.rows()).hasSize(2).noneMatch(row -> "街道1".equals(row.getFirst()));
        } finally {
            story.execute("CREATE OR REPLACE TABLE elders AS SELECT * FROM kept");
        }
    }

    @Test
    void a_condition_in_an_aggregate_may_not_cut_out_one_subject() throws SQLException {
        for (var sum : List.of(
                "SUM(CASE WHEN community = '孤村' THEN allowance ELSE 0 END)",
                "SUM(CASE WHEN community <> '孤村' THEN allowance ELSE 0 END)",
                "SUM(allowance) FILTER (WHERE community = '孤村')",
                "COUNT(*) FILTER (WHERE community <> '孤村')",
                "COUNT(CASE WHEN community = '孤村' THEN 1 END)",
                "SUM(CASE WHEN age > 61 THEN 1 ELSE 0 END), SUM(CASE WHEN age > 61 OR community = '孤村' THEN 1 ELSE 0 END)")) {
            var plan = Judged.plan(
                    "SELECT street, COUNT(*) AS n, " + sum + " AS s FROM elders GROUP BY street", Lane.REVIEWED);
            assertThat(ReviewedAnswer.of(plan, story.rows(plan)).rows())
                    .as(sum)
                    .noneMatch(row -> "街道0".equals(row.getFirst()));
        }
        var fair = Judged.plan(
                "SELECT street, SUM(CASE WHEN age > 80 THEN 1 ELSE 0 END) AS s FROM elders GROUP BY street",
                Lane.REVIEWED);
        assertThat(ReviewedAnswer.of(fair, story.rows(fair)).rows()).hasSize(3);
    }

    @Test
    void a_condition_that_nobody_meets_shows_as_nobody() throws SQLException {
        var plan = Judged.plan(
                "SELECT street, COUNT(CASE WHEN age > 200 THEN 1 END) AS n FROM elders GROUP BY street", Lane.REVIEWED);
        var answer = ReviewedAnswer.of(plan, story.rows(plan));
        assertThat(answer.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(0L));
    }

    @Test
    void an_identifying_key_that_several_share_counts_for_nobody() throws SQLException {
        var sql =
                "SELECT COUNT(*) AS n FROM (SELECT meter_no, SUM(litres) AS s FROM water_daily GROUP BY meter_no) t WHERE s > 0";
        var plan = Judged.plan(sql, Lane.REVIEWED);
        assertThat(story.rows(plan)).containsExactly(List.of(400L, 400L));
        story.execute("CREATE OR REPLACE TABLE kept AS SELECT * FROM water_daily");
        story.execute("UPDATE water_daily SET meter_no = 'M' || (CAST(substr(household_no, 2) AS INTEGER) // 2)");
        try {
            assertThat(ReviewedAnswer.of(plan, story.rows(plan)).rows()).isEmpty();
        } finally {
            story.execute("CREATE OR REPLACE TABLE water_daily AS SELECT * FROM kept");
        }
    }

    @Test
    void a_left_join_with_a_copy_of_the_subject_is_not_that_subject_where_it_is_missing() throws SQLException {
        // the missing right side would put many elders into one group that claims to be one subject's
        var sql = "SELECT COUNT(*) AS n, SUM(c) AS c FROM (SELECT w.household_no, COUNT(*) AS c FROM water_daily w "
                + "LEFT JOIN power_daily p ON p.household_no = w.household_no AND p.kwh < 0 GROUP BY p.household_no, w.household_no) t";
        var plan = Judged.plan(sql, Lane.INSTANT);
        assertThat(plan.dp()).isNotNull();
        assertThat(Judged.rule(
                        sql.replace("GROUP BY p.household_no, w.household_no", "GROUP BY p.household_no")
                                .replace("SELECT w.household_no,", "SELECT p.household_no,"),
                        Lane.INSTANT))
                .isEqualTo("instant.shape");
        assertThat(story.rows(plan)).hasSize(1);
    }
}
