package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/// Expressions of a plan as the engine's SQL, in a form that cannot fail on a value of a row: an error
/// message, and even the fact of an error, would tell about the row. What is not listed here cannot be
/// printed, so it cannot run.
final class ExpressionPrinter {

    private static final Map<SqlKind, String> INFIX = Map.ofEntries(
            Map.entry(SqlKind.AND, "AND"),
            Map.entry(SqlKind.OR, "OR"),
            Map.entry(SqlKind.EQUALS, "="),
            Map.entry(SqlKind.NOT_EQUALS, "<>"),
            Map.entry(SqlKind.LESS_THAN, "<"),
            Map.entry(SqlKind.GREATER_THAN, ">"),
            Map.entry(SqlKind.LESS_THAN_OR_EQUAL, "<="),
            Map.entry(SqlKind.GREATER_THAN_OR_EQUAL, ">="),
            Map.entry(SqlKind.IS_DISTINCT_FROM, "IS DISTINCT FROM"),
            Map.entry(SqlKind.IS_NOT_DISTINCT_FROM, "IS NOT DISTINCT FROM"));

    private static final Map<SqlKind, String> SUFFIX = Map.of(
            SqlKind.IS_NULL, "IS NULL",
            SqlKind.IS_NOT_NULL, "IS NOT NULL",
            SqlKind.IS_TRUE, "IS TRUE",
            SqlKind.IS_NOT_TRUE, "IS NOT TRUE",
            SqlKind.IS_FALSE, "IS FALSE",
            SqlKind.IS_NOT_FALSE, "IS NOT FALSE");

    private static final Map<SqlKind, String> ARITHMETIC =
            Map.of(SqlKind.PLUS, "+", SqlKind.MINUS, "-", SqlKind.TIMES, "*", SqlKind.DIVIDE, "/", SqlKind.MOD, "%");

    private final RelationPrinter relations;
    private final Names names;
    private final FunctionPrinter functions;

    /// How the fields of an input are called.
    interface Names {
        String of(int field);
    }

    ExpressionPrinter(RelationPrinter relations, Names names) {
        this.relations = relations;
        this.names = names;
        this.functions = new FunctionPrinter(relations, this);
    }

    /// The SQL of an expression.
    ///
    /// @throws Refusal for an operator, literal or type that is not known
    String print(RexNode node) {
        return switch (node) {
            case RexSubQuery query -> query(query);
            case RexOver over -> new WindowPrinter(relations, this).print(over);
            case RexInputRef field -> names.of(field.getIndex());
            case RexLiteral literal -> literal(literal);
            case RexFieldAccess access
            when access.getReferenceExpr() instanceof RexCorrelVariable outer ->
                relations.outer(outer.id, access.getField().getIndex());
            case RexCall call -> call(call);
            default -> throw relations.unknown(node.getKind().name());
        };
    }

    private String call(RexCall call) {
        var kind = call.getKind();
        var operands = call.getOperands();
        if (INFIX.containsKey(kind)) {
            return operands.stream()
                    .map(this::print)
                    .collect(Collectors.joining(" " + INFIX.get(kind) + " ", "(", ")"));
        }
        if (SUFFIX.containsKey(kind)) {
            return "(" + print(operands.getFirst()) + " " + SUFFIX.get(kind) + ")";
        }
        return switch (kind) {
            case NOT -> not(operands.getFirst());
            case LIKE -> like(call, "");
            case CASE -> branches(operands);
            case CAST, SAFE_CAST -> cast(call);
            case PLUS, MINUS, TIMES, DIVIDE, MOD -> arithmetic(call);
            case MINUS_PREFIX -> relations.tried("-" + print(operands.getFirst()));
            case PLUS_PREFIX -> print(operands.getFirst());
            case EXTRACT -> functions.extract(call);
            case FLOOR, CEIL -> functions.floor(call);
            case TRIM -> functions.trim(operands);
            default -> functions.print(call);
        };
    }

    /// The engine plans NOT LIKE as one operator better than the two.
    private String not(RexNode operand) {
        return operand instanceof RexCall call && call.getKind() == SqlKind.LIKE
                ? like(call, " NOT")
                : "(NOT " + print(operand) + ")";
    }

    private String like(RexCall call, String not) {
        var escape = call.getOperands().size() == 3
                ? " ESCAPE " + print(call.getOperands().get(2))
                : "";
        var ilike = call.getOperator().getName().equalsIgnoreCase("ILIKE");
        return "(" + print(call.getOperands().get(0)) + not + (ilike ? " ILIKE " : " LIKE ")
                + print(call.getOperands().get(1)) + escape + ")";
    }

    private String branches(List<RexNode> operands) {
        var text = new StringBuilder("CASE");
        for (var i = 0; i + 1 < operands.size(); i += 2) {
            text.append(" WHEN ")
                    .append(print(operands.get(i)))
                    .append(" THEN ")
                    .append(print(operands.get(i + 1)));
        }
        return text.append(" ELSE ")
                .append(print(operands.getLast()))
                .append(" END")
                .toString();
    }

    private String cast(RexCall call) {
        var from = call.getOperands().getFirst();
        var type = relations.type(call.getType());
        return call.getKind() == SqlKind.SAFE_CAST
                ? "TRY_CAST(" + print(from) + " AS " + type + ")"
                : relations.cast(print(from), type);
    }

    private String arithmetic(RexCall call) {
        var left = call.getOperands().get(0);
        var right = call.getOperands().get(1);
        var text = relations.tried(print(left) + " " + ARITHMETIC.get(call.getKind()) + " " + print(right));
        var moment = call.getType().getSqlTypeName();
        return moment == SqlTypeName.DATE || moment == SqlTypeName.TIMESTAMP
                ? relations.cast(text, relations.type(call.getType()))
                : text;
    }

    private String literal(RexLiteral literal) {
        var type = literal.getType().getSqlTypeName();
        if (literal.isNull()) {
            return type == SqlTypeName.NULL ? "NULL" : "CAST(NULL AS " + relations.type(literal.getType()) + ")";
        }
        return switch (type) {
            case BOOLEAN -> literal.isAlwaysTrue() ? "TRUE" : "FALSE";
            case CHAR, VARCHAR -> text(String.valueOf(literal.getValueAs(String.class)));
            case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL -> number(literal);
            case FLOAT, REAL, DOUBLE ->
                "CAST(" + text(String.valueOf(literal.getValueAs(Double.class))) + " AS DOUBLE)";
            case DATE -> "DATE " + text(String.valueOf(literal.getValueAs(org.apache.calcite.util.DateString.class)));
            case TIMESTAMP ->
                "TIMESTAMP " + text(String.valueOf(literal.getValueAs(org.apache.calcite.util.TimestampString.class)));
            case INTERVAL_YEAR, INTERVAL_YEAR_MONTH, INTERVAL_MONTH -> interval(literal, "MONTH");
            case INTERVAL_DAY, INTERVAL_DAY_HOUR, INTERVAL_HOUR, INTERVAL_MINUTE, INTERVAL_SECOND ->
                interval(literal, "MILLISECOND");
            default -> throw relations.unknown(type.getName());
        };
    }

    private String number(RexLiteral literal) {
        var value = literal.getValueAs(BigDecimal.class);
        if (value == null || value.precision() - value.scale() > 38 || value.scale() > 38) {
            throw relations.unknown("NUMBER");
        }
        return value.signum() < 0 ? "(" + value.toPlainString() + ")" : value.toPlainString();
    }

    private String interval(RexLiteral literal, String unit) {
        var value = literal.getValueAs(BigDecimal.class);
        if (value == null || value.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0) {
            throw relations.unknown("INTERVAL");
        }
        return "INTERVAL (" + value.toBigInteger() + ") " + unit;
    }

    /// A text literal; quotes are doubled, and what an engine could read otherwise is not let in.
    private String text(String value) {
        if (value.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t')) {
            throw relations.unknown("LITERAL");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    private String query(RexSubQuery query) {
        var inner = query.getKind() == SqlKind.EXISTS ? relations.existence(query.rel) : relations.inner(query.rel);
        var operands = query.getOperands().stream().map(this::print).collect(Collectors.joining(", "));
        return switch (query.getKind()) {
            case EXISTS -> "EXISTS (" + inner + ")";
            case SCALAR_QUERY -> "(" + inner + ")";
            case IN -> "((" + operands + ") IN (" + inner + "))";
            default -> throw relations.unknown(query.getKind().name());
        };
    }
}
