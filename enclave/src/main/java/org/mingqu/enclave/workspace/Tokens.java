package org.mingqu.enclave.workspace;

import static org.mingqu.enclave.engine.Duck.name;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.intake.Rows;
import org.mingqu.enclave.vault.DataKey;

/// Pseudonyms: HMAC-SM3 of a value under the workspace's key, made once for each different value and joined
/// back.
///
/// The same value has the same token in all tables of the workspace and another one in every other workspace.
final class Tokens {

    private static final String TABLE = "tokens$";
    private static final int TOKEN_BYTES = 16;

    private final Duck duck;
    private final DataKey key;

    Tokens(Duck duck, DataKey key) throws SQLException {
        this.duck = duck;
        this.key = key;
        duck.run("CREATE TABLE %s (v VARCHAR, t VARCHAR)".formatted(name(TABLE)));
    }

    static String table() {
        return name(TABLE);
    }

    /// Makes the tokens for all values of a column that have none yet.
    void cover(Rows rows, String column) throws SQLException {
        var fresh = duck.rows(
                "SELECT DISTINCT CAST(%1$s AS VARCHAR) AS v FROM %2$s WHERE %1$s IS NOT NULL EXCEPT SELECT v FROM %3$s"
                        .formatted(name(column), rows.source(), table()));
        try (var appender = duck.connection().createAppender("space", "main", TABLE)) {
            for (var row : fresh) {
                var value = String.valueOf(row.getFirst());
                appender.beginRow();
                appender.append(value);
                appender.append(token(value));
                appender.endRow();
            }
        }
    }

    private String token(String value) {
        return HexFormat.of()
                .formatHex(key.token(DataKey.Use.PSEUDONYM, value.getBytes(StandardCharsets.UTF_8)), 0, TOKEN_BYTES);
    }

    /// Forgets which token is whose: it must not be there when queries run.
    void forget() throws SQLException {
        duck.run("DROP TABLE " + table());
    }
}
