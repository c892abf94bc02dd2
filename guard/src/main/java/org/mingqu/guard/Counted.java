package org.mingqu.guard;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/// An aggregation over subjects that says of each group **at least** how many subjects are behind it, and counts
/// them only where that is in doubt.
///
/// Its fields are the keys, the visible calls, and the number: of at least as many subjects as the threshold where
/// the group may be shown, below it where not.
///
/// Why it is sound: of the rows of a group that name a subject, let there be r, and let one subject have at most m
/// in all of the input. Then there are at least r / m subjects and at most r. So r of k times m or more is enough,
/// r below k is too few, and only between the two is there doubt. There, the subjects are put into 64 boxes by their
/// hash: as many boxes as are taken, so many subjects there are at least. What is then still in doubt is counted.
final class Counted extends AbstractRelNode {

    private final LogicalAggregate aggregate;
    private final List<Count> numbers;
    private final int threshold;

    /// One number of subjects that a group must reach.
    ///
    /// @param subject the field of the input with the subject
    /// @param rows the field of the input that says whether a row counts; below 0 for all rows
    /// @param most the most rows of one subject in the input; [Long#MAX_VALUE] where that is not known
    /// @param mayBeNone whether no subject at all is as good as enough
    /// @param rest what is left of which other rows; null where they are counted by themselves
    record Count(
            int subject,
            int rows,
            long most,
            boolean mayBeNone,
            @Nullable Rest rest) {}

    /// The rows that one field of the input chooses (below 0: all) without those that another one does, which are
    /// among them: there is no need to look at each row again.
    record Rest(int of, int without) {}

    Counted(RelNode input, ImmutableBitSet keys, List<AggregateCall> calls, List<Count> numbers, int threshold) {
        super(input.getCluster(), input.getCluster().traitSetOf(Convention.NONE));
        this.aggregate = LogicalAggregate.create(input, List.of(), keys, null, calls);
        this.numbers = List.copyOf(numbers);
        this.threshold = threshold;
        var types = input.getCluster().getTypeFactory();
        this.rowType = types.builder()
                .addAll(aggregate.getRowType().getFieldList())
                .add("$behind", types.createSqlType(SqlTypeName.BIGINT))
                .build();
    }

    LogicalAggregate aggregate() {
        return aggregate;
    }

    List<Count> numbers() {
        return numbers;
    }

    int threshold() {
        return threshold;
    }

    @Override
    protected RelDataType deriveRowType() {
        return rowType;
    }
}
