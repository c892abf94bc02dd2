package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/// The labels of expressions, from the labels of the columns they are made of.
final class Labels {

    private final List<Label> input;
    private final Places places;
    private final Scope scope;

    Labels(List<Label> input, Places places) {
        this(input, places, Scope.none(places));
    }

    Labels(List<Label> input, Places places, Scope scope) {
        this.input = input;
        this.places = places;
        this.scope = scope;
    }

    /// The label of an expression.
    ///
    /// @throws Refusal for what cannot be labelled
    Label of(RexNode node) {
        return switch (node) {
            case RexSubQuery query -> scope.query(query);
            case RexFieldAccess field -> scope.outer(field);
            case RexOver over -> over(over);
            case RexInputRef field -> input.get(field.getIndex());
            case RexLiteral literal -> Label.CONSTANT.with(range(literal));
            case RexCall call -> of(call);
            default -> throw places.refuse(Rule.SUBQUERY, "exists", Places.Clause.WHERE, Map.of("nearest", "JOIN"));
        };
    }

    /// A window hands on values of its rows (a frame of one row hands on the value of the row), and its partition and
    /// order decide which.
    private Label over(RexOver over) {
        var window = over.getWindow();
        var label = over.getOperands().stream().map(this::of).reduce(Label.CONSTANT, Label::and);
        for (var key : window.partitionKeys) {
            label = label.and(of(key).deciding());
        }
        for (var key : window.orderKeys) {
            label = label.and(of(key.left).deciding());
        }
        return label.shape() == Label.Shape.RELEASED ? label : label.with(Label.Shape.COMPUTED);
    }

    private Label of(RexCall call) {
        var operands = call.getOperands().stream().map(this::of).toList();
        var range = range(call, operands);
        if (operands.isEmpty()) {
            throw places.refuse(
                    Rule.OPERATOR_UNKNOWN,
                    call.getOperator().getName(),
                    Places.Clause.SELECT,
                    Map.of("operator", call.getOperator().getName()));
        }
        if (isScaled(call, operands)) {
            return operands.stream()
                    .reduce(Label::and)
                    .orElseThrow()
                    .with(Label.Shape.PLAIN)
                    .with(range);
        }
        if (call.getKind() == SqlKind.CASE) {
            return shaped(branches(operands), operands).with(range);
        }
        var together = operands.stream().reduce(Label::and).orElseThrow();
        if (call.getType().getSqlTypeName() == SqlTypeName.BOOLEAN) {
            together = together.deciding();
        }
        return shaped(together, operands).with(range);
    }

    /// Conditions decide, branches are values.
    private static Label branches(List<Label> operands) {
        var together = operands.getLast();
        for (var i = 0; i + 1 < operands.size(); i += 2) {
            together = together.and(operands.get(i).deciding()).and(operands.get(i + 1));
        }
        return together;
    }

    private static Label shaped(Label label, List<Label> operands) {
        if (operands.stream().allMatch(operand -> operand.shape() == Label.Shape.CONSTANT)) {
            return label.with(Label.Shape.CONSTANT);
        }
        var released = operands.stream()
                .allMatch(
                        operand -> operand.shape() == Label.Shape.CONSTANT || operand.shape() == Label.Shape.RELEASED);
        return label.with(released ? Label.Shape.RELEASED : Label.Shape.COMPUTED);
    }

    /// A plain number times, or divided by, a constant other than 0, or in another number type, and sums and
    /// differences of such: its sum over subjects tells no more than their sums.
    private static boolean isScaled(RexCall call, List<Label> operands) {
        if (!SqlTypeUtil.isNumeric(call.getType())) {
            return false;
        }
        var plain = operands.getFirst().shape() == Label.Shape.PLAIN;
        return switch (call.getKind()) {
            case CAST ->
                plain && SqlTypeUtil.isNumeric(call.getOperands().getFirst().getType());
            case MINUS_PREFIX, PLUS_PREFIX -> plain;
            case TIMES, DIVIDE -> plain && isFactor(constant(call.getOperands().get(1)));
            case PLUS, MINUS ->
                operands.stream().allMatch(operand -> operand.shape().compareTo(Label.Shape.PLAIN) <= 0)
                        && operands.stream().anyMatch(operand -> operand.shape() == Label.Shape.PLAIN);
            default -> false;
        };
    }

    private static boolean isFactor(@Nullable BigDecimal factor) {
        return factor != null && factor.signum() != 0;
    }

    private static @Nullable Range over(@Nullable Range dividend, @Nullable BigDecimal divisor) {
        return dividend == null || divisor == null || divisor.signum() == 0 ? null : dividend.over(divisor);
    }

    /// The number that a constant is; null for anything else.
    static @Nullable BigDecimal constant(RexNode node) {
        return switch (node) {
            case RexLiteral literal
            when !literal.isNull() && SqlTypeUtil.isNumeric(literal.getType()) -> literal.getValueAs(BigDecimal.class);
            case RexCall call
            when call.getKind() == SqlKind.CAST -> constant(call.getOperands().getFirst());
            default -> null;
        };
    }

    private static @Nullable Range range(RexNode literal) {
        var value = constant(literal);
        return value == null ? null : Range.of(value);
    }

    private static @Nullable Range range(RexCall call, List<Label> operands) {
        if (!SqlTypeUtil.isNumeric(call.getType())) {
            return null;
        }
        var first = operands.isEmpty() ? null : operands.getFirst().range();
        var second = operands.size() == 2 ? operands.get(1).range() : null;
        return switch (call.getKind()) {
            case CASE -> branchRange(call, operands);
            case CAST, PLUS_PREFIX -> first;
            case MINUS_PREFIX ->
                first == null ? null : Range.of(BigDecimal.ZERO).minus(first);
            case PLUS -> first == null || second == null ? null : first.plus(second);
            case MINUS -> first == null || second == null ? null : first.minus(second);
            case TIMES -> first == null || second == null ? null : first.times(second);
            case DIVIDE -> over(first, constant(call.getOperands().get(1)));
            default -> null;
        };
    }

    /// A value where it is above or below a constant, as GREATEST and LEAST come out of the parser; what is not
    /// bounded at all is so on that side.
    private static @Nullable Range held(Label value, RexNode node, RexNode condition) {
        var range = value.range();
        for (var part : RelOptUtil.conjunctions(condition)) {
            if (part instanceof RexCall call
                    && call.getOperands().size() == 2
                    && call.getOperands().getFirst().equals(node)) {
                var bound = constant(call.getOperands().get(1));
                if (bound != null) {
                    var from = range == null ? Range.open(scale(value)) : range;
                    range = switch (call.getKind()) {
                        case GREATER_THAN, GREATER_THAN_OR_EQUAL -> from.greatest(Range.of(bound));
                        case LESS_THAN, LESS_THAN_OR_EQUAL -> from.least(Range.of(bound));
                        default -> range;
                    };
                }
            }
        }
        return range;
    }

    private static int scale(Label label) {
        return label.all().stream()
                .mapToInt(source -> source.column().scale())
                .max()
                .orElse(0);
    }

    /// Over all branches; a branch without a value adds nothing to a sum.
    private static @Nullable Range branchRange(RexCall call, List<Label> operands) {
        Range together = null;
        for (var i = 0; i < operands.size(); i++) {
            var condition = i % 2 == 0 && i < operands.size() - 1;
            if (condition || isNull(call.getOperands().get(i))) {
                continue;
            }
            var range = i == 0 || i == operands.size() - 1
                    ? operands.get(i).range()
                    : held(
                            operands.get(i),
                            call.getOperands().get(i),
                            call.getOperands().get(i - 1));
            if (range == null) {
                return null;
            }
            together = together == null ? range : together.or(range);
        }
        return together;
    }

    private static boolean isNull(RexNode node) {
        return (node instanceof RexLiteral literal && literal.isNull())
                || (node instanceof RexCall call
                        && call.getKind() == SqlKind.CAST
                        && isNull(call.getOperands().getFirst()));
    }
}
