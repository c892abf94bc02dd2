package org.mingqu.guard;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.jspecify.annotations.Nullable;

/// How large a text becomes in the plan, where some operators are spelled out with an operand several times
/// over: thirty COALESCE in each other are a thousand million operators.
final class Expansion {

    static final long MAX = 50_000;

    private static final Set<String> TWICE = Set.of(
            "COALESCE",
            "IFNULL",
            "NULLIF",
            "BETWEEN",
            "NOT BETWEEN",
            "BETWEEN ASYMMETRIC",
            "NOT BETWEEN ASYMMETRIC",
            "IS DISTINCT FROM",
            "IS NOT DISTINCT FROM");

    private final IdentityHashMap<SqlNode, Long> known = new IdentityHashMap<>();

    private Expansion() {}

    /// @throws Refusal if the plan would be larger than the limit
    static void check(SqlNode statement) {
        if (new Expansion().size(statement) > MAX) {
            throw Refusal.at(
                    statement.getParserPosition(), Rule.TEXT_TOO_DEEP, Map.of("limit", "" + SqlText.MAX_DEPTH));
        }
    }

    /// Nodes may be shared (the parser itself spells `CASE x WHEN …` out), so each is looked at once.
    private long size(@Nullable SqlNode node) {
        if (node == null) {
            return 0;
        }
        var seen = known.get(node);
        if (seen == null) {
            seen = spelledOut(node);
            known.put(node, seen);
        }
        return seen;
    }

    private long spelledOut(SqlNode node) {
        return switch (node) {
            case SqlCase choice ->
                sum(
                        copies(
                                size(choice.getValueOperand()),
                                choice.getWhenOperands().size()),
                        all(choice.getWhenOperands()),
                        all(choice.getThenOperands()),
                        size(choice.getElseOperand()));
            case SqlCall call
            when TWICE.contains(call.getOperator().getName().toUpperCase(Locale.ROOT)) ->
                copies(all(call.getOperandList()), 2);
            case SqlCall call
            when call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN ->
                sum(copies(size(call.operand(0)), listed(call.operand(1))), size(call.operand(1)));
            case SqlCall call -> sum(1, all(call.getOperandList()));
            case SqlNodeList list -> all(list);
            default -> 1;
        };
    }

    private static long listed(SqlNode list) {
        return list instanceof SqlNodeList several ? several.size() : 1;
    }

    private static long copies(long size, long times) {
        return Math.min(MAX + 1, size * times);
    }

    private long all(Iterable<? extends @Nullable SqlNode> nodes) {
        var sum = 0L;
        for (var node : nodes) {
            sum = Math.min(MAX + 1, sum + size(node));
        }
        return sum;
    }

    private static long sum(long... sizes) {
        var sum = 0L;
        for (var size : sizes) {
            sum = Math.min(MAX + 1, sum + size);
        }
        return sum;
    }
}
