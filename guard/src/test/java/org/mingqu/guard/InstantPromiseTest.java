package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;
import org.mingqu.privacy.accounting.Loss;
import org.mingqu.privacy.accounting.Mechanism;

/// The promise of the instant lane, measured through the guard's public face: from the text, by the engine and the
/// noise, to what leaves. Each measure is also taken with the noise halved, or with a bound skipped, and must then
/// notice it.
@DisplayName("An instant answer tells about one subject no more than it costs (art. 20)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstantPromiseTest {

    private static final int ANSWERS = 20_000;
    private static final Epsilon ONE = new Epsilon(1000);
    private static final Epsilon TWO = new Epsilon(2000);

    /// How much more than the promise a measure may show by chance.
    private static final double SLACK = 1.2;

    private static final String COUNT = "SELECT COUNT(*) FROM water_daily WHERE reading = '正常'";
    private static final String SUM = "SELECT SUM(litres) FROM water_daily";

    private static Story story;

    @BeforeAll
    static void open() throws SQLException {
        story = new Story();
        // a household at the bounds of everything: as many rows as may count, each of the greatest value
        story.execute(
                "INSERT INTO water_daily SELECT 'HMOST', 'M', '社区1', DATE '2026-06-01' + CAST(i AS INTEGER), 2000, '正常' FROM range(30) t(i)");
    }

    @AfterAll
    static void close() throws SQLException {
        story.close();
    }

    @Test
    void one_household_makes_no_count_and_no_sum_likelier_than_the_price_allows() throws SQLException {
        assertThat(loss(COUNT, UnaryOperator.identity(), ONE, 20)).isLessThan(SLACK);
        assertThat(loss(SUM, UnaryOperator.identity(), ONE, 40_000)).isLessThan(SLACK);
    }

    @Test
    void noise_that_is_halved_is_noticed() throws SQLException {
        assertThat(loss(COUNT, UnaryOperator.identity(), TWO, 20)).isGreaterThan(1.5);
        assertThat(loss(SUM, UnaryOperator.identity(), TWO, 40_000)).isGreaterThan(1.5);
    }

    @Test
    void a_bound_that_is_skipped_is_noticed() throws SQLException {
        story.execute("BEGIN");
        try {
            story.execute("UPDATE water_daily SET litres = 6000 WHERE household_no = 'HMOST'");
            assertThat(loss(SUM, UnaryOperator.identity(), ONE, 40_000))
                    .as("values far out are clamped")
                    .isLessThan(SLACK);
            UnaryOperator<String> unclamped = sql ->
                    sql.replace("least(2000, ", "least(1000000, ").replace("least(60000, ", "least(1000000000, ");
            assertThat(loss(SUM, unclamped, ONE, 40_000)).isGreaterThan(1.5);
            story.execute(
                    "INSERT INTO water_daily SELECT 'HMOST', 'M', '社区1', DATE '2026-06-01', 100, '正常' FROM range(60)");
            assertThat(loss(COUNT, UnaryOperator.identity(), ONE, 20))
                    .as("rows beyond the bound do not count")
                    .isLessThan(SLACK);
            UnaryOperator<String> uncut = sql -> sql.replace("least(count(*), 30)", "count(*)");
            assertThat(loss(COUNT, uncut, ONE, 20)).isGreaterThan(1.5);
        } finally {
            story.execute("ROLLBACK");
        }
    }

    /// The greatest logarithm of the ratio of chances with and without the household, over all answers that came
    /// often enough to tell, in steps.
    private static double loss(String sql, UnaryOperator<String> changed, Epsilon epsilon, long step)
            throws SQLException {
        var plan = Judged.plan(sql, Lane.INSTANT);
        var text = changed.apply(plan.sql());
        var with = seen(plan, story.rows(text), epsilon, 1, step);
        story.execute("CREATE OR REPLACE TABLE kept AS SELECT * FROM water_daily");
        story.execute("DELETE FROM water_daily WHERE household_no = 'HMOST'");
        var rows = story.rows(text);
        story.execute("INSERT INTO water_daily SELECT * FROM kept WHERE household_no = 'HMOST'");
        var without = seen(plan, rows, epsilon, 2, step);
        var most = 0.0;
        for (var answer : with.entrySet()) {
            var first = answer.getValue();
            var second = without.getOrDefault(answer.getKey(), 0);
            if (first + second > 700) {
                most = Math.max(most, Math.abs(Math.log((first + 1.0) / (second + 1.0))));
            }
        }
        return most;
    }

    private static Map<BigInteger, Integer> seen(
            Plan plan, List<List<@Nullable Object>> rows, Epsilon epsilon, long seed, long step) {
        var bits = RandomBits.repeatable(new Random(seed));
        var seen = new HashMap<BigInteger, Integer>();
        for (var i = 0; i < ANSWERS; i++) {
            var answer = InstantAnswer.draw(plan, rows, epsilon, Mechanism.LAPLACE, bits)
                    .asDrawn();
            var number = (BigInteger) answer.rows().getFirst().getFirst();
            seen.merge(number.divide(BigInteger.valueOf(step)), 1, Integer::sum);
        }
        return seen;
    }

    @Test
    void gaussian_noise_has_the_spread_that_its_concentrated_loss_asks_for() throws SQLException {
        var plan = Judged.plan(COUNT, Lane.INSTANT);
        assertThat(spreadTimesLoss(plan, ONE, ONE)).isCloseTo(1.0, within(0.05));
        assertThat(spreadTimesLoss(plan, TWO, ONE)).as("noise halved").isLessThan(0.3);
    }

    /// The variance of the answers over the one that the loss needs: sensitivity² / (2 rho).
    private static double spreadTimesLoss(Plan plan, Epsilon drawn, Epsilon charged) throws SQLException {
        var rows = story.rows(plan);
        var exact = ((Number) rows.getFirst().getFirst()).doubleValue();
        var bits = RandomBits.repeatable(new Random(5));
        var squares = 0.0;
        for (var i = 0; i < ANSWERS; i++) {
            var answer = InstantAnswer.draw(plan, rows, drawn, Mechanism.GAUSSIAN, bits)
                    .asDrawn();
            squares += Math.pow(((Number) answer.rows().getFirst().getFirst()).doubleValue() - exact, 2);
        }
        var loss = Mechanism.GAUSSIAN.loss(charged, plan.dp().shares(), 0);
        assertThat(loss.pureMilli()).isEqualTo(Loss.NOT_PURE);
        var sensitivity = (double) plan.dp().noises().getFirst().sensitivity();
        return squares / ANSWERS / (sensitivity * sensitivity / (2 * loss.rhoNano() / 1e9));
    }
}
