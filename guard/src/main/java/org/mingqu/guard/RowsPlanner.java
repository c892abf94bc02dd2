package org.mingqu.guard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/// The plan for a data set of rows: columns as they are, of the rows of one table that meet a condition.
///
/// Nothing is computed, joined or picked, so that each value of a row is one column's value of one subject,
/// and what is to be done with it follows from the column's class. All rows of the data set meet the
/// condition, so it says of everybody in it what it compares; it may only compare what generalisation looks
/// at.
final class RowsPlanner {

    /// What a condition may be made of; all of it means the same in the plan and in the engine.
    private static final Set<SqlKind> COMPARISONS = EnumSet.of(
            SqlKind.AND,
            SqlKind.OR,
            SqlKind.NOT,
            SqlKind.EQUALS,
            SqlKind.NOT_EQUALS,
            SqlKind.LESS_THAN,
            SqlKind.LESS_THAN_OR_EQUAL,
            SqlKind.GREATER_THAN,
            SqlKind.GREATER_THAN_OR_EQUAL,
            SqlKind.IS_NULL,
            SqlKind.IS_NOT_NULL,
            SqlKind.LIKE,
            SqlKind.CAST);

    private static final int MOST_DESCRIBING = 8;
    private static final int MOST_ROWS = 2;
    private static final int MOST_FEATURES = 64;

    private final Places places;

    private final Lane lane;

    private RowsPlanner(Places places, Lane lane) {
        this.places = places;
        this.lane = lane;
    }

    /// @param lane [Lane#DATASET], or [Lane#MODEL] for the rows that a model is made from
    static Plan plan(Compiler.Compiled question, Places places, Grant grant, Lane lane) {
        return new RowsPlanner(places, lane).planned(question, grant);
    }

    private Plan planned(Compiler.Compiled question, Grant grant) {
        var rest = question.plan();
        var project = rest instanceof Project it ? it : null;
        rest = project == null ? rest : project.getInput();
        var filter = rest instanceof Filter it ? it : null;
        rest = filter == null ? rest : filter.getInput();
        var table = rest instanceof TableScan scan ? scan.getTable().unwrap(Catalog.Granted.class) : null;
        if (table == null) {
            throw shape("");
        }
        OwnTables.read(Set.of(table.table()), Lane.DATASET, places);
        oneRowEach(table.table());
        var columns = columns(table, project);
        if (lane == Lane.MODEL) {
            columns.forEach(this::mayBeInModel);
            fewFeatures(columns);
        } else {
            columns.forEach(this::mayBeInRows);
            oneSensitive(columns);
            fewDescribing(columns);
        }
        if (filter != null) {
            condition(filter.getCondition(), table.columns());
        }
        var sql = RelationPrinter.print(read(rest, table, filter, project, columns.size()), places);
        return new Plan(
                lane,
                sql,
                sql,
                outputs(question, table.table()),
                Set.of(table.table().name()),
                checks(grant),
                null,
                grant.limits().threshold(),
                null,
                Lineage.of(question.plan()));
    }

    private Refusal shape(String name) {
        return places.refuse(
                Rule.DATASET_SHAPE, name, Places.Clause.SELECT, Map.of("nearest", "SELECT … FROM … WHERE …"));
    }

    /// A subject with several rows is known by all of them together, which classes of single rows say nothing
    /// about. Of a second row, as registers have by mistake, the enclave leaves one out.
    private void oneRowEach(GrantedTable table) {
        if (table.subject() != null && (table.maxRowsPerSubject() > MOST_ROWS || !table.measured())) {
            throw places.refuse(
                    Rule.DATASET_SEVERAL_ROWS, table.name(), Places.Clause.FROM, Map.of("table", table.label()));
        }
    }

    private List<GrantedColumn> columns(Catalog.Granted table, @Nullable Project project) {
        if (project == null) {
            return table.columns();
        }
        var columns = new ArrayList<GrantedColumn>();
        for (var expression : project.getProjects()) {
            if (!(expression instanceof RexInputRef column)) {
                throw shape("");
            }
            var granted = table.columns().get(column.getIndex());
            if (columns.contains(granted)) {
                throw shape(granted.name());
            }
            columns.add(granted);
        }
        return columns;
    }

    private void mayBeInRows(GrantedColumn column) {
        if (!column.has(Right.ROW)) {
            throw places.refuse(
                    Rule.DATASET_COLUMN,
                    column.name(),
                    Places.Clause.SELECT,
                    Map.of("column", column.name(), "grade", "" + column.grade()));
        }
    }

    /// A model adds numbers up and compares levels of texts, so it needs the rights to both; it looks at no
    /// identifier and no date.
    private void mayBeInModel(GrantedColumn column) {
        var needed = switch (column.type()) {
            case INTEGER, DECIMAL, DOUBLE -> Right.OUTPUT_AGGREGATE;
            case TEXT, BOOLEAN -> Right.GROUP;
            case DATE, TIMESTAMP -> null;
        };
        if (needed == null || !column.has(needed) || column.columnClass().compareTo(ColumnClass.IDENTIFIER) >= 0) {
            throw places.refuse(
                    Rule.MODEL_COLUMN, column.name(), Places.Clause.SELECT, Map.of("column", column.name()));
        }
    }

    private void fewFeatures(List<GrantedColumn> columns) {
        if (columns.size() < 2 || columns.size() > MOST_FEATURES) {
            throw places.refuse(
                    Rule.MODEL_WIDE,
                    columns.getLast().name(),
                    Places.Clause.SELECT,
                    Map.of("columns", "" + columns.size(), "limit", "" + MOST_FEATURES));
        }
    }

    /// How different the values of a class are is looked at for one column.
    private void oneSensitive(List<GrantedColumn> columns) {
        var sensitive = columns.stream()
                .filter(column -> column.columnClass() == ColumnClass.SENSITIVE)
                .map(GrantedColumn::name)
                .toList();
        if (sensitive.size() > 1) {
            throw places.refuse(
                    Rule.DATASET_SENSITIVE,
                    sensitive.get(1),
                    Places.Clause.SELECT,
                    Map.of("columns", String.join("、", sensitive)));
        }
    }

    /// With many describing columns nearly everybody is the only one, and what is left of the columns says
    /// little.
    private void fewDescribing(List<GrantedColumn> columns) {
        var describing = columns.stream()
                .filter(column ->
                        column.columnClass() != ColumnClass.MEASURE && column.columnClass() != ColumnClass.SENSITIVE)
                .toList();
        if (describing.size() > MOST_DESCRIBING) {
            throw places.refuse(
                    Rule.DATASET_WIDE,
                    describing.get(MOST_DESCRIBING).name(),
                    Places.Clause.SELECT,
                    Map.of("columns", "" + describing.size(), "limit", "" + MOST_DESCRIBING));
        }
    }

    private void condition(RexNode part, List<GrantedColumn> columns) {
        switch (part) {
            case RexLiteral _ -> {}
            case RexInputRef column -> compared(columns.get(column.getIndex()));
            case RexCall call
            when COMPARISONS.contains(call.getKind()) ->
                call.getOperands().forEach(operand -> condition(operand, columns));
            case RexCall call -> throw unknown(call.getOperator().getName());
            default -> throw unknown(part.getKind().lowerName);
        }
    }

    private Refusal unknown(String operator) {
        var shown = SyntaxGate.shown(operator);
        return places.refuse(
                Rule.OPERATOR_NOT_HERE,
                shown,
                Places.Clause.WHERE,
                Map.of("operator", shown.toUpperCase(Locale.ROOT), "nearest", "=, <, BETWEEN, IN, LIKE"));
    }

    private void compared(GrantedColumn column) {
        var known = column.columnClass() == ColumnClass.OPEN || column.columnClass() == ColumnClass.QUASI_IDENTIFIER;
        if (!known || !column.has(Right.FILTER)) {
            throw places.refuse(
                    Rule.DATASET_CONDITION, column.name(), Places.Clause.WHERE, Map.of("column", column.name()));
        }
    }

    /// The same with the unit of each row behind its columns, where rows are subjects'.
    private static RelNode read(
            RelNode scan, Catalog.Granted table, @Nullable Filter filter, @Nullable Project project, int columns) {
        var units = table.table().subject() != null;
        var read = units ? new TableRead(scan.getCluster(), table, true) : scan;
        var rows = filter == null ? read : LogicalFilter.create(read, filter.getCondition());
        var builder = scan.getCluster().getRexBuilder();
        var kept = new ArrayList<RexNode>();
        for (var i = 0; i < columns; i++) {
            kept.add(
                    project == null
                            ? builder.makeInputRef(rows, i)
                            : project.getProjects().get(i));
        }
        if (units) {
            kept.add(builder.makeInputRef(rows, rows.getRowType().getFieldCount() - 1));
        }
        return LogicalProject.create(rows, List.of(), kept, (List<String>) null, Set.of());
    }

    private static List<Output> outputs(Compiler.Compiled question, GrantedTable table) {
        var outputs = ReviewedPlanner.outputs(question);
        if (table.subject() != null) {
            outputs.add(new Output(GrantedTable.UNIT, ColumnType.INTEGER, 0, Output.Kind.SUBJECTS));
        }
        return outputs;
    }

    private static List<Check> checks(Grant grant) {
        return List.of(
                new Check("question.read-only", "32", Map.of()),
                new Check("columns.granted", "18", Map.of()),
                new Check("rows.columns", "20", Map.of()),
                new Check(
                        "rows.threshold",
                        "20",
                        Map.of("threshold", "" + grant.limits().threshold())));
    }
}
