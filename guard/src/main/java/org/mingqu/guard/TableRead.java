package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/// A read of a granted table together with its subject column, which a question cannot name by itself.
///
/// Its fields are the granted columns in order and then, for a table with a subject, the subject and, where cells
/// are listed, the unit.
final class TableRead extends AbstractRelNode {

    private final GrantedTable table;
    private final List<String> columns;

    TableRead(RelOptCluster cluster, Catalog.Granted granted, boolean units) {
        super(cluster, cluster.traitSetOf(Convention.NONE));
        this.table = granted.table();
        var names = new ArrayList<>(
                granted.columns().stream().map(GrantedColumn::name).toList());
        var types = cluster.getTypeFactory();
        var row = types.builder().addAll(granted.getRowType(types).getFieldList());
        if (table.subject() != null) {
            names.add(table.subject());
            row.add("$subject", Types.of(types, subjectType(), 0));
            if (units) {
                names.add(GrantedTable.UNIT);
                row.add(GrantedTable.UNIT, Types.of(types, ColumnType.TEXT, 0));
            }
        }
        this.columns = List.copyOf(names);
        this.rowType = row.build();
    }

    /// Text where the subject is not granted: it is only counted, grouped and compared with its like.
    private ColumnType subjectType() {
        return table.subject() == null
                ? ColumnType.TEXT
                : table.column(table.subject()).map(GrantedColumn::type).orElse(ColumnType.TEXT);
    }

    GrantedTable table() {
        return table;
    }

    List<String> columns() {
        return columns;
    }

    @Override
    protected RelDataType deriveRowType() {
        return rowType;
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("table", table.name());
    }
}
