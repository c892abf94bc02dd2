package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryQuestionsTest {

    static final List<String> REVIEWED = Story.REVIEWED;
    static final List<String> INSTANT = Story.INSTANT;

    private static Story story;

    @BeforeAll
    static void open() throws SQLException {
        story = new Story();
    }

    @AfterAll
    static void close() throws SQLException {
        story.close();
    }

    @ParameterizedTest
    @FieldSource("REVIEWED")
    void an_exact_answer_is_the_engine_s_own_without_the_small_groups(String sql) throws SQLException {
        var plan = Judged.plan(sql, Lane.REVIEWED);
        var answer = ReviewedAnswer.of(plan, story.rows(plan));
        var own = story.rows(sql);
        assertThat(answer.rows()).isNotEmpty();
        assertThat(answer.rows().size() + answer.suppressed()).isEqualTo(own.size());
        var expected = new HashSet<String>();
        own.forEach(row -> expected.add(plain(row)));
        assertThat(answer.rows()).allSatisfy(row -> assertThat(expected).contains(plain(row)));
        assertThat(answer.subjects()).allSatisfy(behind -> assertThat(behind).isGreaterThanOrEqualTo(5));
    }

    @ParameterizedTest
    @FieldSource("REVIEWED")
    void the_same_question_on_synthetic_rows_means_what_the_engine_means(String sql) throws SQLException {
        var plan = Judged.plan(sql, Lane.SYNTHETIC);
        var rows = story.rows(plan).stream().map(StoryQuestionsTest::plain).toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        story.rows(sql).stream().map(StoryQuestionsTest::plain).toList());
    }

    @ParameterizedTest
    @FieldSource("INSTANT")
    void a_noisy_answer_is_near_the_engine_s_own(String sql) throws SQLException {
        var plan = Judged.plan(sql, Lane.INSTANT);
        var exact = story.rows(plan);
        var own = story.rows(sql);
        assertThat(exact).hasSameSizeAs(own);
        var measured = new HashSet<String>();
        own.forEach(row ->
                measured.add(row.getFirst() + "=" + new BigDecimal(row.get(1).toString()).stripTrailingZeros()));
        assertThat(exact)
                .allSatisfy(row -> assertThat(measured)
                        .contains(
                                row.getFirst() + "=" + new BigDecimal(row.get(1).toString()).stripTrailingZeros()));
        var answer = InstantAnswer.of(plan, exact, new Epsilon(10_000), RandomBits.repeatable(new Random(7)));
        assertThat(answer.columns()).noneMatch(Output::hidden);
        assertThat(answer.rows().size()).isLessThan(own.size() + 1);
    }

    @Test
    void a_lonely_village_shows_in_no_lane() throws SQLException {
        var reviewed = Judged.plan("SELECT community, COUNT(*) FROM elders GROUP BY community", Lane.REVIEWED);
        var exact = ReviewedAnswer.of(reviewed, story.rows(reviewed));
        assertThat(exact.rows()).hasSize(4).noneMatch(row -> "孤村".equals(row.getFirst()));
        assertThat(exact.suppressed()).isEqualTo(1);
        var instant = Judged.plan("SELECT community, COUNT(*) FROM elders GROUP BY community", Lane.INSTANT);
        for (var seed = 0; seed < 50; seed++) {
            var noisy = InstantAnswer.of(
                    instant, story.rows(instant), new Epsilon(1000), RandomBits.repeatable(new Random(seed)));
            assertThat(noisy.rows())
                    .as("seed %d", seed)
                    .noneMatch(row -> "孤村".equals(row.getFirst()))
                    .hasSize(4);
        }
    }

    @Test
    void the_error_bar_holds_the_exact_number_in_95_of_100_answers() throws SQLException {
        var plan = Judged.plan(
                "SELECT use_date, SUM(litres), COUNT(DISTINCT household_no), AVG(litres) FROM water_daily GROUP BY use_date",
                Lane.INSTANT);
        var rows = story.rows(plan);
        var inside = 0;
        var all = 0;
        for (var seed = 0; seed < 60; seed++) {
            var answer = InstantAnswer.of(plan, rows, new Epsilon(8000), RandomBits.repeatable(new Random(seed)));
            for (var i = 0; i < answer.rows().size(); i++) {
                var key = answer.rows().get(i).getFirst();
                var exact = rows.stream()
                        .filter(row -> key.equals(row.getFirst()))
                        .findFirst()
                        .orElseThrow();
                var noisy = (BigInteger) answer.rows().get(i).get(1);
                var bar = (BigDecimal) answer.errorBars().get(i).get(1);
                var distance = noisy.subtract((BigInteger) exact.get(1)).abs();
                inside += new BigDecimal(distance).compareTo(bar) <= 0 ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isGreaterThan(500);
        assertThat((double) inside / all).isCloseTo(0.95, within(0.03));
    }

    @Test
    void a_noisy_answer_is_sorted_and_cut_by_its_noisy_numbers() throws SQLException {
        var plan = Judged.plan(
                "SELECT community, COUNT(*) AS n, AVG(age) AS mean FROM elders GROUP BY community ORDER BY n DESC LIMIT 2",
                Lane.INSTANT);
        var answer = InstantAnswer.of(plan, story.rows(plan), new Epsilon(3000), RandomBits.repeatable(new Random(3)));
        assertThat(answer.rows()).hasSize(2);
        assertThat((BigInteger) answer.rows().get(0).get(1))
                .isGreaterThanOrEqualTo((BigInteger) answer.rows().get(1).get(1));
        assertThat(answer.columns()).extracting(Output::name).containsExactly("community", "n", "mean");
        assertThat((BigDecimal) answer.rows().get(0).get(2)).isBetween(new BigDecimal(60), new BigDecimal(110));
    }

    private static String plain(List<?> row) {
        var text = new StringBuilder();
        for (var value : row) {
            text.append(
                            value instanceof Number number
                                    ? new BigDecimal(number.toString())
                                            .round(new java.math.MathContext(12))
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    : value)
                    .append('|');
        }
        return text.toString();
    }
}
