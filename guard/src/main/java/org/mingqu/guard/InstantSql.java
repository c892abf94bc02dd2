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
import org.apache.calcite.sql.type.SqlTypeName;

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
/// Where the data are known to hold the bounds ([Measures#areBounded()]), 2 and 3 would cut nobody off, and
/// `v` is added up at once.
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
        var grouped =
                keys == 0 ? "" : " GROUP BY " + String.join(", ", names) + " ORDER BY " + String.join(", ", names);
        if (measures.areBounded()) {
            return "SELECT " + numbers() + " FROM (" + values() + ") AS v" + grouped;
        }
        var kept = keys == 0
                ? "p"
                : "(SELECT p.*, sum(n) OVER w AS so_far, row_number() OVER w AS place FROM p WINDOW w AS (PARTITION BY s ORDER BY hash("
                        + String.join(", ", names) + "), " + String.join(", ", names)
                        + " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS k WHERE so_far <= "
                        + rows.perSubject()
                        + " AND place <= " + measures.groups();
        return "WITH v AS (" + values() + "), p AS (" + perSubject() + ") SELECT " + sums() + " FROM " + kept + grouped;
    }

    private String values() {
        var columns = new ArrayList<String>();
        for (var key = 0; key < keys; key++) {
            columns.add("r.c" + key + " AS k" + key);
        }
        for (var i = 0; i < measures.columns().size(); i++) {
            var measure = measures.columns().get(i);
            var argument = "r.c" + (keys + i);
            var printed = measure instanceof Measure.Sum sum && isExact(sum)
                    ? exact(argument, sum.range())
                    : value(measure, argument);
            columns.add(printed + " AS a" + i);
        }
        var subject = "r.c" + (keys + measures.columns().size());
        columns.add(subject + " AS s");
        return "SELECT " + String.join(", ", columns) + " FROM (" + RelationPrinter.print(arguments(), places)
                + ") AS r WHERE " + subject + " IS NOT NULL";
    }

    /// Whether a sum is over a granted decimal column as it is, on its own grid, in one step: then it is added up
    /// as the decimals that it is, which takes the engine half the time.
    private boolean isExact(Measure.Sum sum) {
        var label = rows.labels().get(sum.argument());
        var type = rows.plan().getRowType().getFieldList().get(sum.argument()).getType();
        return measures.areBounded()
                && label.shape() == Label.Shape.PLAIN
                && label.conditions().isEmpty()
                && label.values().size() == 1
                && label.values().iterator().next().column().type() == ColumnType.DECIMAL
                && label.values().iterator().next().column().scale()
                        == sum.range().scale()
                && type.getSqlTypeName() == SqlTypeName.DECIMAL
                && type.getScale() == sum.range().scale();
    }

    private static String exact(String argument, Range range) {
        var value = decimal(argument, range);
        return "CASE WHEN " + value + " IS NOT NULL THEN greatest("
                + decimal(range.low().toPlainString(), range) + ", least("
                + decimal(range.high().toPlainString(), range) + ", " + value + ")) END";
    }

    private static String decimal(String value, Range range) {
        return "TRY_CAST(" + value + " AS DECIMAL(18, " + range.scale() + "))";
    }

    private static String value(Measure measure, String argument) {
        return switch (measure) {
            case Measure.Sum sum -> grid(argument, sum.range());
            case Measure.Centred centred -> centred(argument, centred.range());
            case Measure.Squares squares -> {
                var centred = centred(argument, squares.range());
                yield "(2 * " + centred + " * " + centred + " - "
                        + squares.range().interval().squareWidth() + ")";
            }
            case Measure.Tree tree -> leaf(argument, tree);
            default -> argument;
        };
    }

    /// As [org.mingqu.privacy.dp.Interval#centred(long)] has it.
    private static String centred(String argument, Range range) {
        var interval = range.interval();
        return "(2 * " + grid(argument, range) + " - (" + (interval.lower() + interval.upper()) + "))";
    }

    /// As [org.mingqu.privacy.dp.Quantiles#leaf] has it.
    private static String leaf(String argument, Measure.Tree tree) {
        var interval = tree.range().beyond();
        var leaves = org.mingqu.privacy.dp.Quantiles.leaves(tree.height(), tree.branching());
        return "(((" + grid(argument, tree.range()) + " - (" + interval.lower() + ")) * " + leaves + ") // "
                + interval.width() + ")";
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
                        case Measure.Sum it -> filtered(RexInputRef.of(it.argument(), type), it.filter());
                        case Measure.Centred it -> filtered(RexInputRef.of(it.argument(), type), it.filter());
                        case Measure.Squares it -> filtered(RexInputRef.of(it.argument(), type), it.filter());
                        case Measure.Tree it -> filtered(RexInputRef.of(it.argument(), type), it.filter());
                        case Measure.ValueCount it ->
                            filtered(it.argument() < 0 ? there : RexInputRef.of(it.argument(), type), it.filter());
                        case Measure.SubjectCount it -> filtered(there, it.filter());
                        case Measure.Key _, Measure.Over _, Measure.RowCount _, Measure.Later _ -> there;
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
    static String grid(String argument, Range range) {
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

    private String perSubject(Measure measure, String argument) {
        var most = rows.perSubject();
        return switch (measure) {
            case Measure.Key _, Measure.Over _, Measure.Later _ -> "";
            case Measure.RowCount _ -> "least(count(*), " + most + ")";
            case Measure.ValueCount _ -> "least(count(" + argument + "), " + most + ")";
            case Measure.SubjectCount _ -> "least(count(" + argument + "), 1)";
            case Measure.Sum sum ->
                within(
                        argument,
                        Math.min(0, sum.range().gridLow()) * most,
                        Math.max(0, sum.range().gridHigh()) * most);
            case Measure.Centred centred ->
                around(argument, Math.multiplyExact(centred.range().interval().width(), most));
            case Measure.Squares squares ->
                around(
                        argument,
                        Math.multiplyExact(
                                squares.range().interval().squareWidth().longValueExact(), most));
            // sorted, so that which values of a subject are cut off hangs on nothing but that subject
            case Measure.Tree _ ->
                "list_sort(list(" + argument + ") FILTER (" + argument + " IS NOT NULL))[1:" + most + "]";
        };
    }

    private static String around(String argument, long most) {
        return within(argument, -most, most);
    }

    private static String within(String argument, long least, long most) {
        return "greatest(" + least + ", least(" + most + ", coalesce(sum(" + argument + "), 0)))";
    }

    private String sums() {
        return columns((measure, i) -> measure instanceof Measure.Tree
                ? "list_aggregate(flatten(list(m" + i + ")), 'histogram')"
                : "sum(m" + i + ")");
    }

    /// The same over rows instead of subjects.
    private String numbers() {
        return columns((measure, i) -> switch (measure) {
            case Measure.RowCount _ -> "count(*)";
            case Measure.ValueCount _ -> "count(a" + i + ")";
            case Measure.SubjectCount _ -> "count(DISTINCT s) FILTER (a" + i + " IS NOT NULL)";
            case Measure.Tree _ -> "histogram(a" + i + ") FILTER (a" + i + " IS NOT NULL)";
            case Measure.Sum sum
            when isExact(sum) ->
                "CAST(coalesce(sum(a" + i + "), 0) * "
                        + BigDecimal.TEN.pow(sum.range().scale()) + " AS HUGEINT)";
            default -> "coalesce(sum(a" + i + "), 0)";
        });
    }

    private interface Column {
        String of(Measure measure, int place);
    }

    private String columns(Column printed) {
        return IntStream.range(0, measures.columns().size())
                .mapToObj(i -> switch (measures.columns().get(i)) {
                    case Measure.Key key -> "k" + key.key() + " AS c" + i;
                    case Measure.Over _, Measure.Later _ -> "NULL AS c" + i;
                    case Measure measure -> printed.of(measure, i) + " AS c" + i;
                })
                .collect(Collectors.joining(", "));
    }
}
