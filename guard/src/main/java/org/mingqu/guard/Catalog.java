package org.mingqu.guard;

import java.util.List;
import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;

/// The grant as the parser's catalogue: what is not granted does not exist.
final class Catalog {

    private Catalog() {}

    static CalciteCatalogReader reader(Grant grant, RelDataTypeFactory types) {
        var root = CalciteSchema.createRootSchema(false, false);
        for (var table : grant.tables()) {
            root.add(table.name(), new Granted(table));
        }
        var settings = new Properties();
        settings.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
        return new CalciteCatalogReader(root, List.of(), types, new CalciteConnectionConfigImpl(settings));
    }

    /// A granted table: only its granted columns, without the subject column where that is not granted, and
    /// without any that may never be used.
    static final class Granted extends AbstractTable {

        private final GrantedTable table;
        private final List<GrantedColumn> columns;

        Granted(GrantedTable table) {
            this.table = table;
            this.columns = table.columns().stream()
                    .filter(column -> column.columnClass() != ColumnClass.NEVER)
                    .toList();
        }

        GrantedTable table() {
            return table;
        }

        List<GrantedColumn> columns() {
            return columns;
        }

        @Override
        public RelDataType getRowType(RelDataTypeFactory types) {
            var row = types.builder();
            for (var column : columns) {
                row.add(column.name(), Types.of(types, column.type(), column.scale()));
            }
            return row.build();
        }
    }
}
