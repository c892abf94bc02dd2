package org.mingqu.guard;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;

/// Functions of the engine that the standard does not know, or knows with arguments in another order.
final class Functions {

    /// `date_trunc('month', a)`, of the type of its argument.
    static final SqlFunction DATE_TRUNC = truncation("date_trunz");

    static final SqlFunction DATETRUNC = truncation("datetrunz");

    /// `date_diff('day', a, b)`: how many boundaries of the unit lie between.
    static final SqlFunction DATE_DIFF = difference("date_difz");

    static final SqlFunction DATEDIFF = difference("datedifz");

    /// `date_part('year', a)`.
    static final SqlFunction DATE_PART = function(
            "date_parz",
            ReturnTypes.BIGINT_NULLABLE,
            OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.DATETIME));

    private static final SqlReturnTypeInference TEXT = binding -> text(binding);

    static final List<SqlFunction> TEXTS = List.of(
            function("CONCAT", TEXT, OperandTypes.repeat(SqlOperandCountRanges.from(1), OperandTypes.CHARACTER)),
            function("LTRIM", TEXT, OperandTypes.CHARACTER),
            function("RTRIM", TEXT, OperandTypes.CHARACTER),
            function("REVERSE", TEXT, OperandTypes.CHARACTER),
            function(
                    "SPLIT_PART",
                    TEXT,
                    OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER, SqlTypeFamily.INTEGER)),
            function("REGEXP_EXTRACT", TEXT, texts(2)),
            function("REGEXP_REPLACE", TEXT, texts(3)),
            function("STRFTIME", TEXT, OperandTypes.family(SqlTypeFamily.DATETIME, SqlTypeFamily.CHARACTER)),
            function("STRPOS", ReturnTypes.BIGINT_NULLABLE, texts(2)),
            function("INSTR", ReturnTypes.BIGINT_NULLABLE, texts(2)),
            function("STARTS_WITH", ReturnTypes.BOOLEAN_NULLABLE, texts(2)),
            function("ENDS_WITH", ReturnTypes.BOOLEAN_NULLABLE, texts(2)),
            function("CONTAINS", ReturnTypes.BOOLEAN_NULLABLE, texts(2)),
            function("REGEXP_MATCHES", ReturnTypes.BOOLEAN_NULLABLE, texts(2)));

    static final List<SqlFunction> NUMBERS = List.of(
            function("TRUNC", ReturnTypes.DOUBLE_NULLABLE, OperandTypes.NUMERIC),
            function(
                    "MAKE_DATE",
                    ReturnTypes.DATE_NULLABLE,
                    OperandTypes.family(SqlTypeFamily.INTEGER, SqlTypeFamily.INTEGER, SqlTypeFamily.INTEGER)));

    static final SqlAggFunction MEDIAN =
            aggregate("MEDIAN", OperandTypes.or(OperandTypes.NUMERIC, OperandTypes.DATETIME));

    static final SqlAggFunction QUANTILE_CONT = aggregate(
            "QUANTILE_CONT",
            OperandTypes.or(
                    OperandTypes.family(SqlTypeFamily.NUMERIC, SqlTypeFamily.NUMERIC),
                    OperandTypes.family(SqlTypeFamily.DATETIME, SqlTypeFamily.NUMERIC)));

    static final SqlAggFunction QUANTILE_DISC = SqlBasicAggFunction.create(
            "QUANTILE_DISC",
            SqlKind.OTHER_FUNCTION,
            ReturnTypes.ARG0_NULLABLE_IF_EMPTY,
            OperandTypes.family(SqlTypeFamily.ANY, SqlTypeFamily.NUMERIC));

    private Functions() {}

    private static SqlOperandTypeChecker texts(int count) {
        return OperandTypes.family(java.util.Collections.nCopies(count, SqlTypeFamily.CHARACTER));
    }

    private static RelDataType text(SqlOperatorBinding call) {
        var types = call.getTypeFactory();
        return types.createTypeWithNullability(Types.text(types), true);
    }

    private static SqlFunction function(String name, SqlReturnTypeInference returned, SqlOperandTypeChecker arguments) {
        return new SqlFunction(
                name, SqlKind.OTHER_FUNCTION, returned, null, arguments, SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static SqlFunction truncation(String name) {
        return function(
                name, ReturnTypes.ARG1_NULLABLE, OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.DATETIME));
    }

    private static SqlFunction difference(String name) {
        return function(
                name,
                ReturnTypes.BIGINT_NULLABLE,
                OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.DATETIME, SqlTypeFamily.DATETIME));
    }

    /// A value between two values: of the same type if that is exact, else a double; between dates, a moment.
    private static SqlAggFunction aggregate(String name, SqlOperandTypeChecker arguments) {
        SqlReturnTypeInference between = call -> {
            var argument = call.getOperandType(0);
            var types = call.getTypeFactory();
            return switch (argument.getSqlTypeName()) {
                case DECIMAL -> argument;
                case DATE, TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP, 3);
                default -> types.createSqlType(SqlTypeName.DOUBLE);
            };
        };
        return SqlBasicAggFunction.create(
                name, SqlKind.OTHER_FUNCTION, between.andThen(SqlTypeTransforms.FORCE_NULLABLE), arguments);
    }
}
