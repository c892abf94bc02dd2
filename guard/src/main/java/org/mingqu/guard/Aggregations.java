package org.mingqu.guard;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/// Aggregation where it is no release: over open data, within subjects, and over a release.
final class Aggregations {

    /// Ours: how many groups of keys of text alone count for one subject.
    static final long STEADY = 4;

    private final Keys keys;
    private final Arguments arguments;

    Aggregations(Places places, Lane lane) {
        this.keys = new Keys(places);
        this.arguments = new Arguments(places, lane);
    }

    /// Over a release: each group stands for at least as many subjects as the smallest of those it is made of.
    Rows again(LogicalAggregate aggregate, Rows input) {
        aggregate.getAggCallList().forEach(call -> arguments.open(call, input.labels()));
        aggregate.getGroupSet().forEach(key -> keys.check(input.labels().get(key)));
        var calls = new ArrayList<>(aggregate.getAggCallList());
        var whole = aggregate.getGroupSets().stream().anyMatch(ImmutableBitSet::isEmpty);
        var keyed = whole ? 0 : aggregate.getGroupCount();
        calls.add(call(SqlStdOperatorTable.MIN, false, input.width(), -1, input.plan(), keyed));
        var plan = LogicalAggregate.create(
                input.plan(), List.of(), aggregate.getGroupSet(), aggregate.getGroupSets(), calls);
        return new Rows(plan, released(plan.getRowType().getFieldCount() - 1), List.of(), 1, Map.of(), Rows.Stage.CUT);
    }

    /// Within subjects: what comes out is still rows, at most a few of each subject.
    Rows within(LogicalAggregate aggregate, Rows input) {
        var keys = aggregate.getGroupSet().asList();
        for (var key : keys) {
            var label = input.labels().get(key);
            if (!label.may(Right.GROUP) && !label.may(Right.JOIN)) {
                throw this.keys.lacking(label);
            }
        }
        var labels = new ArrayList<>(keys.stream().map(input.labels()::get).toList());
        aggregate.getAggCallList().forEach(call -> labels.add(arguments.within(call, input)));
        var calls = new ArrayList<>(aggregate.getAggCallList());
        for (var i = 0; i < input.subjects().size(); i++) {
            calls.add(call(SqlStdOperatorTable.MIN, false, input.width() + i, -1, input.plan(), keys.size()));
            calls.add(call(SqlStdOperatorTable.MAX, false, input.width() + i, -1, input.plan(), keys.size()));
        }
        var firstUnit = input.width() + input.subjects().size();
        for (var i = 0; i < input.units().size(); i++) {
            calls.add(call(UnitList.FUNCTION, false, firstUnit + i, -1, input.plan(), keys.size()));
        }
        var plan = LogicalAggregate.create(input.plan(), List.of(), aggregate.getGroupSet(), null, calls);
        var fields = refs(plan, labels.size());
        for (var i = 0; i < input.subjects().size(); i++) {
            fields.add(subject(
                    plan, keys, labels.size() + 2 * i, input, input.subjects().get(i)));
        }
        for (var i = 0; i < input.units().size(); i++) {
            fields.add(RexInputRef.of(labels.size() + 2 * input.subjects().size() + i, plan.getRowType()));
        }
        return new Rows(
                LogicalProject.create(plan, List.of(), fields, (List<String>) null, Set.of()),
                labels,
                input.subjects(),
                groupsPerSubject(keys, input, Long.MAX_VALUE),
                input.most(), // a group of one subject has at least one of its rows
                input.units(),
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

    /// The most groups of one subject that count: the product over the readings from which the keys come.
    ///
    /// What a text says of a subject (its community, its industry) seldom changes from row to row, while days
    /// and numbers do: keys of text alone count a few times for each subject, others as often as it has rows.
    /// This is no promise about the data; [InstantSql] leaves out what is beyond it.
    static long groupsPerSubject(List<Integer> keys, Rows input, long steady) {
        var bounds = new HashMap<Integer, Long>();
        for (var key : keys) {
            var label = input.labels().get(key);
            if (label.subject() != null || label.shape() == Label.Shape.CONSTANT) {
                continue;
            }
            if (label.all().isEmpty()
                    || label.all().stream().anyMatch(source -> source.table().subject() == null)) {
                return input.perSubject(); // a number of rows, or open data: as many as there are rows
            }
            for (var source : label.all()) {
                var most = (long) source.table().maxRowsPerSubject();
                bounds.merge(source.reading(), isSteady(source) ? Math.min(steady, most) : most, Math::max);
            }
        }
        return Math.min(bounds.values().stream().reduce(1L, Rows::times), input.perSubject());
    }

    private static boolean isSteady(Label.Source source) {
        return source.column().type() == ColumnType.TEXT || source.column().type() == ColumnType.BOOLEAN;
    }

    /// Keys that anybody may see.
    void keys(LogicalAggregate aggregate, Rows input) {
        for (var key : aggregate.getGroupSet()) {
            keys.check(input.labels().get(key));
        }
    }

    static List<Label> released(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Label.RELEASED).toList();
    }

    static List<RexNode> refs(RelNode plan, int count) {
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
