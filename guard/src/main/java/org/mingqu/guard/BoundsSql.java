package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/// The SQL of a search for bounds: how many values there are of each power of two, with no more rows of one subject
/// than may count.
final class BoundsSql {

    private final Rows rows;
    private final Ranges ranges;
    private final Places places;
    private final boolean held;

    /// @param held whether the data are known to hold the bound on the rows of a subject
    BoundsSql(Rows rows, Ranges ranges, Places places, boolean held) {
        this.rows = rows;
        this.ranges = ranges;
        this.places = places;
        this.held = held;
    }

    String print() {
        return IntStream.range(0, ranges.searched().size())
                .mapToObj(this::counted)
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String counted(int number) {
        var argument = ranges.searched().get(number);
        var values = "SELECT " + ranges.power(argument, "r.c0") + " AS k0, r.c1 AS s FROM ("
                + RelationPrinter.print(valueAndSubject(argument), places) + ") AS r WHERE r.c1 IS NOT NULL";
        var most = rows.perSubject();
        var kept = held
                ? "SELECT k0, 1 AS n FROM (" + values + ") AS v"
                : "SELECT k0, least(n, greatest(0, " + most
                        + " - so_far + n)) AS n FROM (SELECT k0, n, sum(n) OVER (PARTITION BY s"
                        + " ORDER BY k0 ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS so_far FROM"
                        + " (SELECT s, k0, count(*) AS n FROM (" + values
                        + ") AS v WHERE k0 IS NOT NULL GROUP BY s, k0) AS p) AS k";
        return "SELECT " + number + " AS c0, k0 AS c1, sum(n) AS c2 FROM (" + kept
                + ") AS b WHERE k0 IS NOT NULL GROUP BY k0";
    }

    private LogicalProject valueAndSubject(int argument) {
        var type = rows.plan().getRowType();
        var fields = new ArrayList<RexNode>();
        fields.add(RexInputRef.of(argument, type));
        fields.add(RexInputRef.of(rows.width(), type));
        return LogicalProject.create(rows.plan(), List.of(), fields, (List<String>) null, Set.of());
    }
}
