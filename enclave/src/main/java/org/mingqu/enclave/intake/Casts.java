package org.mingqu.enclave.intake;

import org.mingqu.warrant.ColumnType;

/// How a text becomes a value: expressions of the engine that give null for what does not fit.
final class Casts {

    private static final String DAYS = "['%Y/%m/%d', '%Y%m%d', '%Y年%m月%d日', '%Y.%m.%d']";
    private static final String TIMES =
            "['%Y/%m/%d %H:%M:%S', '%Y/%m/%d %H:%M', '%Y-%m-%d %H:%M', '%Y%m%d%H%M%S', '%Y年%m月%d日 %H:%M:%S']";

    private Casts() {}

    /// @param column a quoted name of a text column
    static String expression(ColumnType type, int scale, String column) {
        return switch (type) {
            case TEXT -> column;
            case INTEGER ->
                "CASE WHEN NOT contains(%1$s, '.') AND NOT contains(%1$s, 'e') AND NOT contains(%1$s, 'E') THEN TRY_CAST(%1$s AS BIGINT) END"
                        .formatted(column);
            case DECIMAL -> "TRY_CAST(%s AS DECIMAL(18, %d))".formatted(column, scale);
            case DOUBLE -> "TRY_CAST(%s AS DOUBLE)".formatted(column);
            case DATE ->
                "coalesce(TRY_CAST(%1$s AS DATE), CAST(try_strptime(%1$s, %2$s) AS DATE))".formatted(column, DAYS);
            case TIMESTAMP ->
                "coalesce(TRY_CAST(%1$s AS TIMESTAMP), try_strptime(%1$s, %2$s))".formatted(column, TIMES);
            case BOOLEAN ->
                ("CASE WHEN lower(%1$s) IN ('true', 't', '1', 'y', 'yes', '是') THEN true"
                                + " WHEN lower(%1$s) IN ('false', 'f', '0', 'n', 'no', '否') THEN false END")
                        .formatted(column);
        };
    }
}
