package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/// The SQL of an instant plan, which bounds what one subject weighs before anything is added up over
/// subjects:
///
/// 1. `v`: the rows with their keys, arguments on the grid and clamped to their ranges, and the subject; a
///    row of nobody is out;
/// 2. `p`: one row for each subject and group, with the subject's own numbers, each within what so many rows
///    can make;
/// 3. `k`: the groups of each subject in an order that has nothing to do with the values (a hash of the
///    keys), with the running number of rows and groups;
/// 4. the sums over the groups in which no subject is beyond its rows or groups.
///
/// Source: bounding by (subject, group) before aggregation as in Wilson and others, Differentially Private
/// SQL with Bounded User Contribution (2020); the bound on the running number of rows makes the declared rows
/// of a subject, and not rows times groups, the sensitivity.
final class InstantSql {

    private final Rows rows;
    private final LogicalAggregate aggregate;
    private final Measures measures;
    private final Places places;
    private final int keys;

    InstantSql(Rows rows, LogicalAggregate aggregate, Measures measures, Places places) {
        this.rows = rows;
        this.aggregate = aggregate;
        this.measures = measures;
        this.places = places;
        this.keys = aggregate.getGroupCount();
    }

    String print() {
        var names = IntStream.range(0, keys).mapToObj(key -> "k" + key).toList();
        var kept = keys == 0
                ? "p"
                : "(SELECT p.*, sum(n) OVER w AS so_far, row_number() OVER w AS place FROM p WINDOW w AS (PARTITION BY s ORDER BY hash("
                        + String.join(", ", names) + "), " + String.join(", ", names)
                        + " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS k WHERE so_far <= "
                        + rows.perSubject()
                        + " AND place <= " + measures.groups();
        return "WITH v AS (" + values() + "), p AS (" + perSubject() + ") SELECT " + sums() + " FROM " + kept
                + (keys == 0 ? "" : " GROUP BY " + String.join(", ", names) + " ORDER BY " + String.join(", ", names));
    }

    private String values() {
        var columns = new ArrayList<String>();
        for (var key = 0; key < keys; key++) {
            columns.add("r.c" + key + " AS k" + key);
        }
        for (var i = 0; i < measures.columns().size(); i++) {
            var argument = "r.c" + (keys + i);
            columns.add((measures.columns().get(i) instanceof Measures.Measure.Sum sum
                            ? grid(argument, sum.range())
                            : argument)
                    + " AS a" + i);
        }
        var subject = "r.c" + (keys + measures.columns().size());
        columns.add(subject + " AS s");
        return "SELECT " + String.join(", ", columns) + " FROM (" + RelationPrinter.print(arguments(), places)
                + ") AS r WHERE " + subject + " IS NOT NULL";
    }

    /// The rows with keys, one column for each measure, and the subject.
    private LogicalProject arguments() {
        var type = rows.plan().getRowType();
        var builder = rows.plan().getCluster().getRexBuilder();
        var fields = new ArrayList<RexNode>();
        aggregate.getGroupSet().forEach(key -> fields.add(RexInputRef.of(key, type)));
        for (var measure : measures.columns()) {
            var there = (RexNode) builder.makeLiteral(true);
            fields.add(
                    switch (measure) {
                        case Measures.Measure.Sum sum -> filtered(RexInputRef.of(sum.argument(), type), sum.filter());
                        case Measures.Measure.ValueCount count ->
                            filtered(
                                    count.argument() < 0 ? there : RexInputRef.of(count.argument(), type),
                                    count.filter());
                        case Measures.Measure.SubjectCount count -> filtered(there, count.filter());
                        case Measures.Measure.Key _, Measures.Measure.RowCount _, Measures.Measure.Later _ -> there;
                    });
        }
        fields.add(RexInputRef.of(rows.width(), type));
        return LogicalProject.create(rows.plan(), List.of(), fields, (List<String>) null, Set.of());
    }

    private RexNode filtered(RexNode argument, int filter) {
        if (filter < 0) {
            return argument;
        }
        var builder = rows.plan().getCluster().getRexBuilder();
        var condition = RexInputRef.of(filter, rows.plan().getRowType());
        return builder.makeCall(
                SqlStdOperatorTable.CASE, condition, argument, builder.makeNullLiteral(argument.getType()));
    }

    /// A value on the grid, within its range. What cannot be put on the grid (not a number) counts as
    /// missing; a missing value stays missing, because `least` and `greatest` would make it the bound.
    private static String grid(String argument, Range range) {
        var unit = BigDecimal.ONE.movePointRight(range.scale()).toPlainString();
        var whole = "TRY_CAST(round(TRY_CAST(" + argument + " AS DOUBLE) * " + unit + ") AS BIGINT)";
        return "CASE WHEN " + whole + " IS NOT NULL THEN greatest(" + range.gridLow() + ", least(" + range.gridHigh()
                + ", " + whole + ")) END";
    }

    private String perSubject() {
        var columns = new ArrayList<String>();
        columns.add("s");
        var grouped = new ArrayList<String>();
        grouped.add("s");
        for (var key = 0; key < keys; key++) {
            columns.add("k" + key);
            grouped.add("k" + key);
        }
        columns.add("least(count(*), " + rows.perSubject() + ") AS n");
        for (var i = 0; i < measures.columns().size(); i++) {
            var number = perSubject(measures.columns().get(i), "a" + i);
            if (!number.isEmpty()) {
                columns.add(number + " AS m" + i);
            }
        }
        return "SELECT " + String.join(", ", columns) + " FROM v GROUP BY " + String.join(", ", grouped);
    }

    private String perSubject(Measures.Measure measure, String argument) {
        var most = rows.perSubject();
        return switch (measure) {
            case Measures.Measure.Key _, Measures.Measure.Later _ -> "";
            case Measures.Measure.RowCount _ -> "least(count(*), " + most + ")";
            case Measures.Measure.ValueCount _ -> "least(count(" + argument + "), " + most + ")";
            case Measures.Measure.SubjectCount _ -> "least(count(" + argument + "), 1)";
            case Measures.Measure.Sum sum ->
                "greatest(" + Math.min(0, sum.range().gridLow()) * most + ", least("
                        + Math.max(0, sum.range().gridHigh()) * most + ", coalesce(sum(" + argument + "), 0)))";
        };
    }

    private String sums() {
        return IntStream.range(0, measures.columns().size())
                .mapToObj(i -> switch (measures.columns().get(i)) {
                    case Measures.Measure.Key key -> "k" + key.key() + " AS c" + i;
                    case Measures.Measure.Later _ -> "NULL AS c" + i;
                    default -> "sum(m" + i + ") AS c" + i;
                })
                .collect(Collectors.joining(", "));
    }
}
