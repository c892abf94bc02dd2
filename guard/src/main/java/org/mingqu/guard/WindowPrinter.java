package org.mingqu.guard;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/// Window functions as the engine's SQL.
final class WindowPrinter {

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("COUNT", "count"),
            Map.entry("SUM", "sum"),
            Map.entry("$SUM0", "sum"),
            Map.entry("AVG", "avg"),
            Map.entry("MIN", "min"),
            Map.entry("MAX", "max"),
            Map.entry("ROW_NUMBER", "row_number"),
            Map.entry("RANK", "rank"),
            Map.entry("DENSE_RANK", "dense_rank"),
            Map.entry("PERCENT_RANK", "percent_rank"),
            Map.entry("CUME_DIST", "cume_dist"),
            Map.entry("NTILE", "ntile"),
            Map.entry("LAG", "lag"),
            Map.entry("LEAD", "lead"),
            Map.entry("FIRST_VALUE", "first_value"),
            Map.entry("LAST_VALUE", "last_value"),
            Map.entry("NTH_VALUE", "nth_value"));

    /// Those that take no frame; the engine and the standard agree that it changes nothing.
    private static final Set<SqlKind> FRAMELESS = Set.of(
            SqlKind.ROW_NUMBER,
            SqlKind.RANK,
            SqlKind.DENSE_RANK,
            SqlKind.PERCENT_RANK,
            SqlKind.CUME_DIST,
            SqlKind.NTILE,
            SqlKind.LAG,
            SqlKind.LEAD);

    private static final Set<SqlKind> DIRECTIONS = Set.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST);

    private final RelationPrinter relations;
    private final ExpressionPrinter expressions;

    WindowPrinter(RelationPrinter relations, ExpressionPrinter expressions) {
        this.relations = relations;
        this.expressions = expressions;
    }

    String print(RexOver over) {
        var name = FUNCTIONS.get(over.getAggOperator().getName());
        var window = over.getWindow();
        if (name == null || over.ignoreNulls() || window.getExclude() != RexWindowExclusion.EXCLUDE_NO_OTHER) {
            throw relations.unknown(over.getAggOperator().getName());
        }
        var arguments = over.getOperands().stream().map(expressions::print).collect(Collectors.joining(", "));
        if (over.getAggOperator().getKind() == SqlKind.COUNT && arguments.isEmpty()) {
            arguments = "*";
        }
        var text = new StringBuilder(name + "(" + (over.isDistinct() ? "DISTINCT " : "") + arguments + ") OVER (");
        if (!window.partitionKeys.isEmpty()) {
            text.append("PARTITION BY ")
                    .append(window.partitionKeys.stream()
                            .map(expressions::print)
                            .collect(Collectors.joining(", ")));
        }
        if (!window.orderKeys.isEmpty()) {
            text.append(" ORDER BY ")
                    .append(window.orderKeys.stream().map(this::order).collect(Collectors.joining(", ")));
        }
        if (!FRAMELESS.contains(over.getAggOperator().getKind()) && !window.orderKeys.isEmpty()) {
            text.append(window.isRows() ? " ROWS BETWEEN " : " RANGE BETWEEN ")
                    .append(bound(window.getLowerBound()))
                    .append(" AND ")
                    .append(bound(window.getUpperBound()));
        }
        return text.append(")").toString();
    }

    /// The planner leaves the direction of a key that is an aggregate in the expression.
    private String order(RexFieldCollation key) {
        var expression = key.left;
        var descending = key.right.contains(SqlKind.DESCENDING);
        var nullsFirst = key.right.contains(SqlKind.NULLS_FIRST);
        while (expression instanceof RexCall call && DIRECTIONS.contains(call.getKind())) {
            descending |= call.getKind() == SqlKind.DESCENDING;
            nullsFirst |= call.getKind() == SqlKind.NULLS_FIRST;
            expression = call.getOperands().getFirst();
        }
        return expressions.print(expression)
                + (descending ? " DESC" : " ASC")
                + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    private String bound(@Nullable RexWindowBound bound) {
        if (bound == null) {
            throw relations.unknown("OVER");
        }
        if (bound.isCurrentRow()) {
            return "CURRENT ROW";
        }
        var side = bound.isPreceding() ? " PRECEDING" : " FOLLOWING";
        if (bound.isUnbounded()) {
            return "UNBOUNDED" + side;
        }
        RexNode offset = bound.getOffset();
        if (!(offset instanceof RexLiteral literal)) {
            throw relations.unknown("OVER");
        }
        return expressions.print(literal) + side;
    }
}
