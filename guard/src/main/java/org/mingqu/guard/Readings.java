package org.mingqu.guard;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.jspecify.annotations.Nullable;

/// How many times a question reads tables once its WITH queries are put where they are used. A few lines of
/// WITH that each use the one before twice are a plan of a million tables.
final class Readings {

    static final int MAX = 32;

    private Readings() {}

    /// @throws Refusal if the question reads tables more often than the limit
    static void check(SqlNode statement) {
        if (count(statement, Map.of()) > MAX) {
            throw Refusal.at(statement.getParserPosition(), Rule.TEXT_TOO_MANY_TABLES, Map.of("limit", "" + MAX));
        }
    }

    /// @param named how often each query of WITH that can be seen here reads tables
    private static long count(@Nullable SqlNode node, Map<String, Long> named) {
        return switch (node) {
            case null -> 0;
            case SqlWith with -> with(with, named);
            case SqlSelect select ->
                Math.min(
                        from(select.getFrom(), named)
                                + count(select.getSelectList(), named)
                                + count(select.getWhere(), named)
                                + count(select.getGroup(), named)
                                + count(select.getHaving(), named)
                                + count(select.getWindowList(), named)
                                + count(select.getQualify(), named)
                                + count(select.getOrderList(), named),
                        Integer.MAX_VALUE);
            case SqlCall call -> all(call.getOperandList(), named);
            case SqlNodeList list -> all(list, named);
            default -> 0;
        };
    }

    private static long all(Iterable<? extends @Nullable SqlNode> nodes, Map<String, Long> named) {
        var sum = 0L;
        for (var node : nodes) {
            sum = Math.min(sum + count(node, named), Integer.MAX_VALUE);
        }
        return sum;
    }

    private static long with(SqlWith with, Map<String, Long> named) {
        var inner = new HashMap<>(named);
        for (var item : with.withList) {
            if (item instanceof SqlWithItem query) {
                inner.put(query.name.getSimple().toLowerCase(Locale.ROOT), count(query.query, inner));
            }
        }
        return count(with.body, inner);
    }

    private static long from(@Nullable SqlNode from, Map<String, Long> named) {
        return switch (from) {
            case null -> 0;
            case SqlIdentifier table -> named.getOrDefault(table.names.getLast().toLowerCase(Locale.ROOT), 1L);
            case SqlJoin join ->
                Math.min(
                        from(join.getLeft(), named) + from(join.getRight(), named) + count(join.getCondition(), named),
                        Integer.MAX_VALUE);
            case SqlCall call when call.getKind() == SqlKind.AS -> from(call.operand(0), named);
            default -> count(from, named);
        };
    }
}
