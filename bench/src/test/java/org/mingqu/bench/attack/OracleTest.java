package org.mingqu.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
