package org.mingqu.guard;

import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;

/// Which columns a condition may compare: two columns that both may join, or columns that all may be in a
/// condition. What AND, OR and NOT put together is looked at part by part.
final class Conditions {

    private final Labels labels;
    private final Places places;

    Conditions(Labels labels, Places places) {
        this.labels = labels;
        this.places = places;
    }

    /// @throws Refusal if a column in it lacks the right
    void check(RexNode part, Places.Clause clause) {
        switch (part.getKind()) {
            case AND, OR -> ((RexCall) part).getOperands().forEach(operand -> check(operand, clause));
            case NOT -> not(part, ((RexCall) part).getOperands().getFirst(), clause);
            case EQUALS, IS_NULL, IS_NOT_NULL -> compared(part, ((RexCall) part).getOperands(), clause);
            case EXISTS -> labels.of(part); // its conditions are looked at in the query
            case IN -> in((RexSubQuery) part, clause);
            default -> needs(labels.of(part), Right.FILTER, clause);
        }
    }

    /// NOT IN and NOT EXISTS leave out what joins; that two columns differ is more than a join says.
    private void not(RexNode whole, RexNode part, Places.Clause clause) {
        if (part instanceof RexSubQuery) {
            check(part, clause);
        } else {
            needs(labels.of(whole), Right.FILTER, clause);
        }
    }

    /// Columns as they are that may join; a missing value joins with nothing anyway.
    private void compared(RexNode part, List<RexNode> operands, Places.Clause clause) {
        if (operands.stream().allMatch(Conditions::isColumn)
                && operands.stream().allMatch(operand -> labels.of(operand).may(Right.JOIN))) {
            return;
        }
        needs(labels.of(part), Right.FILTER, clause);
    }

    private void in(RexSubQuery query, Places.Clause clause) {
        var inner = labels.of(query);
        var all = query.getOperands().stream().map(labels::of).reduce(inner, Label::and);
        if (!all.may(Right.JOIN) || !query.getOperands().stream().allMatch(Conditions::isColumn)) {
            needs(all, Right.FILTER, clause);
        }
    }

    private static boolean isColumn(RexNode node) {
        return node instanceof RexInputRef || node instanceof RexFieldAccess;
    }

    private void needs(Label label, Right right, Places.Clause clause) {
        if (!label.may(right)) {
            var lacking = label.lacking(right);
            throw places.refuse(
                    Rule.COLUMN_NO_RIGHT,
                    lacking,
                    clause,
                    Map.of(
                            "column",
                            String.join("、", lacking),
                            "right",
                            clause == Places.Clause.ON ? "JOIN" : right.name()));
        }
    }
}
