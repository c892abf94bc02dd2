package org.mingqu.enclave.workspace;

import static org.mingqu.enclave.engine.Duck.name;

import java.sql.SQLException;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.intake.Rows;
import org.mingqu.enclave.vault.DataKey;

/// Pseudonyms: HMAC-SM3 of a value under the workspace's key, made once for each different value and joined
/// back.
///
/// The same value has the same token in all tables of the workspace and another one in every other workspace.
final class Tokens {

    private static final String TABLE = "tokens$";

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
        var values = fresh.stream().map(row -> String.valueOf(row.getFirst())).toList();
        try (var pseudonyms = key.pseudonyms();
                var appender = duck.connection().createAppender("space", "main", TABLE)) {
            var tokens = pseudonyms.of("", values);
            for (var i = 0; i < values.size(); i++) {
                appender.beginRow();
                appender.append(values.get(i));
                appender.append(tokens.get(i));
                appender.endRow();
            }
        }
    }

    /// Forgets which token is whose: it must not be there when queries run.
    void forget() throws SQLException {
        duck.run("DROP TABLE " + table());
    }
}
