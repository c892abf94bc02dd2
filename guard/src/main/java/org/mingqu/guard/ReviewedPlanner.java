package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexInputRef;
import org.jspecify.annotations.Nullable;

/// The plan for an exact answer: one aggregation over subjects, with the number of subjects behind each
/// group.
final class ReviewedPlanner {

    private ReviewedPlanner() {}

    static Plan plan(Compiler.Compiled question, Places places, Grant grant) {
        var open = !Sources.haveSubjects(question.plan());
        var joined = open ? question.plan() : Joined.plan(question.plan());
        var threader = new Threader(places, Lane.REVIEWED, grant.limits().threshold(), true);
        var rows = threader.thread(joined);
        OwnTables.read(threader.tables(), Lane.REVIEWED, places);
        shown(rows, places);
        var sql = open ? RelationPrinter.printOpen(rows.plan(), places) : RelationPrinter.print(rows.plan(), places);
        var outputs = outputs(question);
        if (rows.isReleased()) {
            outputs.add(new Output("subjects", ColumnType.INTEGER, 0, Output.Kind.SUBJECTS));
        }
        return new Plan(
                Lane.REVIEWED,
                sql,
                open ? sql : quick(joined, places, grant),
                outputs,
                threader.tables().stream().map(GrantedTable::name).collect(Collectors.toSet()),
                checks(rows, grant),
                null,
                grant.limits().threshold(),
                open ? null : cells(joined, places, grant),
                Lineage.of(question.plan()));
    }

    private static @Nullable ReviewedCells cells(RelNode joined, Places places, Grant grant) {
        var threader = new Threader(places, Lane.REVIEWED, grant.limits().threshold(), Threader.Counting.CELLS);
        var answer = threader.thread(joined);
        var cells = threader.cells();
        return cells == null ? null : cells.sql(RelationPrinter.print(answer.plan(), places), places);
    }

    private static String quick(RelNode joined, Places places, Grant grant) {
        var threader = new Threader(places, Lane.REVIEWED, grant.limits().threshold(), false);
        return RelationPrinter.print(threader.thread(joined).plan(), places);
    }

    /// What leaves: numbers and keys of groups, and of data without subjects the columns that may be seen row
    /// by row.
    private static void shown(Rows rows, Places places) {
        for (var label : rows.labels()) {
            if (!label.identifying().isEmpty()) {
                throw places.refuse(
                        Rule.COLUMN_IDENTIFIER,
                        label.identifying(),
                        Places.Clause.SELECT,
                        Map.of("column", String.join("、", label.identifying()), "nearest", "COUNT(DISTINCT …)"));
            }
        }
        var subjects = rows.stage() == Rows.Stage.ROWS && !rows.subjects().isEmpty();
        if (subjects || rows.labels().stream().anyMatch(label -> !label.may(Right.OUTPUT))) {
            throw places.refuse(
                    Rule.AGGREGATE_ONLY, "", Places.Clause.SELECT, Map.of("nearest", "SELECT … COUNT(*) … GROUP BY …"));
        }
    }

    private static List<Check> checks(Rows rows, Grant grant) {
        var checks = new ArrayList<Check>();
        checks.add(new Check("question.read-only", "32", Map.of()));
        checks.add(new Check("columns.granted", "18", Map.of()));
        checks.add(new Check("columns.rights", "20", Map.of()));
        checks.add(new Check("aggregates.only", "4", Map.of()));
        checks.add(
                rows.isReleased()
                        ? new Check(
                                "groups.threshold",
                                "20",
                                Map.of("threshold", "" + grant.limits().threshold()))
                        : new Check("groups.open", "4", Map.of()));
        return checks;
    }

    static List<Output> outputs(Compiler.Compiled question) {
        var outputs = new ArrayList<Output>();
        var fields = question.plan().getRowType().getFieldList();
        for (var i = 0; i < fields.size(); i++) {
            var type = fields.get(i).getType();
            var shown = Types.shown(type);
            outputs.add(new Output(
                    question.names().get(i),
                    shown,
                    shown == ColumnType.DECIMAL ? type.getScale() : 0,
                    kind(question.plan(), i)));
        }
        return outputs;
    }

    /// What the field is made of, as far down as it is only handed up.
    private static Output.Kind kind(RelNode node, int field) {
        return switch (node) {
            case Sort sort -> kind(sort.getInput(), field);
            case Filter filter -> kind(filter.getInput(), field);
            case Project project
            when project.getProjects().get(field) instanceof RexInputRef below ->
                kind(project.getInput(), below.getIndex());
            case Aggregate aggregate when field < aggregate.getGroupCount() -> Output.Kind.KEY;
            case Aggregate aggregate ->
                switch (aggregate
                        .getAggCallList()
                        .get(field - aggregate.getGroupCount())
                        .getAggregation()
                        .getKind()) {
                    case COUNT -> Output.Kind.COUNT;
                    case SUM, SUM0 -> Output.Kind.SUM;
                    case AVG -> Output.Kind.AVG;
                    default -> Output.Kind.VALUE;
                };
            default -> Output.Kind.VALUE;
        };
    }
}
