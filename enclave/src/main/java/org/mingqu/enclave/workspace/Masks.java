package org.mingqu.enclave.workspace;

import static org.mingqu.enclave.engine.Duck.name;

import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.Mask;

/// How granted values are changed on their way into a workspace (art. 20); pseudonyms are made by [Tokens].
final class Masks {

    private Masks() {}

    /// The type of a column under a mask.
    static ColumnType type(ColumnSpec column, Mask mask) {
        return switch (mask) {
            case NONE -> column.type();
            case PARTIAL, PSEUDONYM -> ColumnType.TEXT;
            case GENERALISE -> column.type() == ColumnType.TIMESTAMP ? ColumnType.DATE : column.type();
        };
    }

    /// The expression of a column under a mask other than a pseudonym.
    ///
    /// @param from alias of the table
    static String expression(ColumnSpec column, Mask mask, String from) {
        var c = from + "." + name(column.name());
        return switch (mask) {
            case NONE, PSEUDONYM -> c;
            case PARTIAL -> partial("CAST(" + c + " AS VARCHAR)");
            case GENERALISE -> generalised(c, column.type());
        };
    }

    /// Keeps the first character, and of long texts the first three and the last two.
    private static String partial(String c) {
        return "CASE WHEN length(%1$s) >= 11 THEN left(%1$s, 3) || '****' || right(%1$s, 2) ELSE left(%1$s, 1) || '**' END"
                .formatted(c);
    }

    private static String generalised(String c, ColumnType type) {
        return switch (type) {
            case TEXT -> "left(%s, 3)".formatted(c);
            case INTEGER -> "(%1$s - (%1$s %% 10))".formatted(c);
            case DECIMAL -> "CAST(floor(%1$s / 10) * 10 AS DECIMAL(18, 0))".formatted(c);
            case DOUBLE -> "(floor(%s / 10) * 10)".formatted(c);
            case DATE, TIMESTAMP -> "CAST(date_trunc('month', %s) AS DATE)".formatted(c);
            case BOOLEAN -> c;
        };
    }
}
