package org.mingqu.enclave.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.accounting.Loss;
import org.mingqu.privacy.accounting.Mechanism;
import org.mingqu.privacy.accounting.Share;
import org.mingqu.warrant.EnclaveRefused;

@DisplayName("The budget of a resource (art. 20)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetsTest {

    private static final List<Loss> TENTH = List.of(Loss.laplace(new Epsilon(100), 1, 0));

    @TempDir
    Path folder;

    @Test
    void many_answers_cost_less_than_their_sum_whoever_asks_and_then_there_is_an_end() throws Exception {
        var asked = 0;
        try (var budgets = new Budgets(folder.resolve("budgets.jsonl"))) {
            assertThat(budgets.cost(Map.of("water", 10_000L), TENTH).epsilonMilli())
                    .isEqualTo(100);
            while (asked < 1_000) {
                try {
                    budgets.spend("w-" + asked % 3, "r-" + asked, Map.of("water", 10_000L), TENTH);
                    asked++;
                } catch (EnclaveRefused refused) {
                    assertThat(refused.refusal().type()).isEqualTo("budget-exhausted");
                    break;
                }
            }
            assertThat(budgets.cost(Map.of("water", 100_000L), TENTH).epsilonMilli())
                    .as("the price falls as the account fills")
                    .isLessThan(50);
        }
        assertThat(asked).isBetween(200, 400);
    }

    @Test
    void the_cheaper_kind_of_noise_is_taken_by_what_the_account_already_bears() throws Exception {
        var shares = List.of(new Share(1, 1));
        var offers = List.of(
                Mechanism.LAPLACE.loss(new Epsilon(100), shares, 0),
                Mechanism.GAUSSIAN.loss(new Epsilon(100), shares, 0));
        var budgets = Map.of("water", 10_000L);
        try (var kept = new Budgets(folder.resolve("budgets.jsonl"))) {
            assertThat(kept.spend("w", "first", budgets, offers))
                    .as("alone Laplace")
                    .isZero();
            for (var i = 0; i < 100; i++) {
                kept.spend("w", "r-" + i, budgets, TENTH);
            }
            var price = kept.cost(budgets, offers).epsilonMilli();
            assertThat(price).isLessThan(kept.cost(budgets, TENTH).epsilonMilli());
            assertThat(kept.spend("w", "late", budgets, offers))
                    .as("among many Gaussian")
                    .isOne();
        }
    }

    @Test
    void an_answer_draws_on_all_its_resources_or_on_none() throws Exception {
        try (var budgets = new Budgets(folder.resolve("budgets.jsonl"))) {
            var both = Map.of("water", 1_000L, "power", 50L);
            assertThatThrownBy(() -> budgets.spend("w", "r", both, TENTH)).isInstanceOf(EnclaveRefused.class);
            assertThat(budgets.lines(List.of("water", "power")))
                    .allSatisfy(line -> assertThat(line.spentMilli()).isZero());
            assertThat(budgets.cost(both, TENTH).resource()).isEqualTo("power");
        }
    }

    @Test
    void what_was_spent_outlives_the_process_and_a_line_that_was_cut_short_was_never_answered() throws Exception {
        var file = folder.resolve("budgets.jsonl");
        try (var budgets = new Budgets(file)) {
            budgets.spend("w", "r-1", Map.of("water", 1_000L), TENTH);
            budgets.spend("w", "r-2", Map.of("water", 1_000L), TENTH);
        }
        Files.writeString(file, "{\"limits\":{\"wat", StandardOpenOption.APPEND);
        try (var budgets = new Budgets(file)) {
            assertThat(budgets.lines(List.of("water")).getFirst().spentMilli()).isEqualTo(200);
            budgets.spend("w", "r-3", Map.of("water", 1_000L), TENTH);
        }
        try (var budgets = new Budgets(file)) {
            assertThat(budgets.lines(List.of("water")).getFirst().spentMilli()).isEqualTo(300);
        }
    }
}
