package org.mingqu.privacy.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingqu.privacy.Epsilon;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {

    /// 1e-6
    private static final long DELTA = 1_000_000;

    @Test
    void a_few_answers_add_up_and_no_more() {
        var account = Account.EMPTY.plus(one(100)).plus(one(250));
        assertThat(account.epsilonMilli(DELTA)).isEqualTo(350);
        assertThat(account.epsilonMilli(0)).isEqualTo(350);
    }

    @Test
    void many_answers_together_tell_less_than_their_sum() {
        var account = times(one(100), 400);
        assertThat(account.epsilonMilli(0)).isEqualTo(40_000);
        // rho = 400 * 0.1² / 2 = 2; by the simple formula 2 + 2 sqrt(2 ln 10^6) = 12.51, by the better one less
        assertThat(account.epsilonMilli(DELTA)).isBetween(11_000L, 12_510L);
    }

    /// No mechanism with a loss of epsilon tells more than randomised response does (Kairouz, Oh and
    /// Viswanath, The Composition Theorem for Differential Privacy, 2015), and its composition can be written
    /// down.
    @ParameterizedTest
    @CsvSource({"10, 500", "50, 300", "100, 100", "400, 100", "1000, 50", "30, 1000", "2000, 10"})
    void the_account_is_never_below_what_the_worst_mechanism_tells(int answers, long milli) {
        var claimed = times(one(milli), answers).epsilonMilli(DELTA) / 1000.0;
        assertThat(exactDelta(answers, milli / 1000.0, claimed)).isLessThanOrEqualTo(1e-6);
        // and it is no idle bound: a quarter below it the worst mechanism breaks the promise, or addition is exact
        if (claimed < answers * milli / 1000.0) {
            assertThat(exactDelta(answers, milli / 1000.0, claimed * 0.75)).isGreaterThan(1e-6);
        }
    }

    /// The chance beyond epsilon of so many randomised responses: how much more likely all outcomes together
    /// are under one
    /// world than e^epsilon times as likely under the other.
    private static double exactDelta(int answers, double each, double epsilon) {
        var truth = Math.exp(each) / (1 + Math.exp(each));
        var total = 0.0;
        for (var right = 0; right <= answers; right++) {
            var loss = each * (2 * right - answers);
            if (loss > epsilon) {
                var chance = Math.exp(
                        logChoose(answers, right) + right * Math.log(truth) + (answers - right) * Math.log(1 - truth));
                total += chance * -Math.expm1(epsilon - loss);
            }
        }
        return total;
    }

    private static double logChoose(int n, int k) {
        var total = 0.0;
        for (var i = 1; i <= k; i++) {
            total += Math.log((n - k + i) / (double) i);
        }
        return total;
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 100_000, 1_000_000})
    void gaussian_answers_are_accounted_as_the_exact_gaussian_tells(long rhoNano) {
        var account = times(Loss.gaussian(rhoNano, 0), 100);
        var rho = 100 * rhoNano / 1e9;
        var claimed = account.epsilonMilli(DELTA) / 1000.0;
        assertThat(gaussianDelta(Math.sqrt(2 * rho), claimed)).isLessThanOrEqualTo(1e-6);
        assertThat(gaussianDelta(Math.sqrt(2 * rho), claimed * 0.7)).isGreaterThan(1e-6);
    }

    /// Balle and Wang (2018), theorem 8, for a sensitivity of mu standard deviations, by adding up small steps.
    private static double gaussianDelta(double mu, double epsilon) {
        var total = 0.0;
        var step = 1e-4;
        for (var x = -12.0; x < 12 + mu; x += step) {
            var one = Math.exp(-0.5 * (x - mu) * (x - mu));
            var other = Math.exp(-0.5 * x * x);
            total += Math.max(0, one - Math.exp(epsilon) * other) * step;
        }
        return total / Math.sqrt(2 * Math.PI);
    }

    @Test
    void an_answer_of_several_numbers_is_its_parts_and_not_the_square_of_its_sum() {
        assertThat(Loss.laplace(new Epsilon(300), 1, 0).rhoNano()).isEqualTo(45_000_000);
        assertThat(Loss.laplace(new Epsilon(300), 3, 0).rhoNano()).isEqualTo(15_000_000);
        assertThat(Loss.laplace(new Epsilon(1), 7, 0).rhoNano())
                .as("rounded up")
                .isEqualTo(72);
    }

    @Test
    void chances_spent_on_showing_groups_are_taken_from_the_chance_allowed() {
        var hidden = Loss.laplace(new Epsilon(10), 1, 1e-8);
        var account = times(hidden, 100);
        assertThat(account.deltaPico()).isEqualTo(1_000_000);
        assertThat(account.epsilonMilli(DELTA)).isEqualTo(1000);
        assertThat(account.plus(hidden).epsilonMilli(DELTA)).isEqualTo(Long.MAX_VALUE);
        assertThat(new Allowance(20_000, DELTA).spend(account, hidden)).isEmpty();
    }

    @Test
    void gaussian_answers_have_no_plain_sum() {
        var mixed = Account.EMPTY.plus(one(100)).plus(Loss.gaussian(1_000_000, 0));
        assertThat(mixed.epsilonMilli(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(mixed.epsilonMilli(DELTA)).isLessThan(2_000);
    }

    @Test
    void what_was_spent_only_grows_and_never_passes_the_allowance() {
        for (var seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var allowance = new Allowance(1 + random.nextInt(5_000), random.nextInt(3) * 1_000_000L);
            var account = Account.EMPTY;
            var spent = 0L;
            for (var i = 0; i < 60; i++) {
                var loss = random.nextInt(4) == 0
                        ? Loss.gaussian(1 + random.nextInt(2_000_000), 1e-8 * random.nextInt(2))
                        : Loss.laplace(new Epsilon(1 + random.nextInt(400)), 1 + random.nextInt(3), 0);
                var price = allowance.priceMilli(account, loss);
                var after = allowance.spend(account, loss);
                assertThat(after.isPresent()).as("seed %d", seed).isEqualTo(price != Long.MAX_VALUE);
                if (after.isPresent()) {
                    account = after.get();
                    assertThat(price).as("seed %d", seed).isNotNegative();
                    spent += price;
                }
                assertThat(allowance.spentMilli(account)).as("seed %d", seed).isEqualTo(spent);
                assertThat(spent).as("seed %d", seed).isLessThanOrEqualTo(allowance.epsilonMilli());
            }
        }
    }

    @Test
    void without_a_chance_to_fail_a_budget_is_spent_by_plain_addition_and_not_beyond() {
        var allowance = new Allowance(3_000, 0);
        var account = Account.EMPTY;
        for (var i = 0; i < 30; i++) {
            account = allowance.spend(account, one(100)).orElseThrow();
        }
        assertThat(allowance.spentMilli(account)).isEqualTo(3_000);
        assertThat(allowance.spend(account, one(1))).isEmpty();
        assertThat(new Allowance(100, 0).spentMilli(account))
                .as("a limit lowered afterwards")
                .isEqualTo(100);
    }

    @Test
    void the_number_of_answers_left_is_what_can_be_asked() {
        var allowance = new Allowance(3_000, DELTA);
        var loss = Loss.laplace(new Epsilon(50), 2, 1e-8);
        var account = Account.EMPTY;
        var left = allowance.answersLeft(account, loss, 10_000);
        var asked = 0;
        for (var after = allowance.spend(account, loss); after.isPresent(); after = allowance.spend(account, loss)) {
            account = after.get();
            asked++;
        }
        assertThat(left).isEqualTo(asked).isGreaterThan(60);
    }

    private static Loss one(long milli) {
        return Loss.laplace(new Epsilon(milli), 1, 0);
    }

    private static Account times(Loss loss, int times) {
        var account = Account.EMPTY;
        for (var i = 0; i < times; i++) {
            account = account.plus(loss);
        }
        return account;
    }
}
