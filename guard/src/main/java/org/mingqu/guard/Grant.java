package org.mingqu.guard;

import java.util.List;
import java.util.Locale;

/// What one scenario may use.
///
/// @param scenario the scenario's id or title, for the record only
public record Grant(String scenario, List<GrantedTable> tables, Limits limits) {

    public Grant {
        tables = List.copyOf(tables);
        var distinct = tables.stream()
                .map(table -> table.name().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (distinct != tables.size()) {
            throw new IllegalArgumentException("two granted tables have the same name");
        }
    }
}
