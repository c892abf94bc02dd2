package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an honest analyst writes every day, beside the engine's own answer; and where it is refused, what to write
/// instead.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EverydayTest {

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
    void what_a_question_does_not_need_is_not_read() {
        var sql =
                "SELECT road, COUNT(*) AS n FROM (SELECT * FROM traffic_counts WHERE vehicles > 10) AS x GROUP BY road";

        var plan = Judged.plan(sql, Lane.REVIEWED);

        assertThat(plan.sql()).contains("\"road\"", "\"vehicles\"").doesNotContain("\"street\"", "\"counted_at\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT street, COUNT(*) AS n FROM traffic_counts WHERE road NOT LIKE '%1' AND road NOT ILIKE 'x_%' ESCAPE 'x' GROUP BY street ORDER BY street",
                "WITH busy AS (SELECT road, SUM(vehicles) AS n FROM traffic_counts GROUP BY road) SELECT road, n FROM busy WHERE n > (SELECT AVG(n) FROM busy) ORDER BY road",
                "WITH a AS (SELECT street, SUM(vehicles) AS n FROM traffic_counts GROUP BY street), b AS (SELECT street, MAX(pm25) AS p FROM air_stations GROUP BY street) SELECT a.street, n, p FROM a FULL JOIN b ON a.street = b.street ORDER BY a.street",
                "SELECT street, SUM(vehicles) AS n, SUM(SUM(vehicles)) OVER () AS whole, RANK() OVER (ORDER BY SUM(vehicles) DESC) AS place FROM traffic_counts GROUP BY street ORDER BY street",
                "SELECT road, EXTRACT(HOUR FROM counted_at) AS h, SUM(vehicles) AS n, LAG(SUM(vehicles)) OVER (PARTITION BY road ORDER BY EXTRACT(HOUR FROM counted_at)) AS before FROM traffic_counts GROUP BY road, EXTRACT(HOUR FROM counted_at) ORDER BY road, h",
                "SELECT road, AVG(SUM(vehicles)) OVER (ORDER BY road ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS smooth FROM traffic_counts GROUP BY road ORDER BY road",
                "SELECT road, ROW_NUMBER() OVER w AS place, NTILE(2) OVER w AS half FROM traffic_counts GROUP BY road WINDOW w AS (ORDER BY road) ORDER BY road",
                "SELECT street, road, SUM(vehicles) AS n FROM traffic_counts GROUP BY street, road QUALIFY ROW_NUMBER() OVER (PARTITION BY street ORDER BY SUM(vehicles) DESC) = 1 ORDER BY street",
                "SELECT street, road, SUM(vehicles) AS n FROM traffic_counts GROUP BY ROLLUP (street, road) ORDER BY street, road",
                "SELECT street, EXTRACT(HOUR FROM counted_at) AS h, COUNT(*) AS n FROM traffic_counts GROUP BY CUBE (street, EXTRACT(HOUR FROM counted_at)) ORDER BY street, h",
                "SELECT CASE WHEN vehicles < 100 THEN '少' WHEN vehicles < 300 THEN '中' ELSE '多' END AS 级别, COUNT(*) AS 次数 FROM traffic_counts GROUP BY 1 ORDER BY 1",
                "SELECT street, MEDIAN(vehicles) AS m, QUANTILE_CONT(vehicles, 0.9) AS q, PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY vehicles) AS p FROM traffic_counts GROUP BY street ORDER BY street",
                "SELECT street, STDDEV(vehicles) AS s, VAR_POP(vehicles) AS v, STDDEV_POP(vehicles) AS t FROM traffic_counts GROUP BY street ORDER BY street",
                "SELECT street, MAX(road) AS roads, MODE(berths) AS m, COUNT(DISTINCT road) AS n FROM traffic_counts GROUP BY street ORDER BY street",
                "SELECT street, BOOL_AND(vehicles > 100) AS a, BOOL_OR(vehicles > 400) AS o, MIN(counted_at) AS first FROM traffic_counts GROUP BY street ORDER BY street",
                "SELECT date_trunc('day', counted_at) AS d, COUNT(*) AS n FROM traffic_counts GROUP BY 1 ORDER BY 1",
                "SELECT date_part('hour', counted_at) AS h, EXTRACT(DOW FROM counted_at) AS w, COUNT(*) AS n FROM traffic_counts GROUP BY 1, 2 ORDER BY 1, 2",
                "SELECT date_diff('hour', TIMESTAMP '2026-06-01 00:00:00', counted_at) AS h, COUNT(*) AS n FROM traffic_counts GROUP BY 1 ORDER BY 1",
                "SELECT strftime(counted_at, '%Y-%m-%d') AS d, COUNT(*) AS n FROM traffic_counts WHERE counted_at < TIMESTAMP '2026-06-01 00:00:00' + INTERVAL '5' HOUR GROUP BY 1 ORDER BY 1",
                "SELECT YEAR(counted_at) AS y, MONTH(counted_at) AS m, QUARTER(counted_at) AS q, COUNT(*) AS n FROM traffic_counts GROUP BY 1, 2, 3",
                "SELECT last_day(DATE '2026-02-03') AS e, make_date(2026, 3, 1) AS m, COUNT(*) AS n FROM traffic_counts",
                "SELECT UPPER(SUBSTRING(road, 1, 1)) || '-' || RIGHT(road, 1) AS k, REPLACE(street, '街道', 'S') AS s, COUNT(*) AS n FROM traffic_counts GROUP BY 1, 2 ORDER BY 1, 2",
                "SELECT CONCAT(street, '/', road) AS k, SPLIT_PART(CONCAT(street, '/', road), '/', 2) AS r, LENGTH(TRIM(road)) AS l, COUNT(*) AS n FROM traffic_counts GROUP BY 1, 2, 3 ORDER BY 1",
                "SELECT regexp_extract(road, '[0-9]+') AS no, COUNT(*) AS n FROM traffic_counts WHERE regexp_matches(road, '^路[0-3]') AND starts_with(road, '路') AND contains(street, '街') GROUP BY 1 ORDER BY 1",
                "SELECT COALESCE(NULLIF(EXTRACT(HOUR FROM counted_at), 0), -1) AS b, COUNT(*) AS n FROM traffic_counts GROUP BY 1 ORDER BY 1",
                "SELECT GREATEST(EXTRACT(HOUR FROM counted_at), 10) AS b, SIGN(EXTRACT(HOUR FROM counted_at) - 3) AS s, COUNT(*) FILTER (WHERE vehicles > 100) AS n FROM traffic_counts GROUP BY 1, 2 ORDER BY 1, 2",
                "SELECT road, COUNT(*) AS n FROM traffic_counts t WHERE EXISTS (SELECT 1 FROM air_stations a WHERE a.street = t.street AND a.pm25 > 70) AND road NOT IN (SELECT road FROM traffic_counts WHERE vehicles > 500) GROUP BY road ORDER BY road",
                "SELECT t.road, SUM(t.vehicles) AS n FROM traffic_counts t WHERE t.vehicles > (SELECT AVG(u.vehicles) FROM traffic_counts u WHERE u.street = t.street) GROUP BY t.road ORDER BY t.road",
                "SELECT (SELECT MAX(pm25) FROM air_stations) AS worst, COUNT(*) AS n FROM traffic_counts",
                "SELECT street, SUM(vehicles) AS n FROM traffic_counts GROUP BY street UNION ALL SELECT street, SUM(pm25) FROM air_stations GROUP BY street ORDER BY street, n",
                "SELECT street FROM traffic_counts GROUP BY street INTERSECT SELECT street FROM air_stations GROUP BY street ORDER BY street",
                "SELECT DISTINCT street, road FROM traffic_counts WHERE road LIKE '路%' AND street ILIKE '街道_' ORDER BY street, road",
                "SELECT TRY_CAST(RIGHT(road, 1) AS INTEGER) AS no, ROUND(AVG(vehicles), 1) AS n FROM traffic_counts GROUP BY 1 ORDER BY 1",
                "SELECT COUNT(*) AS n FROM (SELECT road, SUM(vehicles) AS v FROM traffic_counts GROUP BY road) AS x",
                "SELECT COUNT(*) AS one FROM (SELECT SUM(vehicles) AS v, COUNT(*) AS n FROM traffic_counts) AS x",
                "SELECT COUNT(*) AS n FROM (SELECT street, road FROM traffic_counts UNION SELECT street, street FROM air_stations) AS x",
                "SELECT COUNT(*) AS n FROM (SELECT DISTINCT street, road FROM traffic_counts) AS x",
                "SELECT COUNT(*) AS n FROM (SELECT road, vehicles FROM traffic_counts ORDER BY vehicles LIMIT 5) AS x",
                "SELECT COUNT(*) AS n FROM traffic_counts t WHERE EXISTS (SELECT SUM(a.pm25) FROM air_stations a WHERE a.street = 'none')",
                "SELECT COUNT(*) AS n FROM traffic_counts t WHERE NOT EXISTS (SELECT a.pm25 FROM air_stations a WHERE a.street = t.street UNION ALL SELECT 1 FROM air_stations WHERE pm25 < 0)",
                "SELECT COUNT(*) AS n FROM traffic_counts t CROSS JOIN (SELECT MAX(pm25) AS p FROM air_stations) AS a",
                "SELECT x.place, COUNT(*) AS n FROM (SELECT road, RANK() OVER (ORDER BY SUM(vehicles)) AS place, SUM(vehicles) AS v FROM traffic_counts GROUP BY road) AS x GROUP BY x.place ORDER BY 1",
                "SELECT a.road, b.road AS 另一条, COUNT(*) AS 次数 FROM traffic_counts a RIGHT JOIN traffic_counts b ON a.street = b.street AND a.counted_at = b.counted_at AND a.road < b.road GROUP BY a.road, b.road ORDER BY 1, 2",
            })
    void a_question_on_data_without_subjects_is_answered_as_by_the_engine(String sql) throws SQLException {
        var plan = Judged.plan(sql, Lane.REVIEWED);
        var answer = ReviewedAnswer.of(plan, story.rows(plan));
        assertThat(plain(answer.rows())).as(plan.sql()).isEqualTo(plain(story.rows(sql)));
        assertThat(answer.rows()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH s AS (SELECT street, COUNT(*) AS n, AVG(age) AS a FROM elders GROUP BY street) SELECT street, n, ROUND(a, 1) AS a FROM s WHERE n > 10 ORDER BY street",
                "SELECT street, COUNT(*) AS n, SUM(COUNT(*)) OVER () AS whole, COUNT(*) * 100.0 / SUM(COUNT(*)) OVER () AS share FROM elders GROUP BY street ORDER BY street",
                "SELECT street, age_band, COUNT(*) AS n, RANK() OVER (PARTITION BY street ORDER BY COUNT(*) DESC) AS place FROM elders GROUP BY street, age_band ORDER BY street, age_band",
                "SELECT use_date, SUM(litres) AS l, SUM(litres) - LAG(SUM(litres)) OVER (ORDER BY use_date) AS more, AVG(SUM(litres)) OVER (ORDER BY use_date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week FROM water_daily GROUP BY use_date ORDER BY use_date",
                "SELECT street, STDDEV(age) AS s, VAR_SAMP(age) AS v, AVG(age) AS a FROM elders GROUP BY street ORDER BY street",
                "SELECT CASE WHEN age < 70 THEN '60-69' WHEN age < 80 THEN '70-79' ELSE '80+' END AS 年龄段, COUNT(*) AS 人数, AVG(allowance) AS 平均津贴 FROM elders GROUP BY 1 ORDER BY 1",
                "SELECT CAST(date_trunc('week', use_date) AS DATE) AS w, date_part('month', use_date) AS m, SUM(litres) AS l FROM water_daily GROUP BY 1, 2 ORDER BY 1",
                "SELECT date_diff('day', DATE '2026-06-01', use_date) AS d, COUNT(DISTINCT household_no) AS n FROM water_daily GROUP BY 1 ORDER BY 1",
                "SELECT COUNT(DISTINCT CASE WHEN litres > 300 THEN household_no END) AS n, COUNT(DISTINCT household_no) AS m FROM water_daily",
                "WITH h AS (SELECT household_no, MEDIAN(litres) AS m, MAX(litres) AS most FROM water_daily GROUP BY household_no) SELECT COUNT(*) AS n, AVG(m) AS m, AVG(most) AS most FROM h",
                "WITH g AS (SELECT street, living, COUNT(*) AS n FROM elders GROUP BY street, living) SELECT street, living, SUM(n) AS n FROM g GROUP BY ROLLUP (street, living) ORDER BY street, living",
                "SELECT e.street, COUNT(*) AS n, a.p FROM elders e JOIN (SELECT street, 1 AS p FROM air_stations GROUP BY street) a ON a.street = e.street GROUP BY e.street, a.p HAVING COUNT(*) > 3 ORDER BY e.street",
                "SELECT s.street, s.n, a.pm FROM (SELECT street, COUNT(*) AS n FROM elders GROUP BY street) s JOIN (SELECT street, AVG(pm25) AS pm FROM air_stations GROUP BY street) a ON a.street = s.street ORDER BY s.street",
                "SELECT 街道, COUNT(DISTINCT 统一社会信用代码) AS 企业数, ROUND(SUM(月租金) / SUM(面积), 2) AS 单价 FROM leases WHERE 到期日 BETWEEN DATE '2026-01-01' AND DATE '2027-12-31' GROUP BY 街道 ORDER BY 街道",
                "SELECT c.industry, COUNT(*) AS n FROM companies c WHERE c.credit_code IN (SELECT credit_code FROM social_insurance WHERE arrears_months > 0) AND c.industry <> '独行' GROUP BY c.industry ORDER BY c.industry",
                "SELECT street, n FROM (SELECT street, COUNT(*) AS n, ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC, street) AS place FROM elders GROUP BY street) t WHERE place <= 2 ORDER BY street",
            })
    void a_question_on_data_with_subjects_is_answered_as_by_the_engine_where_no_group_is_small(String sql)
            throws SQLException {
        var plan = Judged.plan(sql, Lane.REVIEWED);
        var answer = ReviewedAnswer.of(plan, story.rows(plan));
        assertThat(answer.suppressed()).isZero();
        assertThat(plain(answer.rows())).as(plan.sql()).isEqualTo(plain(story.rows(sql)));
        assertThat(answer.rows()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT street, COUNT(*) FROM elders GROUP BY ROLLUP (street)|aggregate.levels|21|1:46|GROUP BY ROLLUP",
                "SELECT street, MEDIAN(age) FROM elders GROUP BY street|aggregate.one-value|4|1:16|AVG",
                "SELECT street, QUANTILE_CONT(age, 0.5) FROM elders GROUP BY street|aggregate.one-value|4|1:16|AVG",
                "SELECT age, ROW_NUMBER() OVER (ORDER BY age) FROM elders|window.not-here|4|1:13|SUM(COUNT(*)) OVER",
                "SELECT street, STDDEV(age + allowance) FROM elders GROUP BY street|aggregate.computed|20|1:23|STDDEV(x)",
                "SELECT e.street, SUM(a.pm25) FROM elders e JOIN air_stations a ON a.street = e.street GROUP BY e.street|aggregate.weights|20|1:22|GROUP BY",
                "SELECT road, vehicles FROM traffic_counts|aggregate.only|4|1:1|GROUP BY",
                "SELECT street, COUNT(*) FROM elders GROUP BY street UNION SELECT street, COUNT(*) FROM elders GROUP BY street|union.not-here|20|1:1|",
                "SELECT street FROM elders LIMIT 3|limit.not-here|20|1:33|",
            })
    void a_refusal_says_where_by_which_rule_and_article_and_what_to_write_instead(
            String sql, String rule, String article, String place, String nearest) {
        var finding = Judged.finding(sql, Lane.REVIEWED);
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.article()).isEqualTo(article);
        assertThat(finding.line() + ":" + finding.column()).isEqualTo(place);
        if (nearest != null) {
            assertThat(finding.parameters().get("nearest")).contains(nearest);
            for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(FindingText.of(finding, locale)).contains(nearest);
            }
        }
    }

    /// Rows as texts, numbers without the digits in which two ways of adding differ.
    private static String plain(List<? extends List<?>> rows) {
        var text = new StringBuilder();
        for (var row : rows) {
            for (var value : row) {
                text.append(
                                value instanceof Number number
                                        ? new BigDecimal(number.toString())
                                                .round(new MathContext(10))
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        : value)
                        .append('|');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
