package org.mingqu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName(
        "Rows of one table, for a data set (art. 3) or a model (art. 22): columns as they are, and nothing computed")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RowsPlannerTest {

    /// The story's tables with the right to be in rows where identity is not told.
    private static Grant grant() {
        var tables = Story.measured().tables().stream()
                .map(table -> new GrantedTable(
                        table.name(),
                        table.label(),
                        table.columns().stream().map(RowsPlannerTest::inRows).toList(),
                        table.subject(),
                        table.subjectKind(),
                        table.maxRowsPerSubject(),
                        table.rows(),
                        true))
                .toList();
        return new Grant("rows", tables, Story.grant().limits());
    }

    private static GrantedColumn inRows(GrantedColumn column) {
        var rights = EnumSet.noneOf(Right.class);
        rights.addAll(column.rights());
        if (column.columnClass().compareTo(ColumnClass.IDENTIFIER) < 0) {
            rights.add(Right.ROW);
        }
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

    private static String rule(String sql, Lane lane) {
        return switch (Judged.GUARD.judge(sql, grant(), lane)) {
            case Verdict.Allowed _ -> "allowed";
            case Verdict.Refused(var findings) -> findings.getFirst().rule();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT age, living FROM elders|allowed",
                "SELECT age AS a, living FROM elders WHERE street = '街道1' AND NOT (age < 70 OR living LIKE '独%')|allowed",
                "SELECT age + 1, living FROM elders|dataset.shape",
                "SELECT age, age FROM elders|dataset.shape",
                "SELECT DISTINCT age, living FROM elders|dataset.shape",
                "SELECT age, COUNT(*) FROM elders GROUP BY age|dataset.shape",
                "SELECT age, living FROM elders ORDER BY age LIMIT 3|dataset.shape",
                "SELECT e.age, w.litres FROM elders e JOIN water_daily w ON e.household_no = w.household_no|dataset.shape",
                "SELECT age, living FROM elders UNION ALL SELECT age, living FROM elders|dataset.shape",
                "SELECT age, living FROM elders WHERE allowance > 100|dataset.condition",
                "SELECT age, living FROM elders WHERE care_level = '自理'|dataset.condition",
                "SELECT age, living FROM elders WHERE age * 2 > 140|operator.not-here",
                "SELECT litres, reading FROM water_daily|dataset.several-rows",
            })
    void the_same_shapes_are_refused_for_a_data_set_and_for_a_model(String sql, String rule) {
        assertThat(rule(sql, Lane.DATASET)).as(sql).isEqualTo(rule);
        assertThat(rule(sql, Lane.MODEL)).as(sql).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id_number, age FROM elders|dataset.column|model.column",
                "SELECT name, age FROM elders|dataset.column|model.column",
                "SELECT care_level, age FROM elders|allowed|model.column", // may not be grouped by
                "SELECT allowance, age FROM elders|allowed|allowed",
                "SELECT 到期日, 面积 FROM leases|allowed|model.column", // a date
                "SELECT age FROM elders|allowed|model.wide",
            })
    void what_a_column_may_be_in_goes_by_its_class_and_rights(String sql, String dataSet, String model) {
        assertThat(rule(sql, Lane.DATASET)).as(sql).isEqualTo(dataSet);
        assertThat(rule(sql, Lane.MODEL)).as(sql).isEqualTo(model);
    }

    @Test
    void each_row_carries_its_unit_last_and_hidden() {
        for (var lane : EnumSet.of(Lane.DATASET, Lane.MODEL)) {
            var plan = Judged.plan("SELECT age, living FROM elders", grant(), lane);
            assertThat(plan.lane()).isEqualTo(lane);
            assertThat(plan.outputs()).hasSize(3);
            assertThat(plan.outputs().getLast().hidden()).isTrue();
            assertThat(plan.lineage()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Lane.class,
            mode = Mode.EXCLUDE,
            names = {"DATASET", "MODEL", "SYNTHETIC"})
    void no_other_lane_gives_rows_of_subjects(Lane lane) {
        assertThat(rule("SELECT age, living FROM elders", lane)).isNotEqualTo("allowed");
    }
}
