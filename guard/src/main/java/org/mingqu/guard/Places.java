package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/// Where in the text a name or an operator stands, for findings about the plan: a plan has no places.
///
/// Best effort, and only for showing: the first place in the wanted clause, else the first place at all, else
/// the whole text.
final class Places {

    enum Clause {
        SELECT,
        FROM,
        ON,
        WHERE,
        GROUP,
        HAVING,
        ORDER
    }

    private record Mark(Clause clause, String name, SqlParserPos place) {}

    private final SqlParserPos whole;
    private final List<Mark> marks = new ArrayList<>();

    Places(SqlNode tree) {
        this.whole = tree.getParserPosition();
        walk(tree, Clause.SELECT);
    }

    /// A refusal at the place of a name.
    Refusal refuse(Rule rule, String name, Clause clause, Map<String, String> parameters) {
        return Refusal.at(find(name, clause), rule, parameters);
    }

    /// A refusal at the first of the names that stands in the clause.
    Refusal refuse(Rule rule, Set<String> names, Clause clause, Map<String, String> parameters) {
        return names.stream()
                .filter(name -> marked(name, clause) != null)
                .findFirst()
                .map(name -> refuse(rule, name, clause, parameters))
                .orElseGet(() ->
                        refuse(rule, names.isEmpty() ? "" : names.iterator().next(), clause, parameters));
    }

    private SqlParserPos find(String name, Clause clause) {
        var there = marked(name, clause);
        if (there != null) {
            return there;
        }
        var wanted = name.toLowerCase(Locale.ROOT);
        return marks.stream()
                .filter(mark -> mark.name().equals(wanted))
                .findFirst()
                .map(Mark::place)
                .orElse(whole);
    }

    private @Nullable SqlParserPos marked(String name, Clause clause) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return marks.stream()
                .filter(mark -> mark.clause() == clause && mark.name().equals(wanted))
                .findFirst()
                .map(Mark::place)
                .orElse(null);
    }

    private void walk(@Nullable SqlNode node, Clause clause) {
        if (node == null) {
            return;
        }
        switch (node) {
            case SqlSelect select -> {
                walk(select.getSelectList(), Clause.SELECT);
                walk(select.getFrom(), Clause.FROM);
                walk(select.getWhere(), Clause.WHERE);
                walk(select.getGroup(), Clause.GROUP);
                walk(select.getHaving(), Clause.HAVING);
                walk(select.getWindowList(), Clause.SELECT);
                walk(select.getQualify(), Clause.HAVING);
                walk(select.getOrderList(), Clause.ORDER);
            }
            case SqlOrderBy order -> {
                walk(order.query, clause);
                mark(Clause.ORDER, "order by", order.getParserPosition());
                walk(order.orderList, Clause.ORDER);
                if (order.fetch != null) {
                    mark(Clause.ORDER, "limit", order.fetch.getParserPosition());
                }
            }
            case SqlJoin join -> {
                walk(join.getLeft(), Clause.FROM);
                walk(join.getRight(), Clause.FROM);
                mark(Clause.FROM, "join", join.getParserPosition());
                walk(join.getCondition(), Clause.ON);
            }
            default -> node.accept(new Below(clause));
        }
    }

    private void mark(Clause clause, String name, SqlParserPos place) {
        marks.add(new Mark(clause, name.toLowerCase(Locale.ROOT), place));
    }

    /// Marks everything below a node, and goes back to [Places#walk] for parts with clauses of their own.
    private final class Below extends SqlBasicVisitor<@Nullable Void> {

        private final Clause clause;

        Below(Clause clause) {
            this.clause = clause;
        }

        @Override
        public @Nullable Void visit(SqlCall call) {
            mark(clause, SyntaxGate.shown(call.getOperator().getName()), call.getParserPosition());
            for (var operand : call.getOperandList()) {
                walk(operand, clause);
            }
            return null;
        }

        @Override
        public @Nullable Void visit(SqlIdentifier identifier) {
            var last = identifier.names.isEmpty() ? "*" : identifier.names.getLast();
            mark(clause, last.isEmpty() ? "*" : last, identifier.getParserPosition());
            return null;
        }

        @Override
        public @Nullable Void visit(SqlLiteral literal) {
            return null;
        }
    }
}
