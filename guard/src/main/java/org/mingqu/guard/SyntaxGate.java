package org.mingqu.guard;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/// The tree of the text, node by node: only kinds that are known to be harmless pass, with the place of what
/// does not.
///
/// It is for early refusals with exact places. What keeps the secrets looks at the plan later.
final class SyntaxGate extends SqlBasicVisitor<Void> {

    private static final Set<SqlKind> QUERIES = EnumSet.of(
            SqlKind.SELECT, SqlKind.ORDER_BY, SqlKind.WITH, SqlKind.UNION, SqlKind.INTERSECT, SqlKind.EXCEPT);

    private static final Set<SqlKind> SHAPES = EnumSet.of(
            SqlKind.WITH_ITEM,
            SqlKind.AS,
            SqlKind.JOIN,
            SqlKind.CASE,
            SqlKind.DESCENDING,
            SqlKind.NULLS_FIRST,
            SqlKind.NULLS_LAST,
            SqlKind.FILTER,
            SqlKind.SCALAR_QUERY,
            SqlKind.ROLLUP,
            SqlKind.CUBE,
            SqlKind.GROUPING_SETS,
            SqlKind.ROW,
            SqlKind.OVER,
            SqlKind.WINDOW,
            SqlKind.PRECEDING,
            SqlKind.FOLLOWING,
            SqlKind.WITHIN_GROUP,
            SqlKind.INTERVAL_QUALIFIER);

    private SyntaxGate() {}

    /// @throws Refusal if a node is not a known one
    static void check(SqlNode statement) {
        if (!QUERIES.contains(statement.getKind())) {
            throw Refusal.at(statement.getParserPosition(), Rule.STATEMENT_NOT_A_QUERY, Map.of());
        }
        Expansion.check(statement); // first: all that follows walks the tree
        statement.accept(new SyntaxGate());
        Readings.check(statement);
    }

    @Override
    public Void visit(SqlCall call) {
        switch (call) {
            case SqlSelect select -> select(select);
            case SqlWith with -> with(with);
            case SqlWithItem _, SqlJoin _, SqlCase _ -> {}
            default -> {
                if (!QUERIES.contains(call.getKind()) && !SHAPES.contains(call.getKind())) {
                    operator(call);
                }
            }
        }
        return super.visit(call);
    }

    private static void select(SqlSelect select) {
        if (select.hasHints()) {
            throw unknown(select, "/*+");
        }
        if (select.getFrom() != null) {
            from(select.getFrom());
        }
    }

    private static void with(SqlWith with) {
        for (var item : with.withList) {
            if (item instanceof SqlWithItem named && named.recursive.booleanValue()) {
                throw Refusal.at(
                        named.name.getParserPosition(),
                        Rule.STATEMENT_RECURSIVE,
                        Map.of("name", named.name.toString()));
            }
        }
    }

    /// What stands after FROM: granted tables, questions, joins of them.
    private static void from(SqlNode from) {
        switch (from.getKind()) {
            case JOIN -> {
                var join = (SqlJoin) from;
                if (join.isNatural()) {
                    throw Refusal.at(
                            from.getParserPosition(),
                            Rule.JOIN_KIND,
                            Map.of("join", "NATURAL JOIN", "nearest", "JOIN … ON a.x = b.x"));
                }
                from(join.getLeft());
                from(join.getRight());
            }
            case AS -> from(((SqlCall) from).operand(0));
            case IDENTIFIER -> {
                if (((SqlIdentifier) from).names.size() > 1) {
                    throw Refusal.at(
                            from.getParserPosition(), Rule.TABLE_NOT_GRANTED, Map.of("table", from.toString()));
                }
            }
            case SELECT, ORDER_BY, WITH, UNION, INTERSECT, EXCEPT -> {}
            default -> throw Refusal.at(from.getParserPosition(), Rule.TABLE_FUNCTION, Map.of("table", brief(from)));
        }
    }

    private static void operator(SqlCall call) {
        var operator = call.getOperator();
        var name = operator.getName();
        if (operator instanceof SqlFunction function
                && function.getSqlIdentifier() != null
                && function.getSqlIdentifier().names.size() > 1) {
            throw unknown(call, function.getSqlIdentifier().toString());
        }
        if (!Operators.knows(name) && !name.equals("::") && !name.equals("-") && !name.equals("+")) {
            throw unknown(call, name);
        }
        if (call.getFunctionQuantifier() != null && !call.getOperator().isAggregator() && !Operators.knows(name)) {
            throw unknown(call, name);
        }
    }

    private static Refusal unknown(SqlNode node, String name) {
        return Refusal.at(node.getParserPosition(), Rule.OPERATOR_UNKNOWN, Map.of("operator", shown(name)));
    }

    /// The name as it was written.
    static String shown(String name) {
        return SqlText.OWN_NAMES.entrySet().stream()
                .filter(own -> own.getValue().equalsIgnoreCase(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    private static String brief(SqlNode node) {
        var text = node instanceof SqlCall call ? call.getOperator().getName() : node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
