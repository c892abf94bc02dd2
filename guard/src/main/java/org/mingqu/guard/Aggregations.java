package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/// Aggregation, in the four places where it means something different: over open data, within subjects, over
/// subjects (the release), and over a release.
final class Aggregations {

    private final Places places;
    private final Arguments arguments;

    Aggregations(Places places, Lane lane) {
        this.places = places;
        this.arguments = new Arguments(places, lane);
    }

    /// Over data without subjects: every group may be known.
    Rows open(LogicalAggregate aggregate, Rows input) {
        keys(aggregate, input);
        aggregate.getAggCallList().forEach(call -> arguments.open(call, input));
        var plan = LogicalAggregate.create(
                input.plan(), List.of(), aggregate.getGroupSet(), null, aggregate.getAggCallList());
        return new Rows(plan, released(plan.getRowType().getFieldCount()), List.of(), 1, Rows.Stage.OPEN_GROUPS);
    }

    /// Over a release: each group stands for at least as many subjects as the smallest of those it is made of.
    Rows again(LogicalAggregate aggregate, Rows input) {
        aggregate.getAggCallList().forEach(call -> arguments.open(call, input));
        var calls = new ArrayList<>(aggregate.getAggCallList());
        calls.add(call(SqlStdOperatorTable.MIN, false, input.width(), -1, input.plan(), aggregate.getGroupCount()));
        var plan = LogicalAggregate.create(input.plan(), List.of(), aggregate.getGroupSet(), null, calls);
        return new Rows(plan, released(plan.getRowType().getFieldCount() - 1), List.of(), 1, Rows.Stage.CUT);
    }

    /// Within subjects: what comes out is still rows, at most a few of each subject.
    Rows within(LogicalAggregate aggregate, Rows input) {
        var keys = aggregate.getGroupSet().asList();
        for (var key : keys) {
            var label = input.labels().get(key);
            if (!label.may(Right.GROUP) && !label.may(Right.JOIN)) {
                throw noRight(label, Right.GROUP, Places.Clause.GROUP);
            }
        }
        var labels = new ArrayList<>(keys.stream().map(input.labels()::get).toList());
        aggregate.getAggCallList().forEach(call -> labels.add(arguments.within(call, input)));
        var calls = new ArrayList<>(aggregate.getAggCallList());
        for (var i = 0; i < input.subjects().size(); i++) {
            calls.add(call(SqlStdOperatorTable.MIN, false, input.width() + i, -1, input.plan(), keys.size()));
            calls.add(call(SqlStdOperatorTable.MAX, false, input.width() + i, -1, input.plan(), keys.size()));
        }
        var plan = LogicalAggregate.create(input.plan(), List.of(), aggregate.getGroupSet(), null, calls);
        var fields = refs(plan, labels.size());
        for (var i = 0; i < input.subjects().size(); i++) {
            fields.add(subject(
                    plan, keys, labels.size() + 2 * i, input, input.subjects().get(i)));
        }
        return new Rows(
                LogicalProject.create(plan, List.of(), fields, (List<String>) null, Set.of()),
                labels,
                input.subjects(),
                rowsPerSubject(keys, input),
                Rows.Stage.ROWS);
    }

    /// The subject of a group: the key that is a copy of it, or else the one subject of all its rows, and
    /// nobody where there are several.
    private static RexNode subject(RelNode plan, List<Integer> keys, int least, Rows input, Label.Subject subject) {
        for (var i = 0; i < keys.size(); i++) {
            if (subject.equals(input.labels().get(keys.get(i)).subject())) {
                return RexInputRef.of(i, plan.getRowType());
            }
        }
        var builder = plan.getCluster().getRexBuilder();
        var low = RexInputRef.of(least, plan.getRowType());
        var high = RexInputRef.of(least + 1, plan.getRowType());
        return builder.makeCall(
                SqlStdOperatorTable.CASE,
                builder.makeCall(SqlStdOperatorTable.EQUALS, low, high),
                low,
                builder.makeNullLiteral(low.getType()));
    }

    /// The most groups of one subject: the product of the bounds of the readings from which the keys come.
    static long rowsPerSubject(List<Integer> keys, Rows input) {
        var bound = 1L;
        var readings = new LinkedHashSet<Integer>();
        for (var key : keys) {
            var label = input.labels().get(key);
            if (label.shape() != Label.Shape.CONSTANT && label.all().isEmpty()) {
                return input.perSubject(); // a number of rows can be anything
            }
            for (var source : label.all()) {
                if (label.subject() == null && source.table().subject() == null) {
                    return input.perSubject();
                }
                if (label.subject() == null && readings.add(source.reading())) {
                    bound = Rows.times(bound, source.table().maxRowsPerSubject());
                }
            }
        }
        return Math.min(bound, input.perSubject());
    }

    /// Over subjects: the release, with the number of subjects behind each group as a hidden field. It is the
    /// least over all subjects of the rows and over all arguments, so that an average over one known value
    /// among many missing ones counts for one.
    Rows release(LogicalAggregate aggregate, Rows input) {
        keys(aggregate, input);
        aggregate.getAggCallList().forEach(call -> arguments.release(call, input));
        var present = new LinkedHashSet<Integer>();
        aggregate.getAggCallList().forEach(call -> present.addAll(call.getArgList()));
        var builder = aggregate.getCluster().getRexBuilder();
        var fields = refs(input.plan(), input.plan().getRowType().getFieldCount());
        for (var argument : present) {
            fields.add(builder.makeCall(
                    SqlStdOperatorTable.IS_NOT_NULL,
                    RexInputRef.of(argument, input.plan().getRowType())));
        }
        var rows = LogicalProject.create(input.plan(), List.of(), fields, (List<String>) null, Set.of());
        var groups = aggregate.getGroupCount();
        var calls = new ArrayList<>(aggregate.getAggCallList());
        for (var i = 0; i < input.subjects().size(); i++) {
            for (var j = 0; j < Math.max(1, present.size()); j++) {
                var filter = present.isEmpty() ? -1 : input.plan().getRowType().getFieldCount() + j;
                calls.add(call(SqlStdOperatorTable.COUNT, true, input.width() + i, filter, rows, groups));
            }
        }
        var plan = LogicalAggregate.create(rows, List.of(), aggregate.getGroupSet(), null, calls);
        return behind(plan, groups + aggregate.getAggCallList().size(), input.subjects(), Math.max(1, present.size()));
    }

    /// The release with its hidden numbers of subjects as one: the least. A subject that a LEFT JOIN did not
    /// find counts only in a group where it found some.
    private static Rows behind(RelNode plan, int visible, List<Label.Subject> subjects, int each) {
        var builder = plan.getCluster().getRexBuilder();
        var counts = new ArrayList<RexNode>();
        for (var field = visible; field < plan.getRowType().getFieldCount(); field++) {
            var count = RexInputRef.of(field, plan.getRowType());
            var none = builder.makeCall(SqlStdOperatorTable.EQUALS, count, builder.makeExactLiteral(BigDecimal.ZERO));
            counts.add(
                    subjects.get((field - visible) / each).optional()
                            ? builder.makeCall(
                                    SqlStdOperatorTable.CASE, none, builder.makeNullLiteral(count.getType()), count)
                            : count);
        }
        var fields = refs(plan, visible);
        fields.add(counts.size() == 1 ? counts.getFirst() : builder.makeCall(SqlLibraryOperators.LEAST_PG, counts));
        return new Rows(
                LogicalProject.create(plan, List.of(), fields, (List<String>) null, Set.of()),
                released(visible),
                List.of(),
                1,
                Rows.Stage.CARRIED);
    }

    /// Keys that anybody may see.
    void keys(LogicalAggregate aggregate, Rows input) {
        for (var key : aggregate.getGroupSet()) {
            key(input.labels().get(key));
        }
    }

    private void key(Label label) {
        var identifying = label.identifying();
        if (!identifying.isEmpty()) {
            throw places.refuse(
                    Rule.COLUMN_IDENTIFIER,
                    identifying,
                    Places.Clause.GROUP,
                    Map.of("column", String.join("、", identifying)));
        }
        if (!label.may(Right.GROUP)) {
            throw noRight(label, Right.GROUP, Places.Clause.GROUP);
        }
    }

    private Refusal noRight(Label label, Right right, Places.Clause clause) {
        var lacking = label.lacking(right);
        return places.refuse(
                Rule.COLUMN_NO_RIGHT,
                lacking,
                clause,
                Map.of("column", String.join("、", lacking), "right", right.name()));
    }

    private static List<Label> released(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Label.RELEASED).toList();
    }

    private static List<RexNode> refs(RelNode plan, int count) {
        var fields = new ArrayList<RexNode>();
        IntStream.range(0, count).forEach(field -> fields.add(RexInputRef.of(field, plan.getRowType())));
        return fields;
    }

    static AggregateCall call(
            SqlAggFunction function, boolean distinct, int argument, int filter, RelNode input, int groups) {
        return AggregateCall.create(
                SqlParserPos.ZERO,
                function,
                distinct,
                false,
                false,
                List.of(),
                List.of(argument),
                filter,
                (@Nullable ImmutableBitSet) null,
                RelCollations.EMPTY,
                groups == 0,
                input,
                null,
                null);
    }
}
