package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;
import org.mingqu.privacy.accounting.Mechanism;

/// What instant answers of all kinds are like: how near, how their numbers fit together, which bounds they have.
@DisplayName("Instant answers say how far from the truth they may be (art. 20)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstantStatisticsTest {

    private static final Epsilon ONE = new Epsilon(1000);

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
    @EnumSource(Mechanism.class)
    void every_error_bar_holds_the_exact_number_in_at_least_95_of_100_answers(Mechanism mechanism) throws SQLException {
        var plan = Judged.plan(
                "SELECT COUNT(*), SUM(litres), AVG(litres), STDDEV_POP(litres), VAR_SAMP(litres), MEDIAN(litres), QUANTILE_CONT(litres, 0.9) FROM water_daily",
                Story.measured(),
                Lane.INSTANT);
        var exact = story.rows(
                        "SELECT count(*), sum(litres), avg(litres), stddev_pop(litres), var_samp(litres), quantile_disc(litres, 0.5), quantile_disc(litres, 0.9) FROM water_daily WHERE household_no IS NOT NULL")
                .getFirst();
        var rows = story.rows(plan);
        var inside = new int[exact.size()];
        var answers = 400;
        for (var seed = 0; seed < answers; seed++) {
            var answer = InstantAnswer.draw(
                            plan, rows, new Epsilon(7000), mechanism, RandomBits.repeatable(new Random(seed)))
                    .adjusted();
            for (var i = 0; i < inside.length; i++) {
                var noisy = new BigDecimal(answer.rows().getFirst().get(i).toString());
                var bar = (BigDecimal) answer.errorBars().getFirst().get(i);
                var far =
                        noisy.subtract(new BigDecimal(exact.get(i).toString())).abs();
                inside[i] += far.compareTo(bar) <= 0 ? 1 : 0;
            }
        }
        for (var i = 0; i < inside.length; i++) {
            assertThat(inside[i] / (double) answers)
                    .as("%s, column %d", mechanism, i)
                    .isGreaterThan(0.93);
        }
        assertThat(inside[0] / (double) answers)
                .as("a count's bar is no wider than that")
                .isLessThan(0.975);
    }

    @Test
    void totals_are_the_sums_of_their_groups_and_nearer_to_the_truth_than_without() throws SQLException {
        var sql =
                "SELECT community, half, GROUPING(community, half) AS g, COUNT(*) AS n, SUM(litres) AS s, AVG(litres) AS a FROM "
                        + "(SELECT community, litres, CASE WHEN use_date < DATE '2026-06-16' THEN '上' ELSE '下' END AS half FROM water_daily) t GROUP BY CUBE (community, half)";
        var plan = Judged.plan(sql, Story.measured(), Lane.INSTANT);
        var rows = story.rows(plan);
        var drawnError = 0.0;
        var adjustedError = 0.0;
        for (var seed = 0; seed < 20; seed++) {
            var answer = InstantAnswer.draw(
                    plan, rows, new Epsilon(10_000), Mechanism.LAPLACE, RandomBits.repeatable(new Random(seed)));
            var adjusted = answer.adjusted();
            var groups = adjusted.rows().stream()
                    .filter(row -> row.get(2).equals(0L))
                    .toList();
            assertThat(groups).isNotEmpty();
            assertThat(adjusted.rows()).extracting(row -> row.get(2)).contains(0L, 1L, 2L, 3L);
            for (var row : adjusted.rows()) {
                assertThat((BigInteger) row.get(3)).isGreaterThanOrEqualTo(BigInteger.ZERO);
                for (var column : List.of(3, 4)) {
                    assertThat(row.get(column)).as("seed %d", seed).isEqualTo(sum(groups, row, column));
                }
            }
            var exact = exact(rows, groups);
            drawnError += error(answer.asDrawn(), exact);
            adjustedError += error(adjusted, exact);
        }
        assertThat(adjustedError).isLessThan(drawnError);
    }

    private static BigInteger sum(List<List<@Nullable Object>> groups, List<@Nullable Object> total, int column) {
        return groups.stream()
                .filter(group -> (total.get(0) == null || total.get(0).equals(group.get(0)))
                        && (total.get(1) == null || total.get(1).equals(group.get(1))))
                .map(group -> (BigInteger) group.get(column))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger exact(List<List<@Nullable Object>> rows, List<List<@Nullable Object>> shown) {
        var keys = shown.stream().map(row -> row.subList(0, 2)).toList();
        return rows.stream()
                .filter(row -> keys.contains(row.subList(0, 2)))
                .map(row -> new BigInteger(row.get(3).toString()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static double error(NoisyAnswer answer, BigInteger exact) {
        var whole = answer.rows().stream()
                .filter(row -> row.get(2).equals(3L))
                .findFirst()
                .orElseThrow();
        return Math.pow(((BigInteger) whole.get(3)).subtract(exact).doubleValue(), 2);
    }

    @Test
    void a_count_as_drawn_may_be_negative_and_adjusted_is_not() throws SQLException {
        var plan = Judged.plan("SELECT COUNT(*) FROM water_daily WHERE litres = 77777", Lane.INSTANT);
        var rows = story.rows(plan);
        var least = BigInteger.ZERO;
        for (var seed = 0; seed < 20; seed++) {
            var answer =
                    InstantAnswer.draw(plan, rows, ONE, Mechanism.LAPLACE, RandomBits.repeatable(new Random(seed)));
            least = least.min((BigInteger) answer.asDrawn().rows().getFirst().getFirst());
            assertThat((BigInteger) answer.adjusted().rows().getFirst().getFirst())
                    .isGreaterThanOrEqualTo(BigInteger.ZERO);
        }
        assertThat(least).isNegative();
    }

    @Test
    void bounds_that_nobody_declared_are_found_and_said() throws SQLException {
        var found = settled("SELECT AVG(SQRT(litres)) AS a, SUM(litres) AS s FROM water_daily", 10_000);
        assertThat(found.dp().bounds().get(1).origin()).isEqualTo(DpPlan.Bounds.Origin.FOUND);
        assertThat(found.dp().bounds().getFirst().origin()).isEqualTo(DpPlan.Bounds.Origin.DECLARED);
        assertThat(found.dp().bounds().get(1).high())
                .isBetween(new BigDecimal(16), new BigDecimal(82)); // the greatest root is that of 2,000 litres
        var answer =
                InstantAnswer.of(found, story.rows(found), new Epsilon(10_000), RandomBits.repeatable(new Random(1)));
        var exact = (Number) story.rows("SELECT avg(sqrt(litres)) FROM water_daily WHERE household_no IS NOT NULL")
                .getFirst()
                .getFirst();
        assertThat(((BigDecimal) answer.rows().getFirst().getFirst()).doubleValue())
                .isCloseTo(exact.doubleValue(), within(3.0));
        var lost = settled("SELECT AVG(SQRT(litres)) AS a, COUNT(*) AS n FROM water_daily", 1);
        assertThat(lost.dp().bounds().getFirst().origin()).isEqualTo(DpPlan.Bounds.Origin.NOT_FOUND);
        var nothing = InstantAnswer.of(lost, story.rows(lost), new Epsilon(1), RandomBits.repeatable(new Random(1)));
        assertThat(nothing.rows().getFirst().getFirst()).isNull();
        assertThat(nothing.rows().getFirst().get(1)).isNotNull();
    }

    private static Plan settled(String sql, long milli) throws SQLException {
        var plan = Judged.plan(sql, Lane.INSTANT);
        var search = plan.dp().search();
        return search.settle(
                plan,
                story.rows(search.sql()),
                new Epsilon(milli),
                Mechanism.LAPLACE,
                RandomBits.repeatable(new Random(3)));
    }

    @Test
    void the_question_may_declare_bounds_itself() {
        var plan = Judged.plan("SELECT SUM(LEAST(GREATEST(SQRT(litres), 0), 50)) FROM water_daily", Lane.INSTANT);
        assertThat(plan.dp().search()).isNull();
        assertThat(plan.dp().bounds().getFirst().high()).isEqualByComparingTo("50");
        var half = Judged.plan("SELECT SUM(GREATEST(SQRT(litres), 0)) FROM water_daily", Lane.INSTANT);
        assertThat(half.dp().search()).isNotNull();
    }

    @Test
    void an_answer_of_many_numbers_costs_less_with_gaussian_noise_and_one_of_few_more() {
        var few = Judged.plan("SELECT COUNT(*) FROM water_daily", Lane.INSTANT);
        var many = Judged.plan(
                "SELECT "
                        + String.join(", ", numbers(litres -> "COUNT(*) FILTER (WHERE litres > " + litres + ")"))
                        + " FROM water_daily",
                Lane.INSTANT);
        assertThat(alone(few, Mechanism.LAPLACE)).isLessThan(alone(few, Mechanism.GAUSSIAN));
        assertThat(alone(many, Mechanism.GAUSSIAN)).isLessThan(alone(many, Mechanism.LAPLACE));
    }

    private static List<String> numbers(Function<Integer, String> printed) {
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 40; i++) {
            numbers.add(printed.apply(i * 10));
        }
        return numbers;
    }

    private static long alone(Plan plan, Mechanism mechanism) {
        return org.mingqu.privacy.accounting.Account.EMPTY
                .plus(mechanism.loss(ONE, plan.dp().shares(), plan.dp().chance()))
                .epsilonMilli(1_000_000);
    }
}
