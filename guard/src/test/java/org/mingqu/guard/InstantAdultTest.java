package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;

/// How near instant answers are to the truth on real data: 30,162 persons of the Adult data.
@DisplayName("Instant answers on the Adult data")
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstantAdultTest {

    private static final String BY_EDUCATION =
            "SELECT education, COUNT(*) AS n, AVG(age) AS mean, STDDEV(age) AS deviation, MEDIAN(age) AS middle, QUANTILE_CONT(age, 0.9) AS old FROM adult GROUP BY education";

    @Test
    void averages_deviations_and_quantiles_of_age_by_education_are_near() throws SQLException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            var file = InstantAdultTest.class.getResource("/adult.csv");
            statement.execute(
                    "CREATE TABLE adult AS SELECT 'P' || row_number() OVER () AS id, education, age FROM read_csv('%s', delim = ';', header = true)"
                            .formatted(file.getPath()));
            var plan = Judged.plan(BY_EDUCATION, grant(), Lane.INSTANT);
            var exact = new HashMap<Object, List<@Nullable Object>>();
            rows(statement, BY_EDUCATION, 6).forEach(row -> exact.put(row.getFirst(), row));
            var rows = rows(statement, plan.sql(), plan.outputs().size());
            for (var seed = 0; seed < 10; seed++) {
                var answer = InstantAnswer.of(plan, rows, new Epsilon(1000), RandomBits.repeatable(new Random(seed)));
                assertThat(answer.rows()).hasSizeGreaterThan(10);
                for (var row : answer.rows()) {
                    var truth = exact.get(row.getFirst());
                    var persons = number(truth.get(1));
                    if (persons > 2_000) {
                        assertThat(number(row.get(2))).as("seed %d", seed).isCloseTo(number(truth.get(2)), near(0.4));
                        assertThat(number(row.get(3))).isCloseTo(number(truth.get(3)), near(0.6));
                        assertThat(number(row.get(4))).isCloseTo(number(truth.get(4)), near(1.5));
                        assertThat(number(row.get(5))).isCloseTo(number(truth.get(5)), near(2.5));
                    }
                }
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> near(double distance) {
        return org.assertj.core.api.Assertions.within(distance);
    }

    private static double number(@Nullable Object value) {
        return new BigDecimal(String.valueOf(value)).doubleValue();
    }

    private static List<List<@Nullable Object>> rows(java.sql.Statement statement, String sql, int columns)
            throws SQLException {
        var rows = new ArrayList<List<@Nullable Object>>();
        try (var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<@Nullable Object>();
                for (var i = 1; i <= columns; i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static Grant grant() {
        var all = EnumSet.allOf(Right.class);
        var table = new GrantedTable(
                "adult",
                "adult",
                List.of(
                        new GrantedColumn(
                                "education", "education", ColumnType.TEXT, 0, ColumnClass.OPEN, 1, all, null, null),
                        new GrantedColumn(
                                "age", "age", ColumnType.INTEGER, 0, ColumnClass.QUASI_IDENTIFIER, 2, all, 17L, 90L)),
                "id",
                "person",
                1,
                30_162,
                true);
        return new Grant("adult", List.of(table), new Limits(10, 1000, 1000, 10));
    }
}
