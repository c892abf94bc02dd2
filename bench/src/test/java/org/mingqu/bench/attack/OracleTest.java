package org.mingqu.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OracleTest {

    private static final int QUESTIONS = 100;

    private static Oracle oracle;

    @BeforeAll
    static void open() throws Exception {
        oracle = new Oracle();
    }

    @AfterAll
    static void close() throws Exception {
        oracle.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_made_up_question_takes_one_subject_out_of_an_exact_answer(Kind kind) {
        for (var seed = 0L; seed < QUESTIONS; seed++) {
            var sql = new Grammar(new Random(seed)).question(kind);
            assertThat(oracle.judge(sql)).as("seed %d: %s", seed, sql).isNotEqualTo(Oracle.Outcome.SUCCEEDED);
        }
    }

    @Test
    void a_village_of_honest_questions_is_answered() {
        assertThat(oracle.judge("SELECT place, COUNT(*) AS n, SUM(age) AS s FROM persons GROUP BY place"))
                .isEqualTo(Oracle.Outcome.SAFE);
    }

    @Test
    void the_oracle_sees_an_answer_about_too_few() {
        // the same tables, declared to be nobody's
        assertThat(oracle.judgeUnguarded("SELECT place, COUNT(*) AS n FROM persons GROUP BY place"))
                .isEqualTo(Oracle.Outcome.SUCCEEDED);
        assertThat(oracle.judgeUnguarded("SELECT COUNT(*) AS n FROM persons")).isEqualTo(Oracle.Outcome.SAFE);
        assertThat(
                        oracle.judgeUnguarded(
                                "SELECT place, COUNT(*) AS n, SUM(CASE WHEN illness = '病' THEN 1 ELSE 0 END) AS s FROM persons WHERE place LIKE '村%' GROUP BY place"))
                .isEqualTo(Oracle.Outcome.SUCCEEDED);
        assertThat(oracle.judgeUnguarded("SELECT name, COUNT(*) AS n FROM persons GROUP BY name"))
                .isEqualTo(Oracle.Outcome.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(longs = {20301652, 20329829})
    void which_shown_row_is_first_may_hang_on_one_subject(long seed) {
        var sql = new Grammar(new Random(seed)).question(Kind.OWN_MARKS);

        assertThat(Choice.of(sql)).as(sql).isPresent();
        assertThat(oracle.judge(sql)).as(sql).isEqualTo(Oracle.Outcome.SAFE);
    }

    @Test
    void a_choice_from_rows_that_are_not_shown_is_none_from_those_that_are() {
        var smallest = new Choice("SELECT place, COUNT(*) AS n FROM persons GROUP BY place", "n", false, 1);
        var all = List.of(row("村0", 5), row("村1", 7), row("村2", 7));

        assertThat(smallest.isMade(List.of(row("村0", 5)), all, 1)).isTrue();
        assertThat(smallest.isMade(List.of(), all, 1))
                .as("the smallest is not shown")
                .isFalse();
        assertThat(smallest.isMade(List.of(row("村1", 7)), all, 1))
                .as("another than the smallest")
                .isFalse();
        assertThat(smallest.isMade(List.of(row("孤村", 5)), all, 1))
                .as("a row that is not among them")
                .isFalse();
        var largest = new Choice(smallest.whole(), "n", true, 1);
        assertThat(largest.isMade(List.of(row("村2", 7)), all, 1))
                .as("one of two that are alike")
                .isTrue();
    }

    private static List<Object> row(String place, int count) {
        return List.of(place, count);
    }
}
