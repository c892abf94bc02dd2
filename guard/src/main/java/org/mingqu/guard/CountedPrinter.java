package org.mingqu.guard;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;

/// A [Counted] as the engine's SQL: `a` the groups with their rows, `d` those in doubt, `b` their boxes, `f` those
/// still in doubt, `e` their subjects. Where nothing is in doubt the engine reads the input once.
///
/// Where every group is small, all are in doubt, and to find their boxes afterwards takes as long as the groups. So
/// the first rows of a table that is read as it is say whether its groups are many: `s` has a row then, and `z` else.
/// Of the two ways to the groups, with boxes and without, the engine goes only the one whose table has a row.
/// The first rows decide about the time only: whatever they say, doubt is counted out.
final class CountedPrinter {

    private static final int BOXES = 64;
    /// With so few boxes for so many subjects, two in one box are too likely for the boxes to help.
    private static final int MOST_BY_BOXES = BOXES / 2;
    /// So many first rows say whether groups are many.
    private static final int LOOKED_AT = 10_000;

    private final RelationPrinter relations;
    private final Counted counted;
    private final int keys;
    private final int visible;
    private final boolean early;

    CountedPrinter(RelationPrinter relations, Counted counted) {
        this.relations = relations;
        this.counted = counted;
        this.keys = counted.aggregate().getGroupCount();
        this.visible = counted.aggregate().getRowType().getFieldCount();
        this.early = keys > 0
                && counted.threshold() <= MOST_BY_BOXES
                && counted.numbers().stream().anyMatch(number -> number.most() > 1)
                && isRead(counted.aggregate().getInput());
    }

    /// Whether the first rows can be had without making all of them.
    private static boolean isRead(RelNode input) {
        return input instanceof TableRead
                || (input instanceof Project project && !project.containsOver() && isRead(project.getInput()));
    }

    String print() {
        var shown = IntStream.range(0, visible)
                .mapToObj(i -> "a.c" + i + " AS c" + i + ", ")
                .collect(Collectors.joining());
        var boxes = counted.threshold() <= MOST_BY_BOXES;
        return "WITH " + (early ? many() : "") + "a AS MATERIALIZED ("
                + (early
                        ? groups(" CROSS JOIN z", _ -> "NULL") + " UNION ALL " + groups(" CROSS JOIN s", this::boxes)
                        : groups("", _ -> "NULL"))
                + "), d AS MATERIALIZED (" + doubtful("a", this::isDoubtful) + ")"
                + (boxes
                        ? ", b AS MATERIALIZED (" + again("d", this::boxes) + "), f AS MATERIALIZED ("
                                + doubtful("a" + join("b"), this::isStillDoubtful) + ")"
                        : "")
                + ", e AS MATERIALIZED (" + again(boxes ? "f" : "d", this::subjects) + ") SELECT " + shown
                + "coalesce(least(" + numbers(number -> behind(number, boxes)) + "), 0) AS c" + visible + " FROM a"
                + (boxes ? join("b") : "") + join("e");
    }

    private String numbers(IntFunction<String> text) {
        var all = IntStream.range(0, counted.numbers().size()).mapToObj(text).toList();
        return String.join(", ", all);
    }

    /// A limit that the engine learns late: of one that it knows beforehand it makes a join by the rows' numbers.
    private String many() {
        var names = counted.aggregate().getGroupSet().asList().stream()
                .map(key -> "x.c" + key)
                .collect(Collectors.joining(", "));
        return "s AS MATERIALIZED (SELECT 1 AS k FROM (SELECT count(*) AS n FROM (SELECT " + names + input()
                + " LIMIT (SELECT " + LOOKED_AT + ")) AS x GROUP BY " + names
                + ") HAVING 2 * count(*) > sum(n)), z AS MATERIALIZED (SELECT 1"
                + " AS k WHERE NOT EXISTS (SELECT 1 FROM s)), ";
    }

    /// The groups with their visible numbers, and for each number of subjects how many rows name one, and their boxes
    /// if they are looked at so early.
    private String groups(String where, IntFunction<String> boxes) {
        var printer = new AggregatePrinter(relations, counted.aggregate(), "x");
        var columns = new ArrayList<String>();
        for (var i = 0; i < visible; i++) {
            columns.add(printer.column(i) + " AS c" + i);
        }
        for (var i = 0; i < counted.numbers().size(); i++) {
            columns.add(rows(i) + " AS r" + i);
            if (early) {
                columns.add(boxes.apply(i) + " AS o" + i);
            }
        }
        return "SELECT " + String.join(", ", columns) + input() + where + printer.grouping();
    }

    private String input() {
        return " FROM (" + relations.inner(counted.aggregate().getInput(), needed()) + ") AS x";
    }

    /// The fields of the input that any of the numbers asks for.
    private BitSet needed() {
        var needed = new BitSet();
        counted.aggregate().getGroupSet().forEach(needed::set);
        for (var call : counted.aggregate().getAggCallList()) {
            call.getArgList().forEach(needed::set);
            call.getCollation().getFieldCollations().forEach(key -> needed.set(key.getFieldIndex()));
            if (call.hasFilter()) {
                needed.set(call.filterArg);
            }
        }
        for (var number : counted.numbers()) {
            needed.set(number.subject());
            if (number.rows() >= 0) {
                needed.set(number.rows());
            }
            if (number.rest() != null && number.rest().of() >= 0) {
                needed.set(number.rest().of());
            }
        }
        return needed;
    }

    private String rows(int number) {
        var rest = counted.numbers().get(number).rest();
        return rest == null
                ? rows(number, counted.numbers().get(number).rows())
                : rows(number, rest.of()) + " - " + rows(number, rest.without());
    }

    /// With the condition inside, which takes the engine less time than its FILTER.
    private String rows(int number, int chosen) {
        return chosen < 0
                ? "count(" + subject(number) + ")"
                : "count(CASE WHEN " + subject(number) + " IS NOT NULL AND x.c" + chosen + " THEN 1 END)";
    }

    private String subject(int number) {
        return "x.c" + counted.numbers().get(number).subject();
    }

    private String filter(int number) {
        var rows = counted.numbers().get(number).rows();
        return rows < 0 ? "" : " FILTER (WHERE x.c" + rows + ")";
    }

    private String doubtful(String from, IntFunction<String> doubt) {
        var names = keys == 0
                ? "TRUE AS k"
                : IntStream.range(0, keys)
                        .mapToObj(i -> "a.c" + i + " AS c" + i)
                        .collect(Collectors.joining(", "));
        var all = IntStream.range(0, counted.numbers().size()).boxed().toList();
        return "SELECT " + names + " FROM " + from + " WHERE "
                + all.stream().map(this::mayBeEnough).collect(Collectors.joining(" AND ")) + " AND ("
                + all.stream().map(doubt::apply).collect(Collectors.joining(" OR ")) + ")";
    }

    private String mayBeEnough(int number) {
        var enough = "a.r" + number + " >= " + counted.threshold();
        return counted.numbers().get(number).mayBeNone() ? "(" + enough + " OR a.r" + number + " = 0)" : enough;
    }

    private String isDoubtful(int number) {
        return "(a.r" + number + " >= " + counted.threshold() + " AND a.r" + number + " < " + plenty(number)
                + (early ? " AND coalesce(a.o" + number + ", 0) < " + counted.threshold() : "") + ")";
    }

    private String isStillDoubtful(int number) {
        return "(" + isDoubtful(number) + " AND coalesce(b.n" + number + ", 0) < " + counted.threshold() + ")";
    }

    private long plenty(int number) {
        return Rows.times(counted.numbers().get(number).most(), counted.threshold());
    }

    /// The groups of a list once more, with other numbers.
    private String again(String list, IntFunction<String> number) {
        var names = counted.aggregate().getGroupSet().asList().stream()
                .map(key -> "x.c" + key)
                .toList();
        var columns = new ArrayList<String>();
        var same = new ArrayList<String>();
        for (var i = 0; i < keys; i++) {
            columns.add(names.get(i) + " AS c" + i);
            same.add(names.get(i) + " IS NOT DISTINCT FROM " + list + ".c" + i);
        }
        for (var i = 0; i < counted.numbers().size(); i++) {
            columns.add(number.apply(i) + " AS n" + i);
        }
        return "SELECT " + String.join(", ", columns) + input() + " SEMI JOIN " + list + " ON "
                + (keys == 0 ? list + ".k" : String.join(" AND ", same))
                + (keys == 0 ? "" : " GROUP BY " + String.join(", ", names));
    }

    private String boxes(int number) {
        return "bit_count(bit_or(1::UBIGINT << (hash(" + subject(number) + ") % " + BOXES + "))" + " FILTER (WHERE "
                + subject(number) + " IS NOT NULL" + also(number) + "))";
    }

    private String also(int number) {
        var rows = counted.numbers().get(number).rows();
        return rows < 0 ? "" : " AND x.c" + rows;
    }

    private String subjects(int number) {
        return "count(DISTINCT " + subject(number) + ")" + filter(number);
    }

    private String join(String other) {
        List<String> same = IntStream.range(0, keys)
                .mapToObj(i -> "a.c" + i + " IS NOT DISTINCT FROM " + other + ".c" + i)
                .toList();
        return " LEFT JOIN " + other + " ON " + (same.isEmpty() ? "TRUE" : String.join(" AND ", same));
    }

    /// Below the threshold a number is not made larger than it is, and what was not counted is nobody.
    private String behind(int number, boolean boxes) {
        var rows = "a.r" + number;
        var k = counted.threshold();
        var most = counted.numbers().get(number).most();
        return "CASE WHEN " + rows + " = 0 THEN "
                + (counted.numbers().get(number).mayBeNone() ? "NULL" : "0")
                + " WHEN " + rows + " < " + k + " THEN " + rows
                + (most == Long.MAX_VALUE
                        ? ""
                        : " WHEN " + rows + " >= " + plenty(number) + " THEN " + rows + " // " + most)
                + (early ? " WHEN a.o" + number + " >= " + k + " THEN a.o" + number : "")
                + (boxes ? " WHEN b.n" + number + " >= " + k + " THEN b.n" + number : "")
                + " ELSE coalesce(e.n" + number + ", 0) END";
    }
}
