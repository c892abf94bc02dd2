package org.mingqu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mingqu.guard.Grant;
import org.mingqu.guard.GrantedColumn;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Plan;
import org.mingqu.guard.ReviewedAnswer;
import org.mingqu.guard.Right;
import org.mingqu.guard.Verdict;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TpchTest {

    static final List<Integer> QUESTIONS = Tpch.QUESTIONS;

    private static final double FACTOR = 0.01;
    private static final Guard GUARD = new Guard();

    private static Connection duckdb;

    @BeforeAll
    static void load() throws Exception {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Tpch.load(duckdb, FACTOR);
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    @ParameterizedTest(name = "question {0}")
    @FieldSource("QUESTIONS")
    void a_policy_that_allows_it_gives_the_rows_of_the_engine_alone(int number) throws SQLException {
        var plan = plan(Tpch.question(number), Tpch.grant());

        var answer = ReviewedAnswer.of(plan, rows(plan.sql()));

        assertThat(plain(answer.rows())).isEqualTo(plain(rows(Tpch.question(number))));
        assertThat(answer.suppressed()).isZero();
        assertThat(answer.rows()).isNotEmpty();
    }

    @Test
    void without_the_right_to_see_rows_the_questions_for_rows_are_refused() {
        var questionsForRows = List.of(2, 15, 20);
        for (var number : QUESTIONS) {
            var verdict = GUARD.judge(Tpch.question(number), without(Right.OUTPUT), Lane.REVIEWED);
            assertThat(verdict instanceof Verdict.Refused)
                    .as("question %d", number)
                    .isEqualTo(questionsForRows.contains(number));
        }
    }

    private static Grant without(Right right) {
        var grant = Tpch.grant();
        var tables = grant.tables().stream()
                .map(table -> new GrantedTable(
                        table.name(),
                        table.label(),
                        table.columns().stream()
                                .map(column -> without(column, right))
                                .toList(),
                        null,
                        "",
                        0,
                        0))
                .toList();
        return new Grant(grant.scenario(), tables, grant.limits());
    }

    private static GrantedColumn without(GrantedColumn column, Right right) {
        var rights = column.rights().stream().filter(it -> it != right).collect(java.util.stream.Collectors.toSet());
        return new GrantedColumn(
                column.name(),
                column.label(),
                column.type(),
                column.scale(),
                column.columnClass(),
                column.grade(),
                rights,
                column.lower(),
                column.upper());
    }

    private static Plan plan(String sql, Grant grant) {
        return switch (GUARD.judge(sql, grant, Lane.REVIEWED)) {
            case Verdict.Allowed(var plan) -> plan;
            case Verdict.Refused(var findings) -> throw new AssertionError(findings);
        };
    }

    private static List<List<Object>> rows(String sql) throws SQLException {
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /// Numbers without the last digits, in which two orders of adding differ.
    private static List<List<String>> plain(List<? extends List<?>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TpchTest::plain).toList())
                .toList();
    }

    private static String plain(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString())
                        .round(new MathContext(10))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }
}
