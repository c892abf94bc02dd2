package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.sql.SqlKind;

/// A release together with the rows that its groups are made of.
///
/// @param rows the visible fields, the subjects, the units and then for each part whether a row is in it
/// @param counted the groups, each with at least how many subjects are behind it
/// @param parts the fields of `rows` of the parts into which conditions cut a group, all together the group;
///     empty where nothing cuts it
/// @param deciding the labels of those conditions
record CellRows(
        LogicalAggregate aggregate, Rows input, RelNode rows, Rows counted, List<Integer> parts, List<Label> deciding) {

    CellRows {
        parts = List.copyOf(parts);
        deciding = List.copyOf(deciding);
    }

    /// The groups as they stand in a table of the connection, with those taken out that may not be shown.
    Rows groups() {
        return counted.with(new GroupsRead(counted.plan()));
    }

    ReviewedCells sql(String answer, Places places) {
        var made = RelationPrinter.print(counted.plan(), places);
        var width = counted.width();
        var columns = IntStream.rangeClosed(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return new ReviewedCells(
                "CREATE TEMP TABLE " + ReviewedCells.GROUPS
                        + " AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS g, " + columns + " FROM (" + made
                        + ")",
                "c" + width,
                aggregate.getGroupCount(),
                input.units().stream().map(GrantedTable::name).toList(),
                listing(RelationPrinter.print(rows, places)),
                contributions(RelationPrinter.print(rows, places)),
                sensitive(),
                deciding.stream().anyMatch(CellRows::isSensitive),
                OwnTables.among(aggregate, input),
                answer);
    }

    /// The rows with the number of their group and part.
    private String grouped(String printed) {
        var keys = aggregate.getGroupSet().asList();
        var same = IntStream.range(0, keys.size())
                .mapToObj(i -> "x.c" + keys.get(i) + " IS NOT DISTINCT FROM k.c" + i)
                .collect(Collectors.joining(" AND "));
        var part = parts.isEmpty()
                ? "0"
                : IntStream.range(0, parts.size())
                        .mapToObj(i -> " WHEN x.c" + parts.get(i) + " THEN " + i)
                        .collect(Collectors.joining("", "CASE", " END"));
        return "WITH r AS (SELECT k.g, " + part + " AS p, x.* FROM (" + printed + ") AS x JOIN " + ReviewedCells.GROUPS
                + " AS k ON " + (same.isEmpty() ? "TRUE" : same) + ") ";
    }

    private String listing(String printed) {
        var first = input.width() + input.subjects().size();
        var readings = IntStream.range(0, input.units().size())
                .mapToObj(i -> "SELECT " + i
                        + " AS reading, g, p, CAST(u AS BIGINT) AS unit, count(*) AS times FROM (SELECT g, p,"
                        + " unnest(list_distinct(string_split(CAST(c" + (first + i)
                        + " AS VARCHAR), ','))) AS u FROM r)"
                        + " GROUP BY g, p, u")
                .collect(Collectors.joining(" UNION ALL "));
        return grouped(printed) + readings;
    }

    /// What each subject puts into each sum, or an empty text where nothing is added up but ones.
    private String contributions(String printed) {
        var sums = new ArrayList<String>();
        for (var call : aggregate.getAggCallList()) {
            if (addsValues(call)) {
                for (var subject = 0; subject < input.subjects().size(); subject++) {
                    sums.add(contribution(call, sums.size(), input.width() + subject));
                }
            }
        }
        return sums.isEmpty() ? "" : grouped(printed) + String.join(" UNION ALL ", sums);
    }

    private boolean addsValues(AggregateCall call) {
        var kind = call.getAggregation().getKind();
        return (kind == SqlKind.SUM || kind == SqlKind.SUM0 || kind == SqlKind.AVG)
                && !input.labels().get(call.getArgList().getFirst()).values().isEmpty();
    }

    private static String contribution(AggregateCall call, int number, int subject) {
        var value = "c" + call.getArgList().getFirst();
        var rows = call.hasFilter() ? " AND c" + call.filterArg : "";
        return "SELECT " + number + " AS measure, g, CAST(sum(" + value + ") AS DOUBLE) AS v FROM r WHERE c" + subject
                + " IS NOT NULL AND " + value + " IS NOT NULL" + rows + " GROUP BY g, c" + subject;
    }

    private List<Integer> sensitive() {
        var keys = aggregate.getGroupSet().asList();
        return IntStream.range(0, keys.size())
                .filter(i -> isSensitive(input.labels().get(keys.get(i))))
                .boxed()
                .toList();
    }

    private static boolean isSensitive(Label label) {
        return label.all().stream().anyMatch(source -> source.column().columnClass() == ColumnClass.SENSITIVE);
    }
}
