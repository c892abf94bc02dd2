package org.mingqu.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Results of an engine as texts that compare: numbers without the last digits, in which two orders of adding differ.
final class Results {

    private static final MathContext DIGITS = new MathContext(10);

    private Results() {}

    /// All rows of a query, read to the end.
    static List<List<String>> of(Connection engine, String sql) throws SQLException {
        try (var statement = engine.createStatement();
                var result = statement.executeQuery(sql)) {
            var columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>(columns);
                for (var i = 1; i <= columns; i++) {
                    row.add(plain(result.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static String plain(@Nullable Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString())
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }
}
