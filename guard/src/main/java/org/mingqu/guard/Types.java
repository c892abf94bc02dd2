package org.mingqu.guard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.SqlCollation;
import org.apache.calcite.sql.type.SqlTypeName;

/// The engine's types as Calcite's: DECIMAL of 38 digits, text in UTF-8, averages as DOUBLE.
final class Types {

    /// How the engine computes; the defaults of Calcite stop at 19 digits and average in the type of the
    /// argument.
    static final RelDataTypeSystem SYSTEM = new RelDataTypeSystemImpl() {

        @Override
        public int getMaxPrecision(SqlTypeName type) {
            return type == SqlTypeName.DECIMAL ? 38 : super.getMaxPrecision(type);
        }

        @Override
        public int getMaxScale(SqlTypeName type) {
            return type == SqlTypeName.DECIMAL ? 38 : super.getMaxScale(type);
        }

        @Override
        public boolean shouldConvertRaggedUnionTypesToVarying() {
            return true; // otherwise CASE pads its shorter texts with blanks
        }

        @Override
        public RelDataType deriveSumType(RelDataTypeFactory types, RelDataType argument) {
            var sum = argument.getSqlTypeName() == SqlTypeName.DECIMAL
                    ? types.createSqlType(SqlTypeName.DECIMAL, 38, argument.getScale())
                    : types.createSqlType(
                            SqlTypeName.INT_TYPES.contains(argument.getSqlTypeName())
                                    ? SqlTypeName.BIGINT
                                    : SqlTypeName.DOUBLE);
            return types.createTypeWithNullability(sum, true);
        }

        @Override
        public RelDataType deriveAvgAggType(RelDataTypeFactory types, RelDataType argument) {
            return types.createTypeWithNullability(types.createSqlType(SqlTypeName.DOUBLE), true);
        }
    };

    private Types() {}

    static RelDataTypeFactory factory() {
        return new JavaTypeFactoryImpl(SYSTEM) {
            @Override
            public Charset getDefaultCharset() {
                return StandardCharsets.UTF_8; // otherwise a Chinese literal is refused
            }
        };
    }

    static RelDataType of(RelDataTypeFactory types, ColumnType type, int scale) {
        var plain = switch (type) {
            case TEXT -> text(types);
            case INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
            case DECIMAL -> types.createSqlType(SqlTypeName.DECIMAL, 38, scale);
            case DOUBLE -> types.createSqlType(SqlTypeName.DOUBLE);
            case DATE -> types.createSqlType(SqlTypeName.DATE);
            case TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP, 3);
            case BOOLEAN -> types.createSqlType(SqlTypeName.BOOLEAN);
        };
        return types.createTypeWithNullability(plain, true);
    }

    /// Text that compares with a literal: an explicit collation would make LIKE "not comparable".
    static RelDataType text(RelDataTypeFactory types) {
        return types.createTypeWithCharsetAndCollation(
                types.createSqlType(SqlTypeName.VARCHAR), StandardCharsets.UTF_8, SqlCollation.IMPLICIT);
    }

    /// The type to show for a type of a plan.
    ///
    /// @throws UnsupportedOperationException if a grant could not have a column of that type
    static ColumnType shown(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case CHAR, VARCHAR, NULL -> ColumnType.TEXT;
            case TINYINT, SMALLINT, INTEGER, BIGINT -> ColumnType.INTEGER;
            case DECIMAL -> ColumnType.DECIMAL;
            case FLOAT, REAL, DOUBLE -> ColumnType.DOUBLE;
            case DATE -> ColumnType.DATE;
            case TIMESTAMP -> ColumnType.TIMESTAMP;
            case BOOLEAN -> ColumnType.BOOLEAN;
            default ->
                throw new UnsupportedOperationException(type.getSqlTypeName().getName());
        };
    }

    /// The engine's name of a type.
    static String engine(RelDataType type) {
        return switch (shown(type)) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(%d, %d)".formatted(type.getPrecision(), type.getScale());
            case DOUBLE -> "DOUBLE";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
        };
    }
}
