package org.mingqu.bench;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mingqu.district.Column;
import org.mingqu.district.District;
import org.mingqu.district.Scenario;
import org.mingqu.district.SubjectKind;
import org.mingqu.guard.ColumnClass;
import org.mingqu.guard.ColumnType;
import org.mingqu.guard.Grant;
import org.mingqu.guard.GrantedColumn;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.Limits;
import org.mingqu.guard.Right;

/// What the guard would be told of a scenario of the demonstration district, with the rights that the platform's
/// table of column rules gives from the start.
final class StoryGrants {

    private static final Limits LIMITS = new Limits(10, 10_000, 10_000, 60);

    private StoryGrants() {}

    static Grant of(District district, Scenario scenario) {
        return new Grant(
                scenario.key(),
                scenario.items().stream()
                        .map(item -> table(district, item.resource(), item.columns()))
                        .toList(),
                LIMITS);
    }

    private static GrantedTable table(District district, String key, Collection<String> columns) {
        var resource = district.resource(key);
        return new GrantedTable(
                key,
                resource.title(),
                columns.stream().map(it -> column(resource.column(it))).toList(),
                resource.subject(),
                resource.subjectKind().code(),
                resource.subjectKind() == SubjectKind.NONE ? 0 : resource.maxRowsPerSubject(),
                1_000_000);
    }

    private static GrantedColumn column(Column column) {
        return new GrantedColumn(
                column.name(),
                column.label(),
                ColumnType.valueOf(column.type().name()),
                column.scale(),
                ColumnClass.valueOf(column.columnClass().name()),
                column.grade(),
                rights(column),
                column.lower(),
                column.upper());
    }

    private static Set<Right> rights(Column column) {
        var names = switch (column.columnClass()) {
            case OPEN -> List.of("OUTPUT_AGGREGATE", "GROUP", "FILTER", "JOIN", "COUNT_DISTINCT");
            case MEASURE ->
                column.grade() == 1
                        ? List.of("OUTPUT_AGGREGATE", "GROUP", "FILTER", "COUNT_DISTINCT")
                        : List.of("OUTPUT_AGGREGATE", "FILTER");
            case QUASI_IDENTIFIER ->
                column.grade() < 3 ? List.of("GROUP", "FILTER", "JOIN", "COUNT_DISTINCT") : List.of("GROUP", "FILTER");
            case SENSITIVE -> List.of("OUTPUT_AGGREGATE", "FILTER");
            case IDENTIFIER -> List.of("JOIN", "COUNT_DISTINCT");
            case NEVER -> List.<String>of();
        };
        var rights = EnumSet.noneOf(Right.class);
        names.forEach(it -> rights.add(Right.valueOf(it)));
        return rights;
    }
}
