package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/// What a hostile partner would write, and the rule that stops it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AttackTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INSERT INTO elders VALUES ('a')|statement.not-a-query",
                "DELETE FROM elders|statement.not-a-query",
                "UPDATE elders SET name = 'x'|statement.not-a-query",
                "CREATE TABLE t AS SELECT * FROM elders|statement.not-a-query",
                "COPY elders TO '/tmp/x'|statement.not-a-query",
                "ATTACH ':memory:' AS m|statement.not-a-query",
                "SET memory_limit = '1TB'|statement.not-a-query",
                "PRAGMA database_list|statement.not-a-query",
                "EXPLAIN ANALYZE SELECT * FROM elders|statement.not-a-query",
                "SUMMARIZE elders|statement.not-a-query",
                "DESCRIBE elders|statement.not-a-query",
                "VALUES (1)|statement.not-a-query",
                "TABLE elders|statement.not-a-query",
                "FROM elders|statement.not-a-query",
                "CALL pragma_version()|statement.not-a-query",
                "SELECT 1; DROP TABLE elders|statement.several",
                "SELECT community FROM elders; ; SELECT 1|statement.several",
                "WITH RECURSIVE r AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT * FROM r|statement.recursive",
                "SELECT * FROM read_csv('/etc/passwd')|table.function",
                "SELECT * FROM read_blob('main.db')|table.function",
                "SELECT * FROM glob('*')|table.function",
                "SELECT * FROM query('SELECT * FROM elders')|table.function",
                "SELECT * FROM query_table('elders')|table.function",
                "SELECT * FROM json_execute_serialized_sql('x')|table.function",
                "SELECT * FROM duckdb_tables()|table.function",
                "SELECT * FROM duckdb_settings()|table.function",
                "SELECT * FROM pragma_storage_info('elders')|table.function",
                "SELECT * FROM generate_series(1, 100000000)|table.function",
                "SELECT * FROM unnest(ARRAY[1, 2])|table.function",
                "SELECT * FROM elders, LATERAL (SELECT 1) x|table.function",
                "SELECT * FROM elders TABLESAMPLE BERNOULLI(1)|table.function",
                "SELECT * FROM \"/etc/passwd\"|table.not-granted",
                "SELECT * FROM duckdb_tables|table.not-granted",
                "SELECT * FROM sqlite_master|table.not-granted",
                "SELECT * FROM information_schema.tables|table.not-granted",
                "SELECT * FROM main.elders|table.not-granted",
                "SELECT * FROM other.main.elders|table.not-granted",
                "SELECT hidden_physical FROM elders|column.not-granted",
                "SELECT remarks FROM elders|column.not-granted",
                "SELECT elders.remarks FROM elders|column.not-granted",
                "SELECT rowid FROM elders|column.not-granted",
                "SELECT \"$subject\" FROM elders|column.not-granted",
                "SELECT COLUMNS('.*') FROM elders|operator.unknown",
                "SELECT error(name) FROM elders|operator.unknown",
                "SELECT getenv('HOME') FROM elders|operator.unknown",
                "SELECT current_setting('temp_directory') FROM elders|operator.unknown",
                "SELECT getvariable('x') FROM elders|operator.unknown",
                "SELECT stats(name) FROM elders|operator.unknown",
                "SELECT hash(name) FROM elders|operator.unknown",
                "SELECT repeat(name, 2000000000) FROM elders|operator.unknown",
                "SELECT lpad(name, 2000000000, 'x') FROM elders|operator.unknown",
                "SELECT format('{:1000000000}', 1) FROM elders|operator.unknown",
                "SELECT strptime(name, '%Y') FROM elders|operator.unknown",
                "SELECT sleep_ms(10000) FROM elders|operator.unknown",
                "SELECT list(name) FROM elders|operator.unknown",
                "SELECT LISTAGG(name) FROM elders|operator.unknown",
                "SELECT SINGLE_VALUE(name) FROM elders|operator.unknown",
                "SELECT JSON_OBJECT('a': name) FROM elders|operator.unknown",
                "SELECT COLLECT(name) FROM elders|operator.unknown",
                "SELECT CURRENT_USER FROM elders|column.not-granted",
                "SELECT RANDOM() FROM elders|operator.unknown",
            })
    void what_is_no_question_over_granted_tables_is_refused_in_every_lane(String sql, String rule) {
        for (var lane : Lane.values()) {
            assertThat(Judged.rule(sql, lane)).as("%s in %s", sql, lane).isEqualTo(rule);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * FROM elders|column.identifier",
                "SELECT community, age FROM elders|aggregate.only",
                "SELECT DISTINCT age_band, name FROM elders|column.identifier",
                "SELECT id_number, COUNT(*) FROM elders GROUP BY id_number|column.identifier",
                "SELECT LEFT(id_number, 18) AS x, COUNT(*) FROM elders GROUP BY LEFT(id_number, 18)|column.identifier",
                "SELECT UPPER(name), COUNT(*) FROM elders GROUP BY UPPER(name)|column.identifier",
                "SELECT care_level, COUNT(*) FROM elders GROUP BY care_level|column.no-right",
                "SELECT COUNT(*) FROM elders WHERE name = '张三'|column.no-right",
                "SELECT COUNT(*) FROM elders WHERE id_number < 'P00010'|column.no-right",
                "SELECT COUNT(*) FROM elders WHERE LENGTH(id_number) = 18|column.no-right",
                "SELECT MIN(name) FROM elders|aggregate.one-value",
                "SELECT ANY_VALUE(name) FROM elders|aggregate.one-value",
                "SELECT age, SUM(age) OVER (PARTITION BY community) FROM elders|window.not-here",
                "SELECT SUM(age) FROM elders GROUP BY ROLLUP (community)|aggregate.levels",
                "SELECT SUM(CAST(id_number AS INTEGER)) FROM elders|column.identifier",
                "SELECT MAX(age) FROM elders|aggregate.one-value",
                "SELECT MIN(allowance) FROM elders WHERE community = '孤村'|aggregate.one-value",
                "SELECT SUM(age * allowance) FROM elders|aggregate.computed",
                "SELECT SUM(allowance * (age - 60)) FROM elders|aggregate.computed",
                "SELECT SUM(allowance / age) FROM elders|aggregate.computed",
                "SELECT SUM(POWER(0, ABS(age - 101)) * allowance) FROM elders|aggregate.computed",
                "SELECT SUM(1000000 + FLOOR(age / 101) * allowance) FROM elders|aggregate.computed",
                "SELECT SUM(CAST(community AS INTEGER)) FROM elders|aggregate.computed",
                "SELECT SUM(CASE WHEN age = 101 THEN allowance * age ELSE 0 END) FROM elders|aggregate.computed",
                "SELECT SUM(CASE WHEN name = 'x' THEN 1 ELSE 0 END) FROM elders|column.no-right",
                "SELECT COUNT(*) FILTER (WHERE name = 'x') FROM elders|column.no-right",
                "SELECT COUNT(DISTINCT allowance) FROM elders|column.no-right",
                "SELECT street, COUNT(DISTINCT community) FROM elders GROUP BY street|aggregate.distinct",
                "SELECT COUNT(DISTINCT community) FROM elders|aggregate.distinct",
                "SELECT COUNT(DISTINCT CASE WHEN age > 80 THEN community END) FROM elders|aggregate.distinct",
                "SELECT COUNT(DISTINCT community) FILTER (WHERE age > 80) FROM elders|aggregate.distinct",
                "SELECT street, COUNT(*) FROM elders GROUP BY street HAVING COUNT(DISTINCT community) > 1|aggregate.distinct",
                "SELECT street, COUNT(*) FROM elders GROUP BY street ORDER BY COUNT(DISTINCT community)|aggregate.distinct",
                "SELECT COUNT(DISTINCT use_date) FROM water_daily|aggregate.distinct",
                "SELECT COUNT(DISTINCT t.road) FROM elders e JOIN traffic_counts t ON e.street = t.street|aggregate.distinct",
                "SELECT SUM(DISTINCT age) FROM elders|operator.not-here",
                "SELECT SUM(CASE WHEN age > 61 THEN 1 END), SUM(CASE WHEN age > 62 THEN 1 END), SUM(CASE WHEN age > 63 THEN 1 END), SUM(CASE WHEN age > 64 THEN 1 END) FROM elders|aggregate.conditions",
                "SELECT a.n - b.n FROM (SELECT COUNT(*) n FROM elders) a JOIN (SELECT COUNT(*) n FROM elders WHERE age <> 101) b ON a.n = b.n|aggregate.twice",
                "SELECT COUNT(*) FROM elders WHERE age > (SELECT AVG(age) FROM elders)|aggregate.twice",
                "SELECT COUNT(*) FROM elders HAVING COUNT(*) > (SELECT COUNT(*) FROM elders WHERE age <> 101)|aggregate.twice",
                "SELECT community, COUNT(*) FROM elders GROUP BY community UNION ALL SELECT community, COUNT(*) FROM elders WHERE age <> 101 GROUP BY community|union.not-here",
                "SELECT SUM(age) FROM (SELECT age FROM elders WHERE age = 101 UNION ALL SELECT age FROM elders WHERE age = 60) t|union.not-here",
                "SELECT COUNT(*) FROM (SELECT age FROM elders EXCEPT SELECT age FROM elders WHERE age = 101) t|operator.not-here",
                "SELECT SUM(age) FROM (SELECT age FROM elders ORDER BY age DESC LIMIT 1) t|limit.not-here",
                "SELECT SUM(age) FROM (SELECT age FROM elders ORDER BY age OFFSET 299) t|limit.not-here",
                "SELECT COUNT(*) FROM elders e JOIN (VALUES ('P00001')) v(id) ON e.id_number = v.id|table.function",
                "SELECT COUNT(*) FROM elders e, water_daily w|join.condition",
                "SELECT COUNT(*) FROM elders a JOIN elders b ON a.age < b.age|join.condition",
                "SELECT COUNT(*) FROM elders e FULL JOIN water_daily w ON e.household_no = w.household_no|join.kind",
                "SELECT COUNT(*) FROM elders e RIGHT JOIN water_daily w ON e.household_no = w.household_no|join.kind",
                "SELECT COUNT(*) FROM elders e JOIN water_daily w ON e.name = w.household_no AND e.name > 'x'|column.no-right",
                "SELECT community, (SELECT COUNT(*) FROM elders) FROM elders GROUP BY community|subquery.not-here",
                "SELECT SUM(w.n) FROM elders e JOIN (SELECT street, POWER(1000, COUNT(*)) n FROM traffic_counts GROUP BY street) w ON e.street = w.street|aggregate.computed",
            })
    void what_would_take_out_a_single_subject_is_refused_in_the_reviewed_lane(String sql, String rule) {
        assertThat(Judged.rule(sql, Lane.REVIEWED)).as(sql).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT community FROM elders|instant.shape",
                "SELECT community, MAX(age) FROM elders GROUP BY community|aggregate.one-value",
                "SELECT id_number, COUNT(*) FROM elders GROUP BY id_number|column.identifier",
                "SELECT SUM(age) / COUNT(*) FROM elders|instant.shape",
                "SELECT community, COUNT(*) FROM elders GROUP BY community HAVING COUNT(*) > 3|instant.having",
                "SELECT COUNT(*) FROM (SELECT community, COUNT(*) AS n FROM elders GROUP BY community) t|instant.shape",
                "SELECT COUNT(*) FROM (SELECT DISTINCT age FROM elders) t|instant.shape",
                "SELECT e.community, COUNT(*) FROM elders e JOIN water_daily w ON e.household_no = w.household_no GROUP BY e.community|instant.two-kinds",
                "SELECT COUNT(*) FROM water_daily a JOIN water_daily b ON a.use_date = b.use_date|instant.two-kinds",
                "SELECT road, SUM(vehicles) FROM traffic_counts GROUP BY road|instant.no-subject",
                "SELECT SUM(w.litres * p.kwh * 1000000000000000) FROM water_daily w JOIN power_daily p ON w.household_no = p.household_no|column.no-bounds",
                "SELECT SUM(LEAST(GREATEST(litres, 0), 9000000000000000)) FROM water_daily|column.no-bounds",
                "SELECT MEDIAN(use_date) FROM water_daily|operator.not-here",
                "SELECT QUANTILE_CONT(litres, litres) FROM water_daily|function.arguments",
                "SELECT STDDEV(household_no) FROM water_daily|column.identifier",
                "SELECT community, COUNT(DISTINCT household_no) FROM water_daily GROUP BY ROLLUP (community)|instant.levels",
                "SELECT community, reading, COUNT(*) FROM water_daily GROUP BY GROUPING SETS ((community), (reading))|instant.levels",
                "SELECT COUNT(DISTINCT use_date) FROM water_daily|operator.not-here",
                "SELECT COUNT(*) FROM water_daily WHERE litres > (SELECT AVG(litres) FROM water_daily)|instant.shape",
                "SELECT COUNT(*) FROM water_daily GROUP BY community|instant.shape",
                "SELECT COUNT(*) FROM elders LIMIT 1 OFFSET 1|instant.shape",
            })
    void what_cannot_be_bounded_is_refused_in_the_instant_lane(String sql, String rule) {
        assertThat(Judged.rule(sql, Lane.INSTANT)).as(sql).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT\u200b community FROM elders",
                "SELECT community FROM elders -- \u202e moc",
                "SELECT '\u0000' FROM elders",
                "SELECT '\ud800' FROM elders",
                "SELECT community /* \u2066 */ FROM elders",
            })
    void what_a_reader_cannot_see_is_refused_where_it_stands(String sql) {
        var finding = Judged.finding(sql, Lane.SYNTHETIC);
        assertThat(finding.rule()).isEqualTo("text.invisible");
        assertThat(sql.codePointAt(finding.column() - 1)).isGreaterThan(-1);
        assertThat(finding.parameters().get("code")).startsWith("U+");
    }

    @ParameterizedTest
    @EnumSource(
            value = Lane.class,
            mode = Mode.EXCLUDE,
            names = {"DATASET", "MODEL"}) // which have no aggregates
    void comments_and_strange_case_change_nothing(Lane lane) {
        var plain = Judged.plan("SELECT community, COUNT(*) AS n FROM elders GROUP BY community", lane);
        var odd = Judged.plan(
                "-- 注释; DROP TABLE elders\nsElEcT/**/\"community\",/* ' */COUNT ( * )\tAS n FROM ELDERS GROUP BY Community ; -- end",
                lane);
        assertThat(odd.sql()).isEqualTo(plain.sql());
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void text_beyond_the_limits_is_refused_and_nothing_is_thrown(Lane lane) {
        assertThat(Judged.rule("", lane)).isEqualTo("text.empty");
        assertThat(Judged.rule("SELECT " + "1+".repeat(1900) + "1 FROM elders", lane))
                .isNotNull();
        assertThat(Judged.rule("SELECT " + "x".repeat(30_000), lane)).isEqualTo("text.too-long");
        assertThat(Judged.rule("SELECT " + "1,".repeat(3000) + "1 FROM elders", lane))
                .isEqualTo("text.too-long");
        assertThat(Judged.rule("SELECT " + "(".repeat(60) + "1" + ")".repeat(60) + " FROM elders", lane))
                .isEqualTo("text.too-deep");
        assertThat(Judged.rule("SELECT " + "NOT ".repeat(3000) + "TRUE FROM elders", lane))
                .isNotNull();
        assertThat(Judged.rule("SELECT 'open FROM elders", lane)).isEqualTo("text.unclosed");
        assertThat(Judged.rule("SELECT 1 /* open", lane)).isEqualTo("text.unclosed");
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void a_few_lines_that_double_themselves_are_refused_before_they_are_a_million_tables(Lane lane) {
        var sql = new StringBuilder("WITH a0 AS (SELECT community FROM elders)");
        for (var i = 1; i < 30; i++) {
            sql.append(", a%d AS (SELECT x.community FROM a%d x JOIN a%d y ON x.community = y.community)"
                    .formatted(i, i - 1, i - 1));
        }
        assertThat(Judged.rule(sql + " SELECT COUNT(*) FROM a29", lane)).isEqualTo("text.too-many-tables");
        var wide = "SELECT COUNT(*) FROM elders" + " JOIN companies c ON TRUE".repeat(40);
        assertThat(Judged.rule(wide, lane)).isEqualTo("text.too-many-tables");
        var hidden = "SELECT 1 FROM elders WHERE " + "EXISTS (SELECT 1 FROM companies) AND ".repeat(40) + "TRUE";
        assertThat(Judged.rule(hidden, lane)).isEqualTo("text.too-many-tables");
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void operators_that_are_spelled_out_several_times_over_do_not_explode(Lane lane) {
        for (var twice : List.of(
                "COALESCE(%s, 1)",
                "NULLIF(%s, 1)", "IFNULL(%s, 1)", "CASE %s WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE 5 END")) {
            var expression = "age";
            for (var i = 0; i < 30; i++) {
                expression = twice.formatted(expression);
            }
            var sql = "SELECT COUNT(*) FROM elders WHERE " + expression + " > 1";
            assertThat(Judged.GUARD.judge(sql, Story.grant(), lane)).as(twice).isInstanceOf(Verdict.Refused.class);
        }
        var between = "age BETWEEN 1 AND 2";
        for (var i = 0; i < 30; i++) {
            between = "(CASE WHEN " + between + " THEN 1 ELSE 2 END) BETWEEN 1 AND 2";
        }
        assertThat(Judged.rule("SELECT COUNT(*) FROM elders WHERE " + between, lane))
                .isEqualTo("text.too-deep");
    }

    @Test
    void long_lists_and_deep_queries_are_read() {
        var list =
                "SELECT community, COUNT(*) FROM elders WHERE age IN (" + "1,".repeat(1500) + "2) GROUP BY community";
        assertThat(Judged.plan(list, Lane.REVIEWED).outputs()).hasSize(3);
        var deep = "SELECT community, COUNT(*) FROM " + "(SELECT * FROM ".repeat(25) + "elders" + " t)".repeat(25)
                + " t GROUP BY community";
        assertThat(Judged.plan(deep, Lane.REVIEWED).outputs()).hasSize(3);
        assertThat(Judged.plan(deep, Lane.INSTANT).outputs()).hasSize(2);
    }

    @Test
    void a_text_of_many_brackets_is_read_in_time() {
        var deep = "SELECT " + "(".repeat(38) + "age" + ")".repeat(38) + " FROM elders";
        assertThat(Judged.plan(deep, Lane.SYNTHETIC).outputs()).hasSize(1);
    }

    @Test
    void every_refusal_has_a_place_and_a_sentence_in_both_languages() {
        var finding = Judged.finding("SELECT community,\n  comunity2 FROM elders", Lane.REVIEWED);
        assertThat(finding.rule()).isEqualTo("column.not-granted");
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.column()).isEqualTo(3);
        assertThat(finding.endColumn()).isEqualTo(11);
        assertThat(FindingText.of(finding, Locale.CHINESE))
                .contains("comunity2")
                .contains("community");
        assertThat(FindingText.of(finding, Locale.ENGLISH)).contains("Perhaps \"community\"?");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_its_sentence(Rule rule) {
        var finding = new Finding(rule.code(), rule.article(), 1, 1, 1, 1, java.util.Map.of());
        assertThat(FindingText.of(finding, Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        assertThat(FindingText.of(finding, Locale.UK)).isNotBlank();
    }

    @Test
    void an_instant_answer_may_compute_because_noise_covers_what_is_bounded() {
        var plan = Judged.plan(
                "SELECT community, SUM(CASE WHEN age = 101 THEN allowance * age ELSE 0 END) FROM elders GROUP BY community",
                Lane.INSTANT);
        assertThat(plan.dp()).isNotNull();
        assertThat(plan.dp().noises().getFirst().sensitivity()).isEqualTo(110 * 100_000L);
    }
}
