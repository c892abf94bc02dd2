package org.mingqu.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/// The parts of a group that its numbers tell apart, each of which must be about enough subjects:
///
/// - the rows that have a value, where values are added up or counted, and those that lack it where the answer tells
///   how many they are;
/// - the parts into which conditions in arguments cut the group (CASE WHEN, FILTER): of `n` conditions all
///   combinations, so that no sum or difference of the numbers of a group is about fewer. A part may be empty, because
///   conditions exclude each other.
///
/// Arguments that are computed in another way are refused: values can be hidden in them (a factor that is 0 for all
/// others, the last digits of a large constant).
final class Parts {

    private static final int MAX_CONDITIONS = 3;

    private final Places places;
    private final LogicalAggregate aggregate;
    private final Rows input;
    private final @Nullable Labels below;
    private final RexBuilder builder;
    private final Set<RexNode> conditions = new LinkedHashSet<>();
    private final List<Part> parts = new ArrayList<>();

    /// A part of a group that must be about enough subjects.
    ///
    /// @param rows which rows, over the fields of the input; null for all
    /// @param mayBeEmpty whether it may be about none at all
    /// @param rest what is left of which other rows, by which the engine may count it; null for none
    record Part(
            @Nullable RexNode rows,
            boolean mayBeEmpty,
            @Nullable Rest rest) {}

    /// Of the rows that a field of the input chooses (below 0: all), those that are not in another part.
    record Rest(int of, int part) {}

    /// @param input the rows, straight from a projection if `below` is there
    /// @param below the labels below that projection, null where there is none
    Parts(Places places, LogicalAggregate aggregate, Rows input, @Nullable Labels below) {
        this.places = places;
        this.aggregate = aggregate;
        this.input = input;
        this.below = below;
        this.builder = aggregate.getCluster().getRexBuilder();
    }

    List<Part> all() {
        return Collections.unmodifiableList(parts);
    }

    /// The fields of [#rows] of the parts into which conditions cut a group, all together the group; none where nothing
    /// cuts it.
    List<Integer> cut() {
        var cut = conditions.isEmpty() ? 0 : 1 << conditions.size();
        var first = input.plan().getRowType().getFieldCount() + parts.size() - cut;
        return IntStream.range(first, first + cut).boxed().toList();
    }

    /// The labels of those conditions.
    List<Label> deciding() {
        return conditions.stream().map(labels()::of).toList();
    }

    /// The input with a field for each part that says whether a row is in it.
    ///
    /// @throws Refusal for arguments that cannot be released
    RelNode rows(int threshold) {
        var arguments = new Arguments(places, Lane.REVIEWED);
        for (var call : aggregate.getAggCallList()) {
            arguments.release(call, input, threshold);
            parts(call);
        }
        if (parts.stream().allMatch(Part::mayBeEmpty)) {
            parts.add(new Part(null, false, null));
        }
        var extended = withConditions();
        combinations(extended);
        var width = input.plan().getRowType().getFieldCount();
        var fields = Aggregations.refs(extended, width);
        parts.forEach(part -> fields.add(part.rows() == null ? builder.makeLiteral(true) : part.rows()));
        return LogicalProject.create(extended, List.of(), fields, (List<String>) null, Set.of());
    }

    /// Of expressions over the fields that [#expression] is over.
    private Labels labels() {
        return below == null ? new Labels(input.labels(), places) : below;
    }

    /// The parts that an aggregate function looks at.
    private void parts(AggregateCall call) {
        var chosen = call.hasFilter();
        if (call.hasFilter()) {
            condition(expression(call.filterArg));
        }
        for (var argument : call.getArgList()) {
            switch (input.labels().get(argument).shape()) {
                case COMPUTED -> {
                    choices(call, argument);
                    chosen = true;
                }
                case RELEASED -> throw computed(call, argument);
                case CONSTANT, PLAIN -> {}
            }
            if (call.isDistinct() && !isSubject(expression(argument))) {
                throw distinct(argument);
            }
            present(call, argument, chosen);
        }
    }

    /// The rows that have the value, and where how many they are is told, those of which it is missing too. Of a CASE
    /// the conditions tell both apart.
    private void present(AggregateCall call, int argument, boolean chosen) {
        var part = new Part(filtered(call, SqlStdOperatorTable.IS_NOT_NULL, argument), chosen, null);
        if (!parts.contains(part)) {
            parts.add(part);
        }
        var label = input.labels().get(argument);
        if (label.shape() == Label.Shape.PLAIN
                && tellsHowMany(call, expression(argument))
                && mayBeMissing(field(argument), label)) {
            var missing = new Part(
                    filtered(call, SqlStdOperatorTable.IS_NULL, argument),
                    true,
                    new Rest(call.filterArg, parts.indexOf(part)));
            if (!parts.contains(missing)) {
                parts.add(missing);
            }
        }
    }

    private RexNode filtered(AggregateCall call, SqlOperator operator, int argument) {
        var rows = builder.makeCall(operator, field(argument));
        return call.hasFilter() ? builder.makeCall(SqlStdOperatorTable.AND, rows, field(call.filterArg)) : rows;
    }

    /// A count does, and so do two functions of the same values (a sum over an average is a count), and a sum of what
    /// something was added to. One sum, or one average, beside the number of rows does not.
    private boolean tellsHowMany(AggregateCall call, RexNode value) {
        return call.getAggregation().getKind() == SqlKind.COUNT
                || !isColumn(value)
                || aggregate.getAggCallList().stream().anyMatch(other -> isAnother(other, call));
    }

    private static boolean isColumn(RexNode value) {
        return value instanceof RexInputRef
                || (value instanceof RexCall cast
                        && cast.getKind() == SqlKind.CAST
                        && isColumn(cast.getOperands().getFirst()));
    }

    /// Another function of the same values in the same rows.
    private boolean isAnother(AggregateCall other, AggregateCall call) {
        var same = other.getArgList().equals(call.getArgList());
        return other.filterArg == call.filterArg
                && (same ? !other.getAggregation().equals(call.getAggregation()) : sharesColumns(other, call));
    }

    private boolean sharesColumns(AggregateCall one, AggregateCall other) {
        return one.getArgList().stream()
                .map(input.labels()::get)
                .anyMatch(label -> label.shape() == Label.Shape.PLAIN
                        && other.getArgList().stream()
                                .map(input.labels()::get)
                                .anyMatch(it -> it.shape() == Label.Shape.PLAIN
                                        && !Collections.disjoint(it.values(), label.values())));
    }

    /// The only subject is never missing.
    private boolean mayBeMissing(RexNode value, Label label) {
        return label.shape() != Label.Shape.CONSTANT
                && value.getType().isNullable()
                && !(label.subject() != null && input.subjects().size() == 1);
    }

    /// The conditions of a CASE whose results are plain.
    private void choices(AggregateCall call, int argument) {
        if (below == null || !(expression(argument) instanceof RexCall choice) || choice.getKind() != SqlKind.CASE) {
            throw computed(call, argument);
        }
        var operands = choice.getOperands();
        for (var i = 0; i < operands.size(); i++) {
            if (i % 2 == 0 && i < operands.size() - 1) {
                condition(operands.get(i));
            } else if (below.of(operands.get(i)).shape().compareTo(Label.Shape.PLAIN) > 0) {
                throw computed(call, argument);
            } else if (tellsHowMany(call, operands.get(i))
                    && mayBeMissing(operands.get(i), below.of(operands.get(i)))) {
                condition(builder.makeCall(SqlStdOperatorTable.IS_NOT_NULL, operands.get(i)));
            }
        }
    }

    /// Whether it is a subject as it stands, or for some of the rows. Of other values one may be held by one subject
    /// alone, who then is one of their number.
    private boolean isSubject(RexNode node) {
        if (node instanceof RexCall choice && choice.getKind() == SqlKind.CASE) {
            var operands = choice.getOperands();
            return IntStream.range(0, operands.size())
                    .filter(i -> i % 2 == 1 || i == operands.size() - 1)
                    .allMatch(i -> isSubject(operands.get(i)));
        }
        var label = labels().of(node);
        return label.shape() == Label.Shape.CONSTANT || (node instanceof RexInputRef && label.subject() != null);
    }

    private Refusal distinct(int argument) {
        var names = input.labels().get(argument).names();
        return places.refuse(
                Rule.AGGREGATE_DISTINCT,
                names,
                Places.Clause.SELECT,
                Map.of("column", String.join("、", names), "nearest", "GROUP BY"));
    }

    private Refusal computed(AggregateCall call, int argument) {
        var label = input.labels().get(argument);
        return places.refuse(
                Rule.AGGREGATE_COMPUTED,
                label.names(),
                Places.Clause.SELECT,
                Map.of("function", call.getAggregation().getName(), "nearest", "SUM(x) / SUM(y)"));
    }

    private void condition(RexNode condition) {
        conditions.add(condition);
        if (conditions.size() > MAX_CONDITIONS) {
            throw places.refuse(
                    Rule.AGGREGATE_CONDITIONS,
                    "case",
                    Places.Clause.SELECT,
                    Map.of("limit", "" + MAX_CONDITIONS, "nearest", "WHERE"));
        }
    }

    /// The expression behind a field of the input, over the fields below its projection.
    private RexNode expression(int field) {
        return input.plan() instanceof LogicalProject project && below != null
                ? project.getProjects().get(field)
                : field(field);
    }

    private RexNode field(int field) {
        return RexInputRef.of(field, input.plan().getRowType());
    }

    /// The input with the conditions as further fields: they are over what is below its projection.
    private RelNode withConditions() {
        if (below != null && input.plan() instanceof LogicalProject project) {
            var fields = new ArrayList<>(project.getProjects());
            fields.addAll(conditions);
            return LogicalProject.create(project.getInput(), List.of(), fields, (List<String>) null, Set.of());
        }
        var fields = Aggregations.refs(input.plan(), input.plan().getRowType().getFieldCount());
        fields.addAll(conditions);
        return LogicalProject.create(input.plan(), List.of(), fields, (List<String>) null, Set.of());
    }

    /// Every combination of the conditions being so and not being so.
    private void combinations(RelNode extended) {
        var first = input.plan().getRowType().getFieldCount();
        for (var bits = 0; bits < 1 << conditions.size() && !conditions.isEmpty(); bits++) {
            var all = new ArrayList<RexNode>();
            for (var i = 0; i < conditions.size(); i++) {
                var so = (bits >> i & 1) == 1;
                var condition = RexInputRef.of(first + i, extended.getRowType());
                all.add(builder.makeCall(
                        so ? SqlStdOperatorTable.IS_TRUE : SqlStdOperatorTable.IS_NOT_TRUE, condition));
            }
            parts.add(new Part(RexUtil.composeConjunction(builder, all), true, null));
        }
    }
}
