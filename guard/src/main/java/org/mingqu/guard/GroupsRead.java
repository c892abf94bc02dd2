package org.mingqu.guard;

import org.apache.calcite.plan.Convention;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;

/// A read of the released groups where they stand in a table ([ReviewedCells#groups()]).
final class GroupsRead extends AbstractRelNode {

    /// @param groups the plan by which the table was made
    GroupsRead(RelNode groups) {
        super(groups.getCluster(), groups.getCluster().traitSetOf(Convention.NONE));
        this.rowType = groups.getRowType();
    }

    @Override
    protected RelDataType deriveRowType() {
        return rowType;
    }
}
