package org.mingqu.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalIntersect;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalMinus;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/// Relations over tables without subjects: nothing of them needs a threshold, so the plan stays as it is, and only
/// the rights of the columns are carried through it. A relation that is not listed here is refused.
final class OpenRelations {

    private final Places places;
    private final Sources sources;
    private final Arguments arguments;
    private final Map<CorrelationId, List<Label>> around = new HashMap<>();
    private final Scope scope = new Inside();

    OpenRelations(Places places, Sources sources) {
        this.places = places;
        this.sources = sources;
        this.arguments = new Arguments(places, Lane.REVIEWED);
    }

    /// The labels of the fields of a relation.
    List<Label> labels(RelNode node) {
        return switch (node) {
            case TableScan scan -> read(scan);
            case LogicalProject project -> project(project);
            case LogicalFilter filter -> filter(filter);
            case LogicalJoin join when join.getVariablesSet().isEmpty() -> join(join);
            case LogicalAggregate aggregate -> aggregate(aggregate);
            case LogicalSort sort -> sort(sort);
            case LogicalUnion union -> set(union, union.all);
            case LogicalIntersect intersect -> set(intersect, false);
            case LogicalMinus minus -> set(minus, false);
            case LogicalValues values ->
                values.getRowType().getFieldList().stream()
                        .map(_ -> Label.CONSTANT)
                        .toList();
            default ->
                throw places.refuse(
                        Rule.OPERATOR_NOT_HERE,
                        node.getRelTypeName(),
                        Places.Clause.SELECT,
                        Map.of("operator", Threader.name(node)));
        };
    }

    private List<Label> read(TableScan scan) {
        var reading = sources.read(scan);
        if (reading.subject() != null) {
            throw new IllegalStateException("a table with subjects among open ones");
        }
        return reading.labels();
    }

    private List<Label> project(LogicalProject project) {
        var input = labels(project.getInput());
        project.getVariablesSet().forEach(id -> around.put(id, input));
        var labels = new Labels(input, places, scope);
        return project.getProjects().stream().map(labels::of).toList();
    }

    private List<Label> filter(LogicalFilter filter) {
        var input = labels(filter.getInput());
        filter.getVariablesSet().forEach(id -> around.put(id, input));
        check(filter.getCondition(), input, Places.Clause.WHERE);
        return input;
    }

    private void check(RexNode condition, List<Label> input, Places.Clause clause) {
        var conditions = new Conditions(new Labels(input, places, scope), places);
        RelOptUtil.conjunctions(condition).forEach(part -> conditions.check(part, clause));
    }

    private List<Label> join(LogicalJoin join) {
        var labels = new ArrayList<>(labels(join.getLeft()));
        labels.addAll(labels(join.getRight()));
        check(join.getCondition(), labels, Places.Clause.ON);
        return labels;
    }

    /// A key that may be a group may be shown; one that may only join goes on as what it is.
    private List<Label> aggregate(LogicalAggregate aggregate) {
        var input = labels(aggregate.getInput());
        var keys = new Keys(places);
        var labels = new ArrayList<Label>();
        for (var key : aggregate.getGroupSet()) {
            var label = input.get(key);
            if (label.may(Right.JOIN)
                    && (!label.may(Right.GROUP) || !label.identifying().isEmpty())) {
                labels.add(label);
            } else {
                keys.check(label);
                labels.add(Label.RELEASED);
            }
        }
        for (var call : aggregate.getAggCallList()) {
            arguments.open(call, input);
            labels.add(Label.RELEASED);
        }
        return labels;
    }

    /// The first of so many rows is a condition on what they are sorted by.
    private List<Label> sort(LogicalSort sort) {
        var labels = labels(sort.getInput());
        for (var key : sort.getCollation().getKeys()) {
            var label = labels.get(key);
            if (!label.may(Right.FILTER) && !label.may(Right.GROUP) && !label.may(Right.OUTPUT)) {
                throw places.refuse(
                        Rule.COLUMN_NO_RIGHT,
                        label.lacking(Right.FILTER),
                        Places.Clause.ORDER,
                        Map.of("column", String.join("、", label.lacking(Right.FILTER)), "right", "FILTER"));
            }
        }
        return labels;
    }

    /// Rows of two inputs are compared, as by conditions, unless all are kept.
    private List<Label> set(SetOp set, boolean all) {
        var inputs = set.getInputs().stream().map(this::labels).toList();
        var labels = new ArrayList<Label>();
        for (var i = 0; i < set.getRowType().getFieldCount(); i++) {
            var field = i;
            var label = inputs.stream()
                    .map(input -> input.get(field))
                    .reduce(Label::and)
                    .orElseThrow();
            if (!all && !label.may(Right.FILTER) && !label.may(Right.GROUP) && !label.may(Right.JOIN)) {
                throw places.refuse(
                        Rule.COLUMN_NO_RIGHT,
                        label.lacking(Right.FILTER),
                        Places.Clause.SELECT,
                        Map.of("column", String.join("、", label.lacking(Right.FILTER)), "right", "FILTER"));
            }
            labels.add(label);
        }
        return labels;
    }

    /// Queries in expressions, and what they name of the queries around them.
    private final class Inside implements Scope {

        @Override
        public Label query(RexSubQuery query) {
            var inner = labels(query.rel);
            if (query.getKind() == SqlKind.EXISTS) {
                return Label.CONSTANT.with(Label.Shape.COMPUTED);
            }
            return inner.stream().reduce(Label::and).orElseThrow().with(Label.Shape.COMPUTED);
        }

        @Override
        public Label outer(RexFieldAccess field) {
            var labels =
                    field.getReferenceExpr() instanceof RexCorrelVariable variable ? around.get(variable.id) : null;
            if (labels == null) {
                throw places.refuse(Rule.SUBQUERY, "exists", Places.Clause.WHERE, Map.of("nearest", "JOIN"));
            }
            return labels.get(field.getField().getIndex());
        }
    }
}
