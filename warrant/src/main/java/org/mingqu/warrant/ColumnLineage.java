package org.mingqu.warrant;

import java.util.List;

/// Which columns of resources a column of a result is made of.
///
/// @param from each as people know it, `table.column`; empty for a number of rows
public record ColumnLineage(String column, List<String> from) {

    public ColumnLineage {
        from = List.copyOf(from);
    }
}
