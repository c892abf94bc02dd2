package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/// The aggregation over subjects whose result may be looked at, with the number of subjects behind each group
/// as a hidden field: the least over everything in the group that could be about fewer.
///
/// - Over all subjects that the rows have: of a join of elders with meters, elders and households.
/// - Over all arguments: an average over one known value among many missing ones is about one.
/// - Over all [Parts] of the group that its numbers tell apart.
final class Release {

    private final int threshold;
    private final LogicalAggregate aggregate;
    private final Rows input;
    private final RexBuilder builder;
    private final Parts parts;

    /// @param input the rows, straight from a projection if `below` is there
    /// @param below the labels below that projection, null where there is none
    Release(Places places, int threshold, LogicalAggregate aggregate, Rows input, @Nullable Labels below) {
        this.threshold = threshold;
        this.aggregate = aggregate;
        this.input = input;
        this.builder = aggregate.getCluster().getRexBuilder();
        this.parts = new Parts(places, aggregate, input, below);
    }

    /// @param exactly whether the number behind a group is the number of its subjects, or one that is at least as
    ///     large as the threshold if theirs is
    Rows rows(boolean exactly) {
        var rows = parts.rows(threshold);
        return exactly ? counted(rows) : quick(rows);
    }

    /// The release with what its cells are made of: the whole group, or where conditions cut it every part.
    CellRows cells() {
        var rows = parts.rows(threshold);
        return new CellRows(aggregate, input, rows, quick(rows), parts.cut(), parts.deciding());
    }

    private Rows counted(RelNode rows) {
        var width = input.plan().getRowType().getFieldCount();
        var groups = aggregate.getGroupCount();
        var calls = new ArrayList<>(aggregate.getAggCallList());
        for (var i = 0; i < input.subjects().size(); i++) {
            for (var j = 0; j < parts.all().size(); j++) {
                var filter = parts.all().get(j).rows() == null ? -1 : width + j;
                calls.add(Aggregations.call(SqlStdOperatorTable.COUNT, true, input.width() + i, filter, rows, groups));
            }
        }
        var plan = LogicalAggregate.create(rows, List.of(), aggregate.getGroupSet(), null, calls);
        return behind(plan, groups + aggregate.getAggCallList().size());
    }

    private Rows quick(RelNode rows) {
        var width = input.plan().getRowType().getFieldCount();
        var numbers = new ArrayList<Counted.Count>();
        for (var i = 0; i < input.subjects().size(); i++) {
            var subject = input.subjects().get(i);
            for (var j = 0; j < parts.all().size(); j++) {
                var part = parts.all().get(j);
                var rest = part.rest();
                numbers.add(new Counted.Count(
                        input.width() + i,
                        part.rows() == null ? -1 : width + j,
                        input.most(subject),
                        subject.optional() || part.mayBeEmpty(),
                        rest == null ? null : new Counted.Rest(rest.of(), width + rest.part())));
            }
        }
        var plan = new Counted(rows, aggregate.getGroupSet(), aggregate.getAggCallList(), numbers, threshold);
        var visible = plan.getRowType().getFieldCount() - 1;
        return new Rows(plan, Aggregations.released(visible), List.of(), 1, Map.of(), Rows.Stage.CARRIED);
    }

    /// The least of the hidden numbers as the one hidden field.
    private Rows behind(RelNode plan, int visible) {
        var counts = new ArrayList<RexNode>();
        var all = parts.all();
        for (var i = 0; i < input.subjects().size() * all.size(); i++) {
            var count = RexInputRef.of(visible + i, plan.getRowType());
            var mayBeEmpty = input.subjects().get(i / all.size()).optional()
                    || all.get(i % all.size()).mayBeEmpty();
            var none = builder.makeCall(SqlStdOperatorTable.EQUALS, count, builder.makeExactLiteral(BigDecimal.ZERO));
            counts.add(
                    mayBeEmpty
                            ? builder.makeCall(
                                    SqlStdOperatorTable.CASE, none, builder.makeNullLiteral(count.getType()), count)
                            : count);
        }
        var least = counts.size() == 1 ? counts.getFirst() : builder.makeCall(SqlLibraryOperators.LEAST_PG, counts);
        var fields = Aggregations.refs(plan, visible);
        fields.add(builder.makeCall(
                SqlStdOperatorTable.CASE,
                builder.makeCall(SqlStdOperatorTable.IS_NULL, least),
                builder.makeZeroLiteral(least.getType()), // a group of nobody is a small group
                least));
        return new Rows(
                LogicalProject.create(plan, List.of(), fields, (List<String>) null, Set.of()),
                Aggregations.released(visible),
                List.of(),
                1,
                Map.of(),
                Rows.Stage.CARRIED);
    }
}
