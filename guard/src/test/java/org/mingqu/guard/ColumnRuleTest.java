package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A column is used for what it was granted for and for nothing else, through every operator: in tables with subjects
/// (`s`) and without (`o`), each with a column that may only join, only be a group, only be aggregated, only be in a
/// condition, only be shown, and one that may never be used.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ColumnRuleTest {

    private static final Guard GUARD = new Guard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT g, COUNT(*) FROM %s WHERE f > 1 GROUP BY g",
                "SELECT g, SUM(a), AVG(a) FROM %s GROUP BY g HAVING SUM(a) > 3",
                "SELECT x.g, COUNT(*) FROM %s x JOIN %s y ON x.j = y.j GROUP BY x.g",
                "SELECT g, SUM(CASE WHEN f > 1 THEN a ELSE 0 END) FROM %s GROUP BY g",
                "SELECT g, SUM(a) FILTER (WHERE f BETWEEN 1 AND 2) FROM %s GROUP BY g",
                "SELECT CASE WHEN f > 1 THEN g ELSE 0 END, COUNT(*) FROM %s GROUP BY 1",
                "SELECT COUNT(*) FROM %s WHERE j IS NOT NULL",
            })
    void a_use_that_was_granted_is_allowed(String sql) {
        for (var table : List.of("s", "o")) {
            assertThat(GUARD.judge(sql.replace("%s", table), grant(), Lane.REVIEWED))
                    .as("%s on %s", sql, table)
                    .isInstanceOf(Verdict.Allowed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // only to join
                "SELECT j, COUNT(*) FROM %s GROUP BY j",
                "SELECT COUNT(*) FROM %s WHERE j = 3",
                "SELECT COUNT(*) FROM %s WHERE j + 0 = j",
                "SELECT COUNT(*) FROM %s x JOIN %s y ON x.j + 1 = y.j AND x.f = y.f",
                "SELECT COUNT(*) FROM %s x JOIN %s y ON x.j = y.j AND x.j < y.j",
                "SELECT COUNT(*) FROM %s x JOIN %s y ON x.j = y.j AND NOT (x.j = y.j)",
                "SELECT SUM(j) FROM %s",
                "SELECT g, COUNT(*) FROM %s WHERE CASE WHEN j > 1 THEN TRUE ELSE FALSE END GROUP BY g",
                // only as a group
                "SELECT COUNT(*) FROM %s WHERE g > 1",
                "SELECT SUM(g) FROM %s",
                "SELECT COUNT(DISTINCT g) FROM %s",
                "SELECT SUM(CASE WHEN g > 1 THEN a END) FROM %s",
                // only in aggregates
                "SELECT a, COUNT(*) FROM %s GROUP BY a",
                "SELECT COUNT(*) FROM %s WHERE a > 1",
                "SELECT COUNT(*) FILTER (WHERE a > 1) FROM %s",
                "SELECT SUM(CASE WHEN a > 1 THEN 1 END) FROM %s",
                "SELECT a + f, COUNT(*) FROM %s GROUP BY 1",
                "SELECT COUNT(DISTINCT a) FROM %s",
                "SELECT COUNT(*) FROM %s x JOIN %s y ON x.j = y.j AND x.a = y.a",
                "SELECT COUNT(*) FROM %s WHERE a IN (1, 2)",
                "SELECT a FROM %s",
                // only in conditions
                "SELECT f, COUNT(*) FROM %s GROUP BY f",
                "SELECT SUM(f) FROM %s",
                "SELECT ROUND(f), COUNT(*) FROM %s GROUP BY 1",
                // never
                "SELECT n FROM %s",
                "SELECT COUNT(n) FROM %s",
                "SELECT COUNT(*) FROM %s WHERE n IS NULL",
                "SELECT COUNT(*) FROM %s x JOIN %s y ON x.n = y.n",
                "SELECT COUNT(*) FROM (SELECT * FROM %s) t WHERE n > 1",
            })
    void a_use_that_was_not_granted_is_refused_through_every_operator(String sql) {
        for (var table : List.of("s", "o")) {
            assertThat(rule(sql.replace("%s", table), table)).startsWith("column.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT w FROM o ORDER BY j LIMIT 1",
                "SELECT w FROM o ORDER BY a LIMIT 1",
                "SELECT w, ROW_NUMBER() OVER (ORDER BY a) FROM o",
                "SELECT w, SUM(a) OVER () FROM o",
                "SELECT w, LAG(a) OVER (ORDER BY f) FROM o",
                "SELECT w FROM o x WHERE EXISTS (SELECT 1 FROM o y WHERE y.a = x.a)",
                "SELECT w FROM o x WHERE (SELECT MAX(y.g) FROM o y) > 1",
                "SELECT w FROM o WHERE w IN (SELECT a FROM o)",
                "SELECT w, (SELECT MAX(y.f) FROM o y) FROM o",
                "SELECT (SELECT y.a FROM o y WHERE y.f = 1) FROM o",
                "SELECT w FROM o UNION ALL SELECT a FROM o",
                "SELECT w FROM o EXCEPT SELECT a FROM o",
                "SELECT COALESCE(w, a) FROM o",
                "SELECT MAX(sensitive) FROM o",
                "SELECT MEDIAN(sensitive) FROM o",
            })
    void no_way_around_shows_a_column_that_may_not_be_seen(String sql) {
        assertThat(GUARD.judge(sql, grant(), Lane.REVIEWED)).as(sql).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT w FROM o ORDER BY w LIMIT 3",
                "SELECT w, w + 1 FROM o x WHERE EXISTS (SELECT 1 FROM o y WHERE y.j = x.j AND y.f > 1)",
                "SELECT w, LAG(w) OVER (ORDER BY f) FROM o",
                "SELECT w, (SELECT SUM(a) FROM o) FROM o",
                "SELECT w FROM o WHERE w IN (SELECT w FROM o WHERE f = 1) UNION SELECT w FROM o",
            })
    void rows_of_nobody_are_shown_by_the_columns_that_may_be_seen(String sql) {
        var verdict = GUARD.judge(sql, grant(), Lane.REVIEWED);
        assertThat(verdict).as("%s: %s", sql, verdict).isInstanceOf(Verdict.Allowed.class);
        assertThat(GUARD.judge(sql.replace("FROM o", "FROM s"), grant(), Lane.REVIEWED))
                .as("of subjects: %s", sql)
                .isInstanceOf(Verdict.Refused.class);
    }

    private static String rule(String sql, String table) {
        return switch (GUARD.judge(sql, grant(), Lane.REVIEWED)) {
            case Verdict.Allowed(var plan) -> throw new AssertionError(sql + " on " + table + "\n" + plan.sql());
            case Verdict.Refused(var findings) ->
                findings.getFirst().rule().equals("aggregate.only")
                        ? "column." // a row is refused as a row before its columns are looked at
                        : findings.getFirst().rule();
        };
    }

    private static Grant grant() {
        return new Grant("rules", List.of(table("s", "id"), table("o", null)), new Limits(5, 1000, 1000, 10));
    }

    private static GrantedTable table(String name, @Nullable String subject) {
        var columns = List.of(
                column("j", ColumnClass.OPEN, EnumSet.of(Right.JOIN)),
                column("g", ColumnClass.OPEN, EnumSet.of(Right.GROUP)),
                column("a", ColumnClass.MEASURE, EnumSet.of(Right.OUTPUT_AGGREGATE)),
                column("f", ColumnClass.OPEN, EnumSet.of(Right.FILTER)),
                column("w", ColumnClass.OPEN, EnumSet.of(Right.OUTPUT, Right.FILTER)),
                column("sensitive", ColumnClass.SENSITIVE, EnumSet.of(Right.OUTPUT_AGGREGATE)),
                column("n", ColumnClass.NEVER, EnumSet.allOf(Right.class)));
        return new GrantedTable(name, name, columns, subject, subject == null ? "" : "person", 5, 1000);
    }

    private static GrantedColumn column(String name, ColumnClass columnClass, Set<Right> rights) {
        return new GrantedColumn(name, name, ColumnType.INTEGER, 0, columnClass, 1, rights, null, null);
    }
}
