package org.mingqu.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/// Calls of functions as the engine's SQL.
final class FunctionPrinter {

    /// Ours: the longest text that a function may make. Thirty doublings in a row of queries would otherwise be a
    /// text of a thousand million characters.
    private static final int MAX_TEXT = 4096;

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("ABS", "abs"),
            Map.entry("ROUND", "round"),
            Map.entry("TRUNC", "trunc"),
            Map.entry("SIGN", "sign"),
            Map.entry("SQRT", "sqrt"),
            Map.entry("LN", "ln"),
            Map.entry("LOG10", "log10"),
            Map.entry("EXP", "exp"),
            Map.entry("POWER", "power"),
            Map.entry("UPPER", "upper"),
            Map.entry("LOWER", "lower"),
            Map.entry("SUBSTRING", "substring"),
            Map.entry("CHAR_LENGTH", "length"),
            Map.entry("CHARACTER_LENGTH", "length"),
            Map.entry("LENGTH", "length"),
            Map.entry("LEFT", "left"),
            Map.entry("RIGHT", "right"),
            Map.entry("LTRIM", "ltrim"),
            Map.entry("RTRIM", "rtrim"),
            Map.entry("REVERSE", "reverse"),
            Map.entry("SPLIT_PART", "split_part"),
            Map.entry("STRPOS", "strpos"),
            Map.entry("INSTR", "instr"),
            Map.entry("STARTS_WITH", "starts_with"),
            Map.entry("ENDS_WITH", "ends_with"),
            Map.entry("CONTAINS", "contains"),
            Map.entry("REGEXP_MATCHES", "regexp_matches"),
            Map.entry("REGEXP_EXTRACT", "regexp_extract"),
            Map.entry("MAKE_DATE", "make_date"),
            Map.entry("LAST_DAY", "last_day"),
            Map.entry("GREATEST", "greatest"),
            Map.entry("LEAST", "least"),
            Map.entry("COALESCE", "coalesce"),
            Map.entry("IFNULL", "coalesce"));

    /// Those whose text can be longer than what they are given.
    private static final Map<String, String> GROWING =
            Map.of("CONCAT", "concat", "REPLACE", "replace", "REGEXP_REPLACE", "regexp_replace");

    private static final Set<String> UNITS =
            Set.of("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND");

    private final RelationPrinter relations;
    private final ExpressionPrinter expressions;

    FunctionPrinter(RelationPrinter relations, ExpressionPrinter expressions) {
        this.relations = relations;
        this.expressions = expressions;
    }

    String print(RexCall call) {
        var operator = call.getOperator();
        var name = operator.getName().toUpperCase(Locale.ROOT);
        var operands = call.getOperands();
        if (!Operators.allowed(operator) && !name.equals("COALESCE")) {
            throw relations.unknown(operator.getName());
        }
        if (Functions.DATE_TRUNC.equals(operator) || Functions.DATETRUNC.equals(operator)) {
            return truncate(word(operands.getFirst()), operands.get(1));
        }
        if (Functions.DATE_DIFF.equals(operator) || Functions.DATEDIFF.equals(operator)) {
            return relations.tried(
                    "date_diff('" + unit(word(operands.getFirst())) + "', " + list(operands.subList(1, 3)) + ")");
        }
        if (Functions.DATE_PART.equals(operator)) {
            return part(word(operands.getFirst()), operands.get(1));
        }
        if (name.equals("STRFTIME")) {
            if (!(operands.get(1) instanceof RexLiteral)) {
                throw relations.unknown(name);
            }
            return relations.tried("strftime(" + list(operands) + ")");
        }
        if (name.equals("||")) {
            return operands.stream()
                    .map(expressions::print)
                    .collect(Collectors.joining(" || ", "left(", ", " + MAX_TEXT + ")"));
        }
        if (GROWING.containsKey(name)) {
            var global = name.equals("REGEXP_REPLACE") ? ", ''" : "";
            return "left(" + relations.tried(GROWING.get(name) + "(" + list(operands) + global + ")") + ", " + MAX_TEXT
                    + ")";
        }
        var function = FUNCTIONS.get(name);
        if (function == null) {
            throw relations.unknown(operator.getName());
        }
        return relations.tried(function + "(" + list(operands) + ")");
    }

    private String list(List<RexNode> operands) {
        return operands.stream().map(expressions::print).collect(Collectors.joining(", "));
    }

    /// `EXTRACT(unit FROM moment)`.
    String extract(RexCall call) {
        var range = range(call.getOperands().getFirst());
        return part(range == null ? "" : range.name(), call.getOperands().get(1));
    }

    private String part(String unit, RexNode moment) {
        var known = UNITS.contains(unit)
                || Set.of("DOW", "DOY", "ISODOW", "ISOYEAR").contains(unit);
        if (!known) {
            throw relations.unknown("EXTRACT");
        }
        return "CAST(extract(" + unit + " FROM " + expressions.print(moment) + ") AS BIGINT)";
    }

    String floor(RexCall call) {
        var name = call.getKind() == org.apache.calcite.sql.SqlKind.FLOOR ? "floor" : "ceil";
        if (call.getOperands().size() == 1) {
            return relations.cast(
                    name + "(" + expressions.print(call.getOperands().getFirst()) + ")",
                    relations.type(call.getType()));
        }
        var range = range(call.getOperands().get(1));
        if (!name.equals("floor") || range == null) {
            throw relations.unknown("CEIL TO");
        }
        return truncate(range.name(), call.getOperands().get(0));
    }

    String trim(List<RexNode> operands) {
        var flag =
                operands.get(0) instanceof RexLiteral literal ? literal.getValueAs(SqlTrimFunction.Flag.class) : null;
        var name = switch (flag) {
            case BOTH -> "trim";
            case LEADING -> "ltrim";
            case TRAILING -> "rtrim";
            case null -> throw relations.unknown("TRIM");
        };
        return name + "(" + expressions.print(operands.get(2)) + ", " + expressions.print(operands.get(1)) + ")";
    }

    private String truncate(String unit, RexNode moment) {
        return relations.cast(
                "date_trunc('" + unit(unit) + "', " + expressions.print(moment) + ")",
                relations.type(moment.getType()));
    }

    private String unit(String unit) {
        if (!UNITS.contains(unit)) {
            throw relations.unknown("date_trunc");
        }
        return unit.toLowerCase(Locale.ROOT);
    }

    /// The text of a literal as an upper-case word; empty for anything else.
    private static String word(RexNode node) {
        return node instanceof RexLiteral literal && literal.getType().getSqlTypeName() == SqlTypeName.CHAR
                ? String.valueOf(literal.getValueAs(String.class)).strip().toUpperCase(Locale.ROOT)
                : "";
    }

    private static @Nullable TimeUnitRange range(RexNode flag) {
        return flag instanceof RexLiteral literal ? literal.getValueAs(TimeUnitRange.class) : null;
    }
}
